import type { BoardBin } from '@restow/contracts'
import { describe, expect, it } from 'vitest'
import { shadeOf } from './ages.ts'
import { aislesOf, baysOf } from './aisles.ts'

const bin = (code: string): BoardBin => ({
  code,
  plates: 0,
  capacity: 20,
  oldestSeconds: null,
  exceptions: 0,
})
const HOUR = 3600

describe('the map of the bins', () => {
  it('puts the bins of one aisle side by side', () => {
    const aisles = aislesOf(['S-01-01', 'S-01-02', 'S-02-01'].map(bin))
    expect(aisles.map(({ name, bins }) => [name, bins.length])).toEqual([
      ['S-01', 2],
      ['S-02', 1],
    ])
  })

  it('takes bins whose codes have no parts as one aisle', () => {
    expect(aislesOf(['A1', 'A2'].map(bin)).map(({ name }) => name)).toEqual([''])
  })

  it('is as wide as the longest aisle, and never wider than can be read', () => {
    const row = (n: number) => [{ name: 'S-01', bins: Array.from({ length: n }, (_, i) => bin(`S-01-${i}`)) }]
    expect([row(3), row(18), row(90)].map(baysOf)).toEqual([12, 18, 24])
  })

  it('shows a unit of two days as old where work is done, and as fresh on a shelf', () => {
    expect(shadeOf('inspection', 47 * HOUR)).toBe(3)
    expect(shadeOf('inspection', 48 * HOUR)).toBe(4)
    expect(shadeOf('resell', 48 * HOUR)).toBe(0)
    expect(shadeOf('resell', null)).toBe(0)
  })
})
