import type { Sheet } from './paint.ts'
import type { Sight } from './tiles.ts'

type Draw = (sheet: Sheet) => void

/**
 * What the strips draw from. When it changes, those in sight are told at once, and those that are about to be one after the
 * other, in a frame each; the others draw when they come.
 */
export class Paper {
  #sheet: Sheet | null = null
  #sight: Sight = { first: 0, count: 0 }
  /** Which tile each draws. */
  readonly #drawers = new Map<Draw, number>()
  readonly #late = new Set<Draw>()
  #frame: number | null = null

  /** Which tiles are in sight. */
  see(sight: Sight): void {
    this.#sight = sight
  }

  put(sheet: Sheet): void {
    this.#sheet = sheet
    const { first, count } = this.#sight
    for (const [draw, tile] of this.#drawers) {
      if (tile >= first && tile < first + count) draw(sheet)
      else this.#late.add(draw)
    }
    this.#drawLate()
  }

  #drawLate(): void {
    if (this.#late.size === 0) return
    this.#frame ??= requestAnimationFrame(() => {
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
