import { gs1CheckDigit } from '@restow/domain'
import fc from 'fast-check'
import { describe, expect, it, vi } from 'vitest'
import { normaliseTracking } from './carriers.ts'
import { commandCode } from './command-codes.ts'
import { makeGtin13, makeLpn, makeTracking } from './make.ts'
import { readScan } from './read-scan.ts'

// Thousands of numbers, on computers that may have other work.
vi.setConfig({ testTimeout: 60_000 })

const half = () => 0.5

describe('a plate', () => {
  it('is read in small letters, between Code 39’s stars and behind an AIM identifier', () => {
    const lpn = makeLpn(1)
    expect(lpn).toBe('RU0000000017')
    for (const scan of [lpn, 'ru0000000017', '*RU0000000017*', ']C0RU0000000017\r', ']A0*RU0000000017*']) {
      expect(readScan(scan)).toMatchObject({ raw: scan, text: lpn, lpn: { lpn, checked: true } })
    }
  })

  it('with a wrong check digit is still a plate, and says so', () => {
    expect(readScan('RU0000000018').lpn).toEqual({ lpn: 'RU0000000018', checked: false })
  })
})

describe('a bin, a badge, a command', () => {
  it('reads a bin with its warehouse and as its people say it', () => {
    expect(readScan('LAX1-S-02-01').bin).toEqual({ code: 'LAX1-S-02-01' })
    expect(readScan('s-02-01')).toMatchObject({ text: 'S-02-01', bin: { code: 'S-02-01' } })
    expect(readScan('S-2-1').bin).toBeUndefined()
  })

  it('reads a badge', () => {
    for (const badge of ['OP1001', 'SV2001', 'AD3001']) expect(readScan(badge).badge).toEqual({ badge })
    expect(readScan('OP10011').badge).toBeUndefined()
  })

  it('reads a printer, and takes it for nothing else', () => {
    expect(readScan('.p.dock-1')).toMatchObject({
      text: '.P.DOCK-1',
      printer: { code: 'DOCK-1' },
      carriers: [],
    })
    expect(readScan('.P.DOCK-1').command).toBeUndefined()
    for (const code of ['.P.', '.P.-1', 'P.DOCK-1', '.R.PHOTO', 'DOCK-1', `.P.${'A'.repeat(21)}`])
      expect(readScan(code).printer).toBeUndefined()
  })

  it('reads the command that was printed, with its value in domain’s words', () => {
    expect(commandCode('GRADE', 'like_new')).toBe('.R.GRADE.LIKE-NEW')
    expect(readScan('.R.GRADE.LIKE-NEW').command).toEqual({ command: 'GRADE', value: 'like_new' })
    expect(readScan('.R.PHOTO').command).toEqual({ command: 'PHOTO' })
    expect(readScan('.R.ANSWER.SCREEN.CRACKED').command).toEqual({
      command: 'ANSWER',
      value: 'screen.cracked',
    })
  })

  it('prints no command that a scanner would not give back', () => {
    expect(commandCode('')).toBeUndefined()
    expect(commandCode('NOTE', 'damaged corner')).toBeUndefined()
    expect(commandCode('GRADE', '良')).toBeUndefined()
  })

  it('takes a command for nothing else, and nothing else for a command', () => {
    const { raw: _, text, trackingKeys, command, ...others } = readScan('.R.PUT-AWAY')
    expect([text, trackingKeys, command, others]).toEqual([
      '.R.PUT-AWAY',
      ['.R.PUT-AWAY'],
      { command: 'PUT_AWAY' },
      { carriers: [] },
    ])
    for (const code of ['R.PHOTO', 'LAX1-S-02-01', 'OP1001', makeLpn(5), makeTracking('ups', half)]) {
      expect(readScan(code).command).toBeUndefined()
    }
  })
})

