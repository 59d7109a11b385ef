import { expect, it } from 'vitest'
import { ByQuarter } from './by-quarter.ts'

const at = (iso: string): number => Date.parse(iso)
const QUARTER = 900_000
// Kathmandu's days begin at 18:15 in UTC.
const [BEGINS, NEXT] = [at('2026-03-01T18:15:00.000Z'), at('2026-03-02T18:15:00.000Z')]

it('counts what happened since a day began, in whichever time zone that was', () => {
  const counts = new ByQuarter()
  for (const time of [BEGINS - 1, BEGINS, at('2026-03-02T09:00:00.000Z')]) counts.count(time, 1)
  expect(counts.since(BEGINS)).toBe(2)
  // It is asked again and again for the same day.
  counts.count(at('2026-03-02T09:00:00.000Z'), -1)
  counts.count(BEGINS - 1, 1)
  expect(counts.since(BEGINS)).toBe(1)
  counts.count(NEXT, 1)
  expect([counts.since(NEXT), counts.since(BEGINS), counts.since(0)]).toEqual([1, 2, 4])
})

it('counts nothing that has no time', () => {
  const counts = new ByQuarter()
  counts.count(Number.NaN, 1)
  counts.forget(BEGINS)
  counts.count(BEGINS, 1)
  expect([counts.since(Number.NEGATIVE_INFINITY), counts.since(BEGINS)]).toEqual([1, 1])
})

it('lets go of what nobody asks for any more, also where it is taken back later', () => {
  const counts = new ByQuarter()
  for (let n = 0; n < 1000; n++) counts.count(BEGINS + n * QUARTER, 1)
  const kept = BEGINS + 808 * QUARTER
  expect(counts.since(0)).toBe(1000)
  counts.forget(kept)
  expect([counts.since(0), counts.since(kept)]).toEqual([192, 192])
  counts.count(BEGINS, -1)
  expect(counts.since(0)).toBe(192)
})
