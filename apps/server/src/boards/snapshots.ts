import { createHash } from 'node:crypto'
import { keepLast } from '../keep-last.ts'

/** How long a board may stand while nothing is recorded: its ages and clocks go on by themselves. */
const STANDS_MS = 30_000
/** Boards by who looks; more than a house has sellers would be somebody trying. */
const KEPT = 500

/** An opaque cursor of what has been committed. */
export const cursorOf = (committed: string): string =>
  createHash('sha256').update(committed).digest('base64url').slice(0, 16)

/** The tag of a board at a moment: the same while nothing was recorded, for half a minute. It is weak, since ages go on. */
export const tagOf = (cursor: string, now: number): string =>
  `W/"${cursor}-${Math.floor(now / STANDS_MS).toString(36)}"`

/** Does an If-None-Match header name this tag? */
export function isNamed(header: string | undefined, tag: string): boolean {
  if (header === undefined) return false
  const plain = (text: string) => text.trim().replace(/^W\//, '')
  return header.split(',').some((one) => one.trim() === '*' || plain(one) === plain(tag))
}

/** Keeps the last board for each that looks, so that ten screens on one wall cost as much as one. */
export class Snapshots {
  readonly #last = new Map<string, { tag: string; board: Promise<unknown> }>()

  /** The board under this tag, made once. A failure is not kept. */
  of<T>(key: string, tag: string, make: () => Promise<T>): Promise<T> {
    const last = this.#last.get(key)
    if (last?.tag === tag) return last.board as Promise<T>
    const board = make()
    const kept = { tag, board }
    keepLast(this.#last, KEPT, key, kept)
    board.catch(() => {
      if (this.#last.get(key) === kept) this.#last.delete(key)
    })
    return board
  }
}
