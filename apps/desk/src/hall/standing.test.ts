import type { BoardBin } from '@restow/contracts'
import { describe, expect, it } from 'vitest'
import { countIn, fillShade, STANDINGS, stands } from './standing.ts'

const NOW = 2_000_000_000
const DAY = 86_400
const bin = (change: Partial<BoardBin>): BoardBin => ({
  ...{ code: 'S-01-01', plates: 4, capacity: 10, oldestSeconds: 0, exceptions: 0, oldestAt: NOW - 60 },
  ...change,
})
const standingsOf = (of: BoardBin, zone: Parameters<typeof stands>[1] = 'resell') =>
  STANDINGS.filter((standing) => stands(of, zone, standing, NOW))

describe('how a bin stands', () => {
  it('is empty, full or more than full, and one of them alone', () => {
    const { oldestAt: _, ...empty } = bin({ plates: 0 })
    expect([empty, bin({ plates: 10 }), bin({ plates: 11 }), bin({})].map((one) => standingsOf(one))).toEqual(
      [['empty'], ['full'], ['overfull'], []],
    )
  })

  it('is ageing by the measure of its zone, or where a time target is broken', () => {
    expect(standingsOf(bin({ oldestAt: NOW - 2 * DAY }), 'inspection')).toEqual(['ageing'])
    expect(standingsOf(bin({ oldestAt: NOW - 2 * DAY }), 'resell')).toEqual([])
    expect(standingsOf(bin({ late: 1 }))).toEqual(['ageing'])
  })

  it('holds what belongs elsewhere or waits for somebody', () => {
    expect(standingsOf(bin({ misplaced: 1, held: 2 }))).toEqual(['wrongZone', 'held'])
  })

  it('is counted as it is filtered', () => {
    const { oldestAt: _, ...empty } = bin({ plates: 0 })
    const all = [empty, bin({ plates: 10 }), bin({ plates: 12, late: 1 }), bin({ misplaced: 1, held: 1 })]
    const counts = { full: 0, overfull: 0, empty: 0, wrongZone: 0, ageing: 0, held: 0 }
    for (const one of all) countIn(counts, one, 'resell', NOW)
    for (const standing of STANDINGS)
      expect([standing, counts[standing]]).toEqual([
        standing,
        all.filter((one) => stands(one, 'resell', standing, NOW)).length,
      ])
  })

  it('has a shade of its own only when it is full', () => {
    expect([1, 5, 9, 10, 12].map((plates) => fillShade(bin({ plates })))).toEqual([0, 2, 3, 4, 4])
  })
})
