import fc from 'fast-check'
import { describe, expect, it, vi } from 'vitest'
import { commandCode } from './command-codes.ts'
import { numbersOf, SHAPES } from './formats.fixture.ts'
import { fractions } from './fractions.fixture.ts'
import { makeLpn, makeScan, makeTracking } from './make.ts'
import { readScan } from './read-scan.ts'
import { labelOf, writeScan } from './write-scan.ts'

// Thousands of numbers, on computers that may have other work.
vi.setConfig({ testTimeout: 60_000 })

const GS = '\u001d'
const seeds = fc.integer({ min: 1, max: 1_000_000 })

describe('a scan written out of its reading', () => {
  it.each(SHAPES)('is what was scanned: $carrier $format', (shape) => {
    for (const number of numbersOf(shape, 100)) {
      const reading = readScan(number)
      // A pallet's number is written as GS1 writes it.
      expect(writeScan(reading).replace(/^\]C1/, '')).toBe(number)
      const label = labelOf(reading)
      if (label) expect(label.before + label.number + label.after).toBe(number)
    }
  })

  it('is a label with its routing ahead, its separator where it was, and the number that the seller was told', () => {
    fc.assert(
      fc.property(seeds, fc.constantFrom('usps', 'fedex', 'ups', 'dhl', 's10'), (seed, carrier) => {
        const random = fractions(seed)
        const number = makeTracking(carrier, random)
        const scan = makeScan(number, random)
        const reading = readScan(scan)
        expect(labelOf(reading)?.number).toBe(number)
        expect(writeScan(reading).replace(/^\]C1/, '')).toBe(scan)
      }),
    )
  })

  it('is the element string for a USPS label behind an AIM identifier', () => {
    const usps = makeTracking('usps', fractions(2))
    expect(writeScan(readScan(`]C1420900451234${GS}${usps}`))).toBe(`]C1420900451234${GS}${usps}`)
    expect(labelOf(readScan(`42090045${GS}${usps}`))).toEqual({
      before: `42090045${GS}`,
      number: usps,
      after: '',
    })
  })

  it('is DPD’s bars, with what stands on both sides of the parcel’s number', () => {
    const reading = readScan('%001002301234567890123101276')
    expect(labelOf(reading)).toEqual({ before: '%0010023', number: '01234567890123', after: '101276' })
    expect(writeScan(reading)).toBe('%001002301234567890123101276')
  })

  it('is the house’s own code, from whatever framing it was read', () => {
    const command = commandCode('GRADE', 'very_good') ?? ''
    for (const code of [makeLpn(7), 'LAX1-S-02-01', 'OP1001', command, '114-4387548-8681276', 'X001ABC2DE']) {
      for (const scan of [code, code.toLowerCase(), `*${code}*`, ` ${code}\r\n`]) {
        expect(writeScan(readScan(scan))).toBe(code)
      }
      expect(writeScan(readScan(`]C0${code}`))).toBe(`]C0${code}`)
    }
  })

  it('reads as what it was written from, for any digits', () => {
    fc.assert(
      fc.property(fc.stringMatching(/^(?:00|01|420|96|9[1-5]|1|3)?\d{6,36}$/), (text) => {
        const reading = readScan(text)
        const { raw: _, symbology: __, ...again } = readScan(writeScan(reading))
        const { raw: ___, ...before } = reading
        expect(again).toEqual(before)
      }),
      { numRuns: 2_000 },
    )
  })
})
