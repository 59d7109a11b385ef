import type { Sheet } from './paint.ts'

/** What the strips draw from. Those in sight are told when it changes; the others draw when they come into sight. */
export class Paper {
  #sheet: Sheet | null = null
  readonly #drawers = new Set<(sheet: Sheet) => void>()

  put(sheet: Sheet): void {
    this.#sheet = sheet
    for (const draw of this.#drawers) draw(sheet)
  }

  /** Draws at once, and whenever something changes. @returns ends that */
  show(draw: (sheet: Sheet) => void): () => void {
    this.#drawers.add(draw)
    if (this.#sheet) draw(this.#sheet)
    return () => this.#drawers.delete(draw)
  }
}
