import type { GoneRow } from './hall.queries.ts'

/** What is done with, summed up: it is counted for good, and too much to be kept one by one. */

type Key = Pick<GoneRow, 'kind' | 'seller' | 'state' | 'disposition'>

const textOf = ({ kind, seller, state, disposition }: Key): string =>
  JSON.stringify([kind, seller, state, disposition])

export class Gone {
  readonly #rows = new Map<string, { -readonly [K in keyof GoneRow]: GoneRow[K] }>()

  constructor(rows: readonly GoneRow[]) {
    for (const row of rows) this.#rows.set(textOf(row), { ...row })
  }

  /** One more, or one less, of so many pieces. */
  count(key: Key, by: 1 | -1, pieces: number): void {
    const { kind, seller, state, disposition } = key
    const text = textOf(key)
    const row = this.#rows.get(text) ?? { kind, seller, state, disposition, n: 0, pieces: 0 }
    row.n += by
    row.pieces += by * pieces
    this.#rows.set(text, row)
  }

  get rows(): readonly GoneRow[] {
    return [...this.#rows.values()]
  }
}