describe('a product', () => {
  it('is read as 14 digits from 8, 12, 13 or 14 with a right check digit', () => {
    const gtin = makeGtin13(half)
    expect(readScan(`]E0${gtin}`).gtin).toBe(`0${gtin}`)
    expect(readScan('036000291452').gtin).toBe('00036000291452')
    expect(readScan('96385074').gtin).toBe('00000096385074')
    expect(readScan('10036000291459').gtin).toBe('10036000291459')
    expect(readScan('036000291453').gtin).toBeUndefined()
    expect(readScan('0000000000000').gtin).toBeUndefined()
  })

  it('of twelve digits stays a product beside what carriers see in it, and nothing of it becomes another number', () => {
    const reading = readScan('036078652322')
    expect(reading.gtin).toBe('00036078652322')
    expect(reading.carriers.map((one) => one.format)).toEqual(['FedEx Express (12)', 'Purolator (12)'])
    expect(reading.trackingKeys).toEqual(['036078652322'])
  })

  it('code of a seller keeps its case', () => {
    expect(readScan(' Mug-blue_07\n')).toMatchObject({
      text: 'Mug-blue_07',
      trackingKeys: ['MUG-BLUE_07', 'Mug-blue_07'],
    })
  })
})

describe('a parcel’s label', () => {
  const usps = makeTracking('usps', half)
  const fedex = makeTracking('fedex', half)

  it('gives the number first, and the text as it is last', () => {
    const scan = `42091461\u001d${usps}`
    const { trackingKeys, text, gs1 } = readScan(`]C1${scan}`)
    expect(text).toBe(scan)
    expect(trackingKeys[0]).toBe(usps)
    expect(trackingKeys.at(-1)).toBe(scan)
    expect(gs1).toEqual({ '420': '91461', [usps.slice(0, 2)]: usps.slice(2) })
  })

  it('takes the separator’s stand-in of this warehouse', () => {
    const scan = `01095060001343521021~10AB`
    expect(readScan(scan, { separatorStandIns: ['~'] }).text).toContain('\u001d')
    expect(readScan(`42091461GSX${usps}`, { separatorStandIns: ['gsx'] }).trackingKeys[0]).toBe(usps)
  })

  it('of which only the postal code was scanned says so', () => {
    expect(readScan('42091461').routingOnly).toMatchObject({ postalCode: '91461' })
    expect(readScan(']C1420914611234').routingOnly).toMatchObject({ postalCode: '914611234' })
    expect(readScan(`42091461${usps}`).routingOnly).toBeUndefined()
  })

  it('with a wrong check digit offers what follows the postal code, and cuts nothing else out of it', () => {
    const wrong = usps.slice(0, -1) + ((Number(usps.at(-1)) + 1) % 10)
    expect(readScan(`42091461${wrong}`)).toMatchObject({ carriers: [] })
    expect(readScan(`42091461${wrong}`).trackingKeys).toContain(wrong)
    const other = fedex.slice(0, -1) + ((Number(fedex.at(-1)) + 1) % 10)
    const label = `1${'2'.repeat(14)}1002300${other}`
    expect(readScan(label).trackingKeys).toEqual([label])
  })

  it('of the old USPS form is a candidate with and without its 91', () => {
    const serial = '7123456789012345678'
    const bare = `${serial}${gs1CheckDigit(`91${serial}`)}`
    expect(readScan(bare).trackingKeys).toEqual([bare, `91${bare}`])
    expect(readScan(`42091461${bare}`).trackingKeys.slice(0, 2)).toEqual([bare, `91${bare}`])
    expect(readScan(`91${bare}`).trackingKeys).toEqual([`91${bare}`, bare])
  })
})

describe('anything whatever', () => {
  it('is read without a throw, its first key being what the number is stored as', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 80 }), (raw) => {
        const reading = readScan(raw)
        expect(reading.raw).toBe(raw)
        expect(reading.trackingKeys[0] ?? '').toBe(normaliseTracking(raw))
        expect(new Set(reading.trackingKeys).size).toBe(reading.trackingKeys.length)
      }),
      { numRuns: 2_000 },
    )
  })

  it.each(['1', 'A', ' ', '*', ']C1', '<G', '\u001d', '(01)', '01', 'https://', '-', '420', '％'])(
    'of ten thousand characters of %j is read and cut short',
    (piece) => {
      const { text, trackingKeys } = readScan(piece.repeat(10_000 / piece.length))
      expect(text.length).toBeLessThanOrEqual(2_048)
      expect(trackingKeys.length).toBeLessThanOrEqual(2)
    },
  )

  it('in many layers of framing with a long gap inside is read at once', { timeout: 1_000 }, () => {
    const stars = '*'.repeat(500)
    expect(readScan(`${stars}x${' '.repeat(1_000)}x${stars}`).trackingKeys[0]).toBe('XX')
    expect(normaliseTracking(`${'<G'.repeat(500)}${'S>'.repeat(500)}7`).length).toBeLessThanOrEqual(128)
  })
})
