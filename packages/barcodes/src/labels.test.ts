import { describe, expect, it } from 'vitest'
import { normaliseTracking } from './carriers.ts'
import { mod3736CheckCharacter } from './checks.ts'
import { fractions } from './fractions.fixture.ts'
import { makeTracking } from './make.ts'
import { readScan } from './read-scan.ts'

const [RS, GS, EOT] = ['\u001e', '\u001d', '\u0004']
const ups = makeTracking('ups', fractions(5))
const usps = makeTracking('usps', fractions(5))
const fedex = makeTracking('fedex', fractions(5))
const dhl = makeTracking('dhl', fractions(5))
const s10 = makeTracking('s10', fractions(5))

describe('what the scanner puts around a code', () => {
  it.each([
    ['GS1-128', ']C1'],
    ['Code 128', ']C0'],
    ['Code 39', ']A0'],
    ['Data Matrix', ']d1'],
    ['QR', ']Q1'],
    ['interleaved 2 of 5', ']I0'],
    ['Codabar', ']F0'],
    ['PDF417', ']L0'],
    ['Aztec', ']z0'],
  ])('as %s is named, and belongs to no number', (_, aim) => {
    for (const number of [ups, usps, fedex, dhl, s10]) {
      const reading = readScan(`${aim}${number}\r\n`)
      expect(reading.symbology).toBe(aim.slice(1))
      expect([reading.text, reading.trackingKeys[0]]).toEqual([number, number])
    }
  })

  it.each([
    ['Codabar’s old start and stop', (number: string) => `d${number}b`],
    ['its start and stop in capitals, behind an AIM identifier', (number: string) => `]F0A${number}C`],
    ['Code 39’s stars inside', (number: string) => `a*${number}*d`.replace(/[ad]/g, '')],
  ])('as %s belongs to no number of digits', (_, framed) => {
    for (const number of [usps, fedex, dhl]) {
      expect(normaliseTracking(framed(number))).toBe(number)
      expect(readScan(framed(number)).carriers.map((one) => one.trackingNumber)).toContain(number)
    }
  })

  it('is not taken off a number that has letters of its own', () => {
    for (const number of [
      'A1234567893',
      'C12345678901231',
      'D576002440000001718010',
      'CD123456785GB',
      'B0123456AB',
    ]) {
      expect(normaliseTracking(number)).toBe(number)
    }
  })

  it.each([
    ['quotes', `"${ups}"`],
    ['a spreadsheet’s apostrophe', `'${ups}`],
    ['quotes of a text program', `„${ups}”`],
    ['a comma and a line’s end', `${ups},\r\n`],
    ['start and end of text', `\u0002${ups}\u0003`],
    ['a byte order mark', `\ufeff${ups}`],
    ['blanks and small letters', ` ${ups.toLowerCase().replace(/(.{4})/g, '$1 ')}`],
    ['blanks that do not break', ups.replace(/(.{4})/g, '$1\u00a0')],
    ['Code 39’s stars and a stray quote', `*${ups}*"`],
  ])('as %s belongs to no number', (_, scan) => {
    expect(normaliseTracking(scan)).toBe(ups)
    expect(readScan(scan).trackingKeys[0]).toBe(ups)
  })
})

describe('UPS’s square code', () => {
  const of = (
    number: string,
    rest = `${GS}UPSN${GS}${ups.slice(2, 8)}${GS}089${GS}${GS}1/1${GS}10${GS}Y${GS}${GS}CITY${GS}CA`,
  ) => `[)>${RS}01${GS}96841706672${GS}840${GS}0${ups.slice(8, 10)}${GS}${number}${rest}${RS}${EOT}`

  it('gives the whole number', () => {
    for (const scan of [of(ups), `]U1${of(ups)}`, of(ups).replaceAll(GS, '<GS>').replace(RS, '<RS>')]) {
      const reading = readScan(scan)
      expect(reading.trackingKeys[0]).toBe(ups)
      expect(reading.carriers).toEqual([
        { carrier: 'ups', format: 'UPS', trackingNumber: ups, check: 'right' },
      ])
      expect(reading.routingOnly).toBeUndefined()
      expect(normaliseTracking(scan)).toBe(ups)
    }
  })

  it('gives it though the scanner sends no separators at all', () => {
    expect(normaliseTracking(of(ups).replaceAll(/\p{Cc}/gu, ''))).toBe(ups)
  })

  it('of ten characters gives the number with the shipper’s account and the service, if its check digit says so', () => {
    const short = of(`1Z${ups.slice(10)}`)
    expect(normaliseTracking(short)).toBe(ups)
    expect(readScan(short.replace(`UPSN${GS}${ups.slice(2, 8)}`, `UPSN${GS}000000`)).carriers).toEqual([])
  })

  it('without a number that holds says where it is', () => {
    for (const scan of [of('1Z12345675', `${GS}UPSN${GS}12345E`), of('', `${GS}UPSN${GS}12345E`)]) {
      expect(readScan(scan).routingOnly).toEqual({
        postalCode: '841706672',
        carriers: ['ups'],
        where: 'bars_below_the_square',
      })
    }
  })
})

