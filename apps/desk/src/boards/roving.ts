import type { KeyboardEvent } from 'react'

const cellsOf = (map: Element) => [...map.querySelectorAll<HTMLElement>('[data-cell]')]

/** The cell nearest above or below: the next row that has any, and in it the one least to the side. */
function across(cells: readonly HTMLElement[], from: HTMLElement, down: boolean): HTMLElement | undefined {
  const { top, left } = from.getBoundingClientRect()
  const beyond = cells
    .map((cell) => ({ cell, at: cell.getBoundingClientRect() }))
    .filter(({ at }) => (down ? at.top > top + 2 : at.top < top - 2))
  const row = down ? Math.min(...beyond.map(({ at }) => at.top)) : Math.max(...beyond.map(({ at }) => at.top))
  return beyond
    .filter(({ at }) => Math.abs(at.top - row) < 3)
    .sort((a, b) => Math.abs(a.at.left - left) - Math.abs(b.at.left - left))[0]?.cell
}

function target(cells: readonly HTMLElement[], from: HTMLElement, key: string): HTMLElement | undefined {
  const index = cells.indexOf(from)
  if (key === 'ArrowRight') return cells[index + 1]
  if (key === 'ArrowLeft') return cells[index - 1]
  if (key === 'Home') return cells[0]
  if (key === 'End') return cells.at(-1)
  if (key === 'ArrowDown' || key === 'ArrowUp') return across(cells, from, key === 'ArrowDown')
  return undefined
}

/** Arrow keys lead from cell to cell, so that a map of hundreds of bins is one stop of the Tab key. */
export function onMapKey(event: KeyboardEvent<HTMLElement>): void {
  const from = (event.target as HTMLElement).closest<HTMLElement>('[data-cell]')
  if (!from) return
  const next = target(cellsOf(event.currentTarget), from, event.key)
  if (!next) return
  event.preventDefault()
  next.focus()
}
