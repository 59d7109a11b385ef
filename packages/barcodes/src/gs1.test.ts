import fc from 'fast-check'
import { describe, expect, it, vi } from 'vitest'
import { applicationIdentifier, leadingIdentifier } from './application-identifiers.ts'
import { modelCheck } from './checks.ts'
import type { Element } from './elements.ts'
import { fractions } from './fractions.fixture.ts'
import { elementsOf } from './gs1.fixture.ts'
import { plainDate } from './gs1-dates.ts'
import { readScan } from './read-scan.ts'
import { bracketed, digitalLink, elementString } from './write-gs1.ts'

// Thousands of numbers, on computers that may have other work.
vi.setConfig({ testTimeout: 60_000 })

const GS = '\u001d'
const GTIN = '09506000134352'

describe('a GS1 code', () => {
  it('gives product, batch, expiry and serial', () => {
    const { gs1, gtin } = readScan(`]d2010950600013435210ABC123${GS}172612312198765`)
    expect(gs1).toEqual({ '01': GTIN, '10': 'ABC123', '17': '261231', '21': '98765' })
    expect(gtin).toBe(GTIN)
  })

  it('is read from bars’ text with brackets', () => {
    expect(readScan('(01)09506000134352(10)ab(1)c(21)7').gs1).toEqual({
      '01': GTIN,
      '10': 'ab(1)c',
      '21': '7',
    })
  })

  it('is seen without the scanner’s word where it begins with a product or a pallet', () => {
    expect(readScan('0109506000134352').gtin).toBe(GTIN)
    expect(readScan('00106141412345678908')).toMatchObject({
      gs1: { '00': '106141412345678908' },
      sscc: '106141412345678908',
    })
  })

  it('is not seen in any digits that happen to begin like one', () => {
    expect(readScan('1012345678').gs1).toBeUndefined()
    expect(readScan('2112345678').gs1).toBeUndefined()
  })

  it.each([
    ['a wrong check digit', ']C10109506000134353'],
    ['a month of 13', ']C117261301'],
    ['a thirtieth of February', ']C117260230'],
    ['the twenty-ninth of February of a year that has none', ']C117270229'],
    ['an unknown identifier', ']C1051234'],
    ['a value cut short', ']C1010950600013'],
    ['two products at once', `]C101095060001343520110036000291459`],
    ['a separator inside a date', `]C1172612${GS}31`],
    ['piece three of two', ']C18006095060001343520302'],
    ['a hour of 25', `]C170032612312530`],
    ['a day 00 where a time follows', `]C170032612001230`],
    ['a GRAI whose first digit is no nought', ']C1800319506000134352'],
    ['a sign that no value may have, and another', ']C110AB~C^D'],
  ])('with %s is no GS1 code', (_, scan) => {
    expect(readScan(scan).gs1).toBeUndefined()
  })

  it('gives measures, places and service relations', () => {
    expect(readScan(`]C1310300075041095060001343528018106141412345678908`).gs1).toEqual({
      '3103': '000750',
      '410': '9506000134352',
      '8018': '106141412345678908',
    })
  })

  it.each(['|', '~', ' ', '^', '\\', '{GS}', '␝'])(
    'is read with %j for the separator, though nobody said so: no value may have that sign',
    (sign) => {
      expect(readScan(`]C101${GTIN}10ABC123${sign}21987`).gs1).toEqual({
        '01': GTIN,
        '10': 'ABC123',
        '21': '987',
      })
    },
  )
})

