import { expect, it } from 'vitest'
import { ByQuarter } from './by-quarter.ts'

const at = (iso: string): number => Date.parse(iso)

it('counts what happened since a day began, in whichever time zone that was', () => {
  const counts = new ByQuarter()
  // Kathmandu's days begin at 18:15 in UTC.
  for (const time of ['2026-03-01T18:14:59.999Z', '2026-03-01T18:15:00.000Z', '2026-03-02T09:00:00.000Z'])
    counts.count(at(time), 1)
  expect(counts.since(at('2026-03-01T18:15:00.000Z'))).toBe(2)
  counts.count(at('2026-03-02T09:00:00.000Z'), -1)
  expect(counts.since(at('2026-03-01T18:15:00.000Z'))).toBe(1)
  counts.count(Number.NaN, 1)
  expect(counts.since(0)).toBe(2)
})

it('keeps two days, however long it counts', () => {
  const counts = new ByQuarter()
  const [begins, quarter] = [at('2026-03-01T00:00:00.000Z'), 900_000]
  for (let n = 0; n < 10_000; n++) counts.count(begins + n * quarter, 1)
  const last = begins + 9999 * quarter
  expect(counts.since(last - 191 * quarter)).toBe(192)
  expect(counts.since(0)).toBeLessThan(400)
  // What it no longer keeps may still be taken back.
  counts.count(begins, -1)
  expect(counts.since(last - 191 * quarter)).toBe(192)
})