describe('FedEx’s square code', () => {
  const of = (number: string, carrier: string) =>
    `[)>${RS}01${GS}0290045${GS}840${GS}20${GS}${number}${GS}${carrier}${GS}510087500${GS}089${GS}${GS}1/1${GS}1.0LB`

  it('gives Express’s twelve digits without the form, and Ground’s fifteen', () => {
    expect(normaliseTracking(of(`${fedex}0201`, 'FDE'))).toBe(fedex)
    expect(normaliseTracking(of(`${fedex}0201`, 'FDEB'))).toBe(fedex)
    expect(normaliseTracking(of('987654312345672', 'FDEG'))).toBe('987654312345672')
  })

  it('without a number that holds says where it is', () => {
    expect(readScan(of('1234567890130201', 'FDE')).routingOnly).toEqual({
      postalCode: '90045',
      carriers: ['fedex'],
      where: 'bars_below_the_square',
    })
  })
})

describe('DPD’s bars', () => {
  const parcel = '01234567890123'
  const bars = `0010023${parcel}101276`

  it('hold a per cent sign and 27 digits, without the check character that is printed', () => {
    const reading = readScan(`]C0%${bars}`)
    expect(reading.carriers).toEqual([
      { carrier: 'dpd', format: 'DPD (28)', trackingNumber: parcel, check: 'none' },
    ])
    expect(reading.trackingKeys[0]).toBe(parcel)
    expect(reading.trackingKeys).toContain(parcel + mod3736CheckCharacter(parcel))
  })

  it('typed as printed give the same, and with a wrong check character nothing', () => {
    const check = mod3736CheckCharacter(bars)
    expect(normaliseTracking(bars + check)).toBe(parcel)
    expect(normaliseTracking(`%${bars}${check}`)).toBe(parcel)
    expect(readScan(bars + (check === 'A' ? 'B' : 'A')).carriers).toEqual([])
  })
})

describe('a licence plate of DHL’s', () => {
  it.each([
    ['JD014600012345678901', 'JJD014600012345678901'],
    ['JD0002212345678901', 'JJD0002212345678901'],
  ])('%s is looked up as printed and with the data identifier that its bars have', (printed, bars) => {
    expect(readScan(bars).trackingKeys).toContain(printed)
    expect(readScan(printed).trackingKeys).toContain(bars)
    expect(readScan(`]C0${bars}`).trackingKeys[0]).toBe(bars)
  })
})

describe('a pallet’s number', () => {
  it('is looked up with and without its identifier, and is no other number', () => {
    const sscc = '106141412345678908'
    expect(readScan(`]C100${sscc}`)).toMatchObject({ sscc, trackingKeys: [`00${sscc}`, sscc] })
    expect(readScan(`(00)${sscc}`)).toMatchObject({
      sscc,
      trackingKeys: expect.arrayContaining([`00${sscc}`, sscc]),
    })
    expect(readScan(`00${sscc}`).carriers.map((one) => one.format)).toContain('USPS 20')
  })
})

describe('a barcode that only says where the parcel goes', () => {
  it.each([
    [
      '420 and five digits',
      '42091461',
      { postalCode: '91461', carriers: ['usps', 'ups', 'fedex'], where: 'longest_bars' },
    ],
    ['420 and nine digits', ']C1420914611234', { postalCode: '914611234', where: 'longest_bars' }],
    ['420 as printed', '(420) 91461', { postalCode: '91461', where: 'longest_bars' }],
    ['421 and a country', ']C142127610115', { postalCode: '10115', country: '276', carriers: ['ups'] }],
    ['421 and letters', '421826SW1A1AA', { postalCode: 'SW1A1AA', country: '826' }],
    [
      'DHL’s 2L',
      '2LUS90045+48000001',
      { postalCode: '90045', country: 'US', carriers: ['dhl'], where: 'bars_below' },
    ],
    [
      'Deutsche Post’s Leitcode',
      ']I021348075016401',
      { postalCode: '21348', carriers: ['dhl'], where: 'bars_below' },
    ],
  ])('of %s says so, and where the number is', (_, scan, routing) => {
    expect(readScan(scan).routingOnly).toMatchObject(routing)
  })

  it.each([
    ['with the number behind it', `42091461${usps}`],
    ['that is a product’s of a German maker', '4210201357254'],
    ['that a shop sells', ']E042012340'],
    ['of a country that is none', '421999ABC'],
    ['of a Leitcode’s digits in other bars', '21348075016401'],
  ])('is not one %s', (_, scan) => {
    expect(readScan(scan).routingOnly).toBeUndefined()
  })
})

describe('a product’s bars', () => {
  it('have the digits of an issue behind them, and eight digits for twelve', () => {
    expect(readScan(']E3977123456789801').gtin).toBe('09771234567898')
    // Both check: eight digits are first of all an EAN-8.
    expect(readScan('01234565').gtin).toBe('00000001234565')
    expect(readScan('04252614').gtin).toBe('00042100005264')
    expect(readScan('01234566').gtin).toBeUndefined()
  })
})

describe('seller’s and marketplace’s codes', () => {
  it.each([
    ['114-4387548-8681276', { order: '114-4387548-8681276' }],
    ['12-34567-89012', { order: '12-34567-89012' }],
    ['x001abc2de', { fnsku: 'X001ABC2DE' }],
    ['B00TZ73MUY', { asin: 'B00TZ73MUY' }],
    ['LPNNC5N165ZVR', { marketplaceLpn: 'LPNNC5N165ZVR' }],
    ['RMA-2026-0042', { rma: 'RMA-2026-0042' }],
    ['S/N: 4xG-0017', { serial: '4xG-0017' }],
    ['rma-Blue-7', { rma: 'RMA-BLUE-7', text: 'rma-Blue-7' }],
    ['0109506000134352214XG0017', { serial: '4XG0017' }],
  ])('%s is read', (scan, expected) => {
    expect(readScan(scan)).toMatchObject(expected)
  })
})