describe('the fields of a GS1 code by name', () => {
  const fields = (scan: string, year?: number) => readScan(scan, year === undefined ? {} : { year }).gs1Fields

  it('have dates as plain dates, and day 00 as the last of the month', () => {
    expect(fields(`]C101${GTIN}1728020015270400111701011326023110L1`)).toBeUndefined()
    expect(fields(`]C101${GTIN}17280200152704001117010113260228`)).toEqual({
      gtin: GTIN,
      expiry: '2028-02-29',
      bestBefore: '2027-04-30',
      productionDate: '2017-01-01',
      packagingDate: '2026-02-28',
    })
  })

  it('take a year of two digits for the one within fifty years, seen from the year it is', () => {
    expect(plainDate('760101', 2026)).toBe('2076-01-01')
    expect(plainDate('770101', 2026)).toBe('1977-01-01')
    expect(plainDate('000101', 2049)).toBe('2000-01-01')
    expect(plainDate('000101', 2050)).toBe('2100-01-01')
    expect(plainDate('990101', 2001)).toBe('1999-01-01')
    expect(fields(']C117990101', 2060)).toEqual({ expiry: '2099-01-01' })
  })

  it('have a time where one is said', () => {
    expect(fields(']C170032612311430')).toEqual({ expiryTime: '2026-12-31T14:30' })
  })

  it('have the decimal point of weights where it belongs', () => {
    expect(fields(']C13103000750')).toEqual({ netWeight: { value: '0.750', unit: 'kg' } })
    expect(fields(']C13200001500')).toEqual({ netWeight: { value: '1500', unit: 'lb' } })
    expect(fields(']C13302001500')).toEqual({ grossWeight: { value: '15.00', unit: 'kg' } })
  })

  it.each([
    ['GRAI', '8003095060001343521234', { grai: { key: '9506000134352', serial: '1234' } }],
    ['GRAI without a serial number', '800309506000134352', { grai: { key: '9506000134352' } }],
    ['GIAI', '8004950600013437ABC', { giai: '950600013437ABC' }],
    ['GDTI', '2539506000134352A1', { gdti: { key: '9506000134352', serial: 'A1' } }],
    ['GCN', '25595060001343521', { gcn: { key: '9506000134352', serial: '1' } }],
    ['ITIP', '8006095060001343520102', { itip: { gtin: GTIN, piece: 1, of: 2 } }],
    ['SSCC', '00106141412345678908', { sscc: '106141412345678908' }],
    ['GSRN', '8018106141412345678908', { serviceRecipient: '106141412345678908' }],
    ['content and count', `02${GTIN}3712`, { containedGtin: GTIN, count: '12' }],
    ['place', '4149506000134352', { location: '9506000134352' }],
    ['postal code with its country', '42127610115', { country: '276', postalCode: '10115' }],
    ['order', '400PO-1', { orderNumber: 'PO-1' }],
    [
      'address of a product',
      `01${GTIN}8200https://x.example`,
      { gtin: GTIN, productUrl: 'https://x.example' },
    ],
    ['secondary serial', `01${GTIN}2171${GS}25077`, { gtin: GTIN, serial: '71', secondarySerial: '77' }],
  ])('have a %s', (_, scan, expected) => {
    expect(fields(`]C1${scan}`)).toEqual(expected)
  })

  it('give the product of a piece of it', () => {
    expect(readScan('8006095060001343520102').gtin).toBe(GTIN)
  })
})

describe('a separator that was lost', () => {
  it('between batch and serial number is said to be uncertain, and neither is a field', () => {
    const reading = readScan(`01${GTIN}10ABC12321987654`)
    expect(reading.gs1Fields).toEqual({ gtin: GTIN })
    expect(reading.gs1Uncertain).toEqual([
      {
        ai: '10',
        value: 'ABC12321987654',
        readings: [
          [
            ['10', 'ABC123'],
            ['21', '987654'],
          ],
        ],
      },
    ])
    expect(reading.gtin).toBe(GTIN)
  })

  it('ahead of a date is said, the reading that has one first', () => {
    const [doubt] = readScan(`]C101${GTIN}10LOT2117261231`).gs1Uncertain ?? []
    expect(doubt?.readings[0]).toEqual([
      ['10', 'LOT21'],
      ['17', '261231'],
    ])
  })

  it('for certain, since the value is too long, leaves no value that was joined', () => {
    const reading = readScan(`]C101${GTIN}10ABCDEFGHIJKLMNOP172612312199`)
    expect(reading.gs1).toEqual({ '01': GTIN })
    expect(reading.gs1Uncertain?.[0]?.readings[0]).toEqual([
      ['10', 'ABCDEFGHIJKLMNOP'],
      ['17', '261231'],
      ['21', '99'],
    ])
    expect(readScan(`]C101${GTIN}10ABCDEFGHIJKLMNOPQRSTUVWXYZ`).gs1).toBeUndefined()
  })

  it('is nothing to wonder about where the scan has separators, or the batch stands last and holds no other', () => {
    expect(readScan(`]C101${GTIN}10ABC12321987654${GS}17261231`).gs1Uncertain).toBeUndefined()
    expect(readScan(`01${GTIN}1726123110ABC123`).gs1Uncertain).toBeUndefined()
    expect(readScan(`01${GTIN}21SN-0042`).gs1Uncertain).toBeUndefined()
    expect(readScan(`(01)${GTIN}(10)ABC12321987654`).gs1Uncertain).toBeUndefined()
  })

  it('between a US postal code and its number has but one place', () => {
    const { gs1, gs1Uncertain } = readScan(']C1420914619205597472073788369076')
    expect([gs1, gs1Uncertain]).toEqual([{ '420': '91461', '92': '05597472073788369076' }, undefined])
    expect(readScan(']C14209146112349205597472073788369076').gs1?.['420']).toBe('914611234')
  })

  it('anywhere in a code of batch and serial number is never silently joined', () => {
    const text = fc.stringMatching(/^[A-Z]{2}[0-9]{1,4}$/)
    fc.assert(
      fc.property(text, text, (batch, serial) => {
        const reading = readScan(`]d201${GTIN}10${batch}21${serial}`)
        expect(reading.gs1Fields?.batch).toBeUndefined()
        const seen = reading.gs1Uncertain?.[0]?.readings.map(Object.fromEntries)
        expect(seen).toContainEqual({ '10': batch, '21': serial })
      }),
    )
  })
})

