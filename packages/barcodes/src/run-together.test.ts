import { describe, expect, it } from 'vitest'
import { fractions } from './fractions.fixture.ts'
import { makeGtin13, makeLpn, makeTracking } from './make.ts'
import type { Reading } from './read-scan.ts'
import { readScan } from './read-scan.ts'
import { splitRunTogether } from './run-together.ts'
import { TRIGGER_TEST } from './trigger-test.ts'

const random = fractions(4)
const [plate, other] = [makeLpn(17), makeLpn(4_711)]
const [ups, usps, s10] = [
  makeTracking('ups', random),
  makeTracking('usps', random),
  makeTracking('s10', random),
]
const gtin = makeGtin13(random)
const texts = (splits: [Reading, Reading][]) => splits.map(([first, second]) => [first.text, second.text])

describe('two barcodes that ran together', () => {
  it.each([
    ['two plates', plate, other],
    ['one plate twice', plate, plate],
    ['a parcel and a plate', ups, plate],
    ['a plate and a parcel', plate, usps],
    ['a product and a plate', gtin, plate],
    ['two parcels', s10, ups],
    ['a bin and a plate', 'LAX1-S-02-01', plate],
    ['a plate and a command', plate, '.R.PHOTO'],
  ])('are taken apart where each vouches for itself: %s', (_, first, second) => {
    expect(texts(splitRunTogether(first + second))).toContainEqual([first, second])
  })

  it('are taken apart where both are known, whatever they look like', () => {
    const known = new Set(['MUG-BLUE', 'RET-4711'])
    const splits = splitRunTogether('MUG-BLUERET-4711', ({ text }) => known.has(text))
    expect(texts(splits)).toEqual([['MUG-BLUE', 'RET-4711']])
    expect(splitRunTogether('MUG-BLUERET-4712', ({ text }) => known.has(text))).toEqual([])
  })

  it('have the same code twice first, where there are several ways', () => {
    const splits = texts(splitRunTogether(`]C0${ups}${ups}`))
    expect(splits[0]).toEqual([ups, ups])
  })

  it('are not seen in one barcode', () => {
    for (const one of [
      ups,
      usps,
      s10,
      gtin,
      plate,
      'LAX1-S-02-01',
      '.R.GRADE.LIKE-NEW',
      '114-4387548-8681276',
      TRIGGER_TEST,
    ]) {
      expect(texts(splitRunTogether(one))).toEqual([])
    }
  })

  it('are not looked for in a text longer than two labels', () => {
    expect(splitRunTogether(plate.repeat(400))).toEqual([])
    expect(splitRunTogether('')).toEqual([])
  })

  it('as one are nobody’s number', () => {
    expect(readScan(plate + other)).toMatchObject({ carriers: [] })
    expect(readScan(plate + other).lpn).toBeUndefined()
  })
})
