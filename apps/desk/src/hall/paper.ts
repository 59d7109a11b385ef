import type { Look, Sheet } from './paint.ts'
import type { Sight, Tile } from './tiles.ts'

type Draw = (sheet: Sheet) => void

/** Whether bins are drawn alike by both, but for which of them match. */
const isSameLook = (a: Look, b: Look): boolean =>
  a === b ||
  (a.by === b.by &&
    a.now === b.now &&
    a.palette === b.palette &&
    (a.matches === null) === (b.matches === null))

/** Is all that shows on the strip as it was drawn? What was found may be found once more, or elsewhere. */
export function isDrawn({ cells }: Tile, before: Sheet | null, now: Sheet): boolean {
  if (!before || before.layout !== now.layout || !isSameLook(before.look, now.look)) return false
  const [had, has] = [before.look.matches, now.look.matches]
  return cells.every((n) => {
    const { slot = -1, code = '' } = now.layout.cells[n] ?? {}
    return before.bins[slot] === now.bins[slot] && (had === has || had?.has(code) === has?.has(code))
  })
}

/** So long nothing changes before those are drawn that are not in sight: what is looked for changes once more with its answer. */
const REST_MS = 500

/**
 * What the strips draw from. When it changes, those in sight are told at once; those that are not once they come into sight, or
 * one after the other, in a frame each, when it has not changed for a while.
 */
export class Paper {
  #sheet: Sheet | null = null
  #sight: Sight = { first: 0, count: 0 }
  /** Which tile each draws. */
  readonly #drawers = new Map<Draw, number>()
  readonly #late = new Set<Draw>()
  #rest: ReturnType<typeof setTimeout> | undefined
  #frame: number | null = null

  /** Which tiles are in sight. */
  see(sight: Sight): void {
    this.#sight = sight
    for (const draw of this.#late) if (this.#isInSight(draw)) this.#drawn(draw)
  }

  #isInSight(draw: Draw): boolean {
    const [tile, { first, count }] = [this.#drawers.get(draw) ?? -1, this.#sight]
    return tile >= first && tile < first + count
  }

  put(sheet: Sheet): void {
    this.#sheet = sheet
    for (const draw of this.#drawers.keys())
      if (this.#isInSight(draw)) this.#drawn(draw)
      else this.#late.add(draw)
    if (this.#frame !== null) cancelAnimationFrame(this.#frame)
    this.#frame = null
    clearTimeout(this.#rest)
    if (this.#late.size > 0) this.#rest = setTimeout(() => this.#drawLate(), REST_MS)
  }

  #drawLate(): void {
    if (this.#late.size === 0) return
    this.#frame = requestAnimationFrame(() => {
      this.#frame = null
      const [draw] = this.#late
      if (draw) this.#drawn(draw)
      this.#drawLate()
    })
  }

  #drawn(draw: Draw): void {
    this.#late.delete(draw)
    if (this.#sheet) draw(this.#sheet)
  }

  /** Draws a tile at once, and whenever something changes. @returns ends that */
  show(tile: number, draw: Draw): () => void {
    this.#drawers.set(draw, tile)
    this.#drawn(draw)
    return () => {
      this.#drawers.delete(draw)
      this.#late.delete(draw)
    }
  }
}
