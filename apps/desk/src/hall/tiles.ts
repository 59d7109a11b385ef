import type { Layout, Sign } from './lay-out.ts'

/** The map is cut into strips, of which only those in sight are drawn: scrolling is then the browser's own work. */
export interface Tile {
  /** Which it is from the top, beginning with 0. */
  readonly nth: number
  readonly top: number
  readonly height: number
  /** The cells, and the words, that show on it. */
  readonly cells: readonly number[]
  readonly signs: readonly Sign[]
}

/** So high that one is drawn within a frame, also on a slow computer. */
export const TILE = 320
/** What is drawn around a cell, or as high as a letter, reaches over its edge. */
const [OVER, LETTER] = [3, 8]

export function tilesOf({
  cells,
  signs,
  height,
}: Pick<Layout, 'cells' | 'signs' | 'height'>): readonly Tile[] {
  const count = Math.ceil(height / TILE)
  const tiles = Array.from({ length: count }, (_, nth) => ({
    nth,
    top: nth * TILE,
    height: Math.min(TILE, height - nth * TILE),
    cells: [] as number[],
    signs: [] as Sign[],
  }))
  const between = (from: number, to: number) =>
    tiles.slice(Math.max(0, Math.floor(from / TILE)), Math.floor(to / TILE) + 1)
  cells.forEach(({ y, h }, n) => {
    for (const tile of between(y - OVER, y + h + OVER)) tile.cells.push(n)
  })
  for (const sign of signs)
    for (const tile of between(sign.y - LETTER, sign.y + LETTER)) tile.signs.push(sign)
  return tiles
}

/** From which tile on, and how many of them. */
export interface Sight {
  readonly first: number
  readonly count: number
}

/** The tiles of so much of the map, from a height on; always as many, also where the map ends. */
export function inSight(from: number, height: number, tiles: number): Sight {
  const count = Math.min(tiles, Math.ceil(height / TILE) + 1)
  const first = Math.min(Math.max(0, Math.floor(from / TILE)), tiles - count)
  return { first, count }
}

/** The tiles in sight by the canvas that draws each: one that stays in sight keeps its canvas, and its place among them. */
export const byCanvas = (tiles: readonly Tile[], { first, count }: Sight): readonly Tile[] =>
  tiles.slice(first, first + count).toSorted((a, b) => (a.nth % count) - (b.nth % count))
