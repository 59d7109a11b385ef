import { describe, expect, it, vi } from 'vitest'
import { commandCode } from './command-codes.ts'
import { numbersOf, SHAPES } from './formats.fixture.ts'
import { fractions } from './fractions.fixture.ts'
import { elementsOf } from './gs1.fixture.ts'
import { makeGtin13, makeLpn } from './make.ts'
import { kindsOf, type ScannedKind } from './precedence.ts'
import { readScan } from './read-scan.ts'
import { elementString } from './write-gs1.ts'

// Thousands of numbers, on computers that may have other work.
vi.setConfig({ testTimeout: 60_000 })

/** Codes of which one thing can be several: the first of two comes before the second, in every code that is both. */
const COLLISIONS: [code: string, kinds: ScannedKind[]][] = [
  ['036078652322', ['product', 'parcel']],
  ['10036000291459', ['product', 'perhaps_parcel']],
  [']E00036078652322', ['product']],
  ['00106141412345678908', ['pallet', 'parcel', 'gs1']],
  ['42012344', ['routing', 'product']],
  ['LPN123456789', ['marketplace_plate', 'perhaps_parcel']],
  ['RMA123456789', ['rma', 'perhaps_parcel']],
  ['CN123456785GB', ['parcel', 'perhaps_parcel']],
  [']C19205597472073788369076', ['parcel', 'gs1']],
  ['0109506000134352', ['product', 'gs1']],
  ['010950600013435221987', ['product', 'serial', 'gs1']],
  ['https://example.com/01/09506000134352', ['product', 'gs1', 'link']],
  ['https://example.com/00/106141412345678908', ['pallet', 'gs1', 'link']],
  [']C142127610115', ['routing', 'gs1']],
  ['https://example.com/01/09506000134352/21/7', ['product', 'serial', 'gs1', 'link']],
]

const random = fractions(99)
const signs = (alphabet: string, count: number) =>
  Array.from({ length: count }, () => alphabet.charAt(Math.floor(random() * alphabet.length))).join('')
const DIGITS = '0123456789'
const LETTERS = 'ABCDEFGHIJKLMNOPQRSTUVWXYZ'

/** Codes of every kind, by the hundred. */
const MADE: [string, string[]][] = [
  ['plates', Array.from({ length: 200 }, (_, i) => makeLpn(i * 4_999 + 1))],
  ['plates with a wrong check digit', Array.from({ length: 200 }, () => `RU${signs(DIGITS, 10)}`)],
  ['badges', Array.from({ length: 200 }, () => signs(LETTERS, 2) + signs(DIGITS, 4))],
  [
    'bins',
    Array.from({ length: 200 }, () => `LAX1-${signs(LETTERS, 1)}-${signs(DIGITS, 2)}-${signs(DIGITS, 2)}`),
  ],
  ['commands', ['PHOTO', 'UNDO', 'GRADE'].map((command) => commandCode(command, 'like_new') ?? '')],
  [
    'printers',
    Array.from({ length: 200 }, () => `.P.${signs(DIGITS + LETTERS, 1)}${signs(`${DIGITS}${LETTERS}-`, 7)}`),
  ],
  [
    'orders',
    Array.from({ length: 200 }, () => `${signs(DIGITS, 3)}-${signs(DIGITS, 7)}-${signs(DIGITS, 7)}`),
  ],
  ['FNSKUs', Array.from({ length: 200 }, () => `X00${signs(DIGITS + LETTERS, 7)}`)],
  ['ASINs', Array.from({ length: 200 }, () => `B0${signs(DIGITS + LETTERS, 8)}`)],
  ['marketplaces’ plates', Array.from({ length: 200 }, () => `LPN${signs(LETTERS, 2)}${signs(DIGITS, 8)}`)],
  ['products', Array.from({ length: 200 }, () => makeGtin13(random))],
  ['GS1 codes', Array.from({ length: 200 }, (_, i) => `]C1${elementString(elementsOf(fractions(i + 1)))}`)],
  ...SHAPES.map((shape): [string, string[]] => [`${shape.carrier} ${shape.format}`, numbersOf(shape, 100)]),
]

const ORDER: ScannedKind[] = [
  ...([
    'command',
    'plate',
    'badge',
    'bin',
    'routing',
    'pallet',
    'product',
    'parcel',
    'marketplace_plate',
  ] as const),
  ...(['order', 'rma', 'serial', 'gs1', 'perhaps_parcel', 'link', 'text'] as const),
]

describe('what a code is taken for first', () => {
  it.each(COLLISIONS)('where %s may be several things', (code, kinds) => {
    expect(kindsOf(readScan(code)).filter((kind) => kind !== 'text')).toEqual(kinds)
  })

  it('is what the house prints, which nothing else looks like', () => {
    const house: Record<string, ScannedKind> = {
      plates: 'plate',
      'plates with a wrong check digit': 'plate',
      badges: 'badge',
      bins: 'bin',
      commands: 'command',
    }
    for (const [name, codes] of MADE) {
      const wanted = house[name]
      for (const code of codes) {
        const kinds = kindsOf(readScan(code))
        if (wanted) expect(kinds, code).toEqual([wanted, 'text'])
        else
          expect(
            kinds.some((kind) => Object.values(house).includes(kind)),
            code,
          ).toBe(false)
      }
    }
  })

  it.each(MADE)('comes by one table, for each pair that %s can be', (_, codes) => {
    for (const code of codes) {
      const reading = readScan(code)
      const kinds = kindsOf(reading)
      // A longer code's product stands behind the carrier's number of all of it.
      const order = reading.gtin && kinds.indexOf('parcel') < kinds.indexOf('product') ? swapped : ORDER
      expect(kinds, code).toEqual([...kinds].sort((a, b) => order.indexOf(a) - order.indexOf(b)))
      expect(kinds.at(-1)).toBe('text')
    }
  })
})

const swapped = ORDER.map((kind) => (kind === 'product' ? 'parcel' : kind === 'parcel' ? 'product' : kind))
