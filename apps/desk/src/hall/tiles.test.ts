import { describe, expect, it } from 'vitest'
import { byCanvas, inSight, TILE, tilesOf } from './tiles.ts'

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

  it('keep their canvases and the order of these while others come and go, whichever way the page is scrolled', () => {
    const tiles = tilesOf({ cells: [], signs: [], height: 20 * TILE })
    const nths = (first: number) => byCanvas(tiles, { first, count: 4 }).map(({ nth }) => nth)
    expect(nths(0)).toEqual([0, 1, 2, 3])
    expect(nths(1)).toEqual([4, 1, 2, 3])
    expect(nths(6)).toEqual([8, 9, 6, 7])
    expect(nths(5)).toEqual([8, 5, 6, 7])
    expect(byCanvas(tiles, { first: 0, count: 0 })).toEqual([])
  })
})
