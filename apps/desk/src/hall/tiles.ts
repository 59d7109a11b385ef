import type { Layout } from './lay-out.ts'

/** The map is cut into strips, of which only those in sight are drawn: scrolling is then the browser's own work. */
export interface Tile {
  readonly top: number
  readonly height: number
  /** The cells that show on it. */
  readonly cells: readonly number[]
}

export const TILE = 320
/** What is drawn around a cell reaches over its edge. */
const OVER = 3

export function tilesOf({ cells, height }: Pick<Layout, 'cells' | 'height'>): readonly Tile[] {
  const count = Math.ceil(height / TILE)
  const on = Array.from({ length: count }, (): number[] => [])
  cells.forEach(({ y, h }, n) => {
    const [first, last] = [Math.floor((y - OVER) / TILE), Math.floor((y + h + OVER) / TILE)]
    for (let tile = Math.max(0, first); tile <= Math.min(count - 1, last); tile++) on[tile]?.push(n)
  })
  return on.map((inIt, n) => ({
    top: n * TILE,
    height: Math.min(TILE, height - n * TILE),
    cells: inIt,
  }))
}