describe('a Digital Link', () => {
  it('is read whoever’s host it is, behind whatever path, with its attributes', () => {
    expect(readScan('https://example.com/x/01/09506000134352/10/A%2FB?17=261231&utm=1#top')).toMatchObject({
      gtin: GTIN,
      gs1: { '01': GTIN, '10': 'A/B', '17': '261231' },
      gs1Fields: { gtin: GTIN, batch: 'A/B', expiry: '2026-12-31' },
    })
    expect(readScan('HTTPS://ID.GS1.ORG/01/09506000134352').gtin).toBe(GTIN)
    expect(readScan(']Q1https://a.example/de/01/shop/01/09506000134352/').gtin).toBe(GTIN)
  })

  it.each([
    ['9506000134352', GTIN],
    ['036000291452', '00036000291452'],
    ['96385074', '00000096385074'],
  ])('has the product’s number as short as %s', (short, gtin) => {
    expect(readScan(`https://example.com/01/${short}/21/x`)).toMatchObject({
      gtin,
      gs1: { '01': gtin, '21': 'x' },
    })
  })

  it('of a pallet is looked up by the pallet’s number', () => {
    const { trackingKeys } = readScan('https://example.com/00/106141412345678908')
    expect(trackingKeys).toContain('106141412345678908')
    expect(trackingKeys).toContain('00106141412345678908')
  })

  it.each([
    ['https://example.com/01/09506000134352/10/%E0%A4', 'percent signs that are wrong'],
    ['https://example.com/returns/4711', 'another company’s path'],
    ['https://example.com/01/09506000134353', 'a wrong check digit'],
    ['https://example.com/01/', 'no number'],
    ['https://example.com/01/09506000134352/10', 'a half pair'],
    ['https://example.com/track?01=09506000134352', 'the key among the attributes'],
    ['ftp://example.com/01/09506000134352', 'another scheme'],
    ['https:///01/09506000134352', 'no host'],
    ['https://example.com/01/09506000134352/10/a/10/b', 'a batch twice'],
  ])('%s is none: %s', (link) => {
    const { gs1, gtin, carriers, trackingKeys } = readScan(link)
    expect([gs1, gtin, carriers]).toEqual([undefined, undefined, []])
    expect(trackingKeys).toHaveLength(2)
  })
})

describe('the table of identifiers', () => {
  it('has a length for each, and none that begins with another', () => {
    const digits = Array.from({ length: 10_000 }, (_, i) => String(i))
    const all = [2, 3, 4].flatMap((length) =>
      [...new Set(digits.map((one) => one.padStart(4, '0').slice(0, length)))].filter(applicationIdentifier),
    )
    expect(all.length).toBeGreaterThan(500)
    for (const ai of all) expect(leadingIdentifier(`${ai}0000`)?.ai).toBe(ai)
    const ends = all.map(applicationIdentifier).filter((one) => one?.predefined)
    expect(ends.filter((one) => one?.shortest !== one?.longest)).toEqual([])
  })

  it('knows an account’s number and a model’s by their check characters', () => {
    const iban = applicationIdentifier('8007')
    expect([iban?.fits('GB82WEST12345698765432'), iban?.fits('GB82WEST12345698765433')]).toEqual([
      true,
      false,
    ])
    // GS1's own example of a Global Model Number.
    expect(modelCheck('1987654Ad4X4bL5ttr2310c')).toBe('2K')
    expect(readScan(']C180131987654Ad4X4bL5ttr2310c2K').gs1Fields).toEqual({
      model: '1987654Ad4X4bL5ttr2310c2K',
    })
    expect(readScan(']C180131987654Ad4X4bL5ttr2310c2L').gs1).toBeUndefined()
  })
})

describe('a GS1 code made of its elements', () => {
  const codes = fc.integer({ min: 1, max: 2_000_000_000 }).map((seed) => elementsOf(fractions(seed)))
  const read = (scan: string) => readScan(scan).gs1Elements
  const isLoneAndLast = (elements: Element[]) => elementString(elements).includes(GS) || elements.length === 1

  it('gives these elements again, in their order, from bars, from print and from a link', () => {
    fc.assert(
      fc.property(codes, (elements) => {
        const reading = readScan(`]C1${elementString(elements)}`)
        expect(reading.gs1Elements).toEqual(elements)
        if (isLoneAndLast(elements) && elements.length > 1) expect(reading.gs1Uncertain).toBeUndefined()
        expect(read(bracketed(elements))).toEqual(elements)
      }),
      { numRuns: 1_000 },
    )
  })

  it('as a link has the same elements', () => {
    fc.assert(
      fc.property(codes, (elements) => {
        const product: Element[] = [['01', GTIN], ...elements.filter(([ai]) => ai !== '01')]
        const link = digitalLink('https://id.example/a/b', product)
        expect(Object.fromEntries(read(link) ?? [])).toEqual(Object.fromEntries(product))
        expect(read(digitalLink('https://id.example/a/b', read(link) ?? []))).toEqual(read(link))
      }),
      { numRuns: 1_000 },
    )
  })

  it('that was read is written as it was scanned', () => {
    fc.assert(
      fc.property(codes, (elements) => {
        const text = elementString(elements)
        expect(elementString(read(`]d2${text}`) ?? [])).toBe(text)
      }),
      { numRuns: 1_000 },
    )
  })
})
