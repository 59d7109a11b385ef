import fc from 'fast-check'
import { describe, expect, it, vi } from 'vitest'
import { normaliseTracking } from './carriers.ts'
import { fractions } from './fractions.fixture.ts'
import { makeTracking } from './make.ts'
import { kindsOf } from './precedence.ts'
import { readScan } from './read-scan.ts'
import { splitRunTogether } from './run-together.ts'
import { labelOf, writeScan } from './write-scan.ts'

// Thousands of numbers, on computers that may have other work.
vi.setConfig({ testTimeout: 60_000 })

const ups = makeTracking('ups', fractions(8))

/** What no scan should be, and some day is. */
const BAD: [string, string][] = [
  ['nothing', ''],
  ['blanks', ' \t\r\n '],
  ['controls', '\u0000\u0001\u001b[A\u007f'],
  ['separators alone', '\u001d\u001d'],
  ['an AIM identifier alone', ']C1'],
  ['half an AIM identifier', ']C'],
  ['4 kB of one digit', '4'.repeat(4_096)],
  ['4 kB of a link', `https://example.com/${'01/'.repeat(1_400)}`],
  ['4 kB of brackets', '(01)'.repeat(1_024)],
  ['4 kB of identifiers', `]C1${'1099'.repeat(1_024)}`],
  ['4 kB of stars', '*'.repeat(4_096)],
  ['4 kB of quotes', `"'`.repeat(2_048)],
  ['4 kB of a carrier’s message', `[)>${'1Z'.repeat(2_048)}`],
  ['mixed scripts', '退货 4711 возврат עברית ١٢٣'],
  ['a lone half of a surrogate pair', '\ud800A'],
  ['Arabic digits of a carrier’s number', '١٢٣٤٥٦٧٨٩٠١٢'],
  ['another company’s link', 'https://qr.example.com/p/AbC123?ref=box'],
  ['a link without a host', 'https://'],
  ['a contact card', 'BEGIN:VCARD\nVERSION:3.0\nN:Doe;Jane\nEND:VCARD'],
  ['the network of a café', 'WIFI:T:WPA;S:Cafe;P:secret;;'],
  ['half a barcode', ups.slice(0, 11)],
  ['the other half', ups.slice(11)],
  ['the name of something every object has', '__proto__'],
  ['markup', '<script>alert(1)</script>'],
]

describe('bad input', () => {
  it.each(BAD)('of %s is read, written and looked at for two codes without a throw', (_, raw) => {
    const reading = readScan(raw)
    expect(reading.raw).toBe(raw)
    expect(kindsOf(reading).at(-1)).toBe('text')
    expect(() => [writeScan(reading), labelOf(reading), splitRunTogether(raw)]).not.toThrow()
    expect(normaliseTracking(normaliseTracking(raw))).toBe(normaliseTracking(raw))
  })

  it.each(BAD)('of %s is no product, plate, bin, badge, command, pallet or checked number', (_, raw) => {
    const { lpn, bin, badge, command, gtin, sscc, carriers } = readScan(raw)
    expect([lpn, bin, badge, command, gtin, sscc]).toEqual(Array(6).fill(undefined))
    expect(carriers.filter((one) => one.check === 'right')).toEqual([])
  })

  it('of nothing has nothing to look up', () => {
    for (const raw of ['', ' ', '\u0000', ']C1', '\u001d']) expect(readScan(raw).trackingKeys).toEqual([])
  })

  it('of whatever pieces is read, written, and read as the same again', () => {
    const piece = fc.constantFrom(
      ...([
        '01',
        '10',
        '17',
        '21',
        '00',
        '420',
        '96',
        '91',
        '92',
        '1Z',
        'JJD',
        'RU',
        'LPN',
        'X00',
        'B0',
      ] as const),
      ...([
        '(01)',
        '(10)',
        '(',
        ')',
        ']C1',
        ']d2',
        ']Q3',
        ']E0',
        '*',
        '%',
        '[)>',
        'UPSN',
        'FDE',
        '|',
        '~',
      ] as const),
      ...([
        'https://a.b/',
        '/01/',
        '?17=',
        '%2F',
        '\u001d',
        '<GS>',
        '\u001e',
        '.R.',
        '-',
        '"',
        'd',
        'b',
        '9506000134352',
      ] as const),
    )
    const part = fc.oneof(piece, fc.stringMatching(/^\d{1,22}$/), fc.string({ unit: 'binary', maxLength: 8 }))
    fc.assert(
      fc.property(fc.array(part, { maxLength: 12 }), (parts) => {
        const reading = readScan(parts.join(''))
        const again = readScan(writeScan(reading))
        const { gs1Elements, lpn, bin, badge, command } = reading
        expect([again.lpn, again.bin, again.badge, again.command]).toEqual([lpn, bin, badge, command])
        if (gs1Elements && !reading.gs1Uncertain) expect(again.gs1Fields).toEqual(reading.gs1Fields)
      }),
      { numRuns: 3_000 },
    )
  })
})
