import type { Layout } from './lay-out.ts'

/** Where the arrow keys lead on the map. */

const clamp = (n: number, most: number) => Math.max(0, Math.min(most, n))

/** The cell of another row that is the least to the side. */
function across({ cells, rows }: Layout, from: number, by: number): number {
  const row = rows.findIndex((one) => one.includes(from))
  const next = rows[clamp(row + by, rows.length - 1)] ?? []
  const middle = (n: number) => (cells[n]?.x ?? 0) + (cells[n]?.w ?? 0) / 2
  const at = middle(from)
  return next.reduce(
    (best, n) => (Math.abs(middle(n) - at) < Math.abs(middle(best) - at) ? n : best),
    next[0] ?? from,
  )
}

const PAGE = 10

/** @returns the cell that a key leads to; undefined of a key that leads nowhere */
export function stepFrom(layout: Layout, from: number, key: string): number | undefined {
  const last = layout.cells.length - 1
  if (key === 'ArrowRight') return clamp(from + 1, last)
  if (key === 'ArrowLeft') return clamp(from - 1, last)
  if (key === 'Home') return 0
  if (key === 'End') return last
  if (key === 'ArrowDown') return across(layout, from, 1)
  if (key === 'ArrowUp') return across(layout, from, -1)
  if (key === 'PageDown') return across(layout, from, PAGE)
  if (key === 'PageUp') return across(layout, from, -PAGE)
  return undefined
}

/** The cell at a place, among those given. */
export const cellAt = (layout: Layout, among: readonly number[], x: number, y: number): number | undefined =>
  among.find((n) => {
    const cell = layout.cells[n]
    return cell && x >= cell.x && x <= cell.x + cell.w && y >= cell.y && y <= cell.y + cell.h
  })
