import { describe, expect, it } from 'vitest'
import { inSight, TILE } from './tiles.ts'

describe('the strips in sight', () => {
  const HIGH = 2.5 * TILE

  it('cover it wherever the page stands, with as many strips everywhere', () => {
    for (let from = -HIGH; from < 100 * TILE; from += 37) {
      const { first, count } = inSight(from, HIGH, 100)
      expect(count).toBe(4)
      expect(first * TILE).toBeLessThanOrEqual(Math.max(0, from))
      expect((first + count) * TILE).toBeGreaterThanOrEqual(Math.min(from + HIGH, 100 * TILE))
    }
  })

  it('are all there are of a small hall, and none of none', () => {
    expect(inSight(-480, 1860, 2)).toEqual({ first: 0, count: 2 })
    expect(inSight(5000, 1860, 2)).toEqual({ first: 0, count: 2 })
    expect(inSight(-480, 1860, 0)).toEqual({ first: 0, count: 0 })
  })
})
