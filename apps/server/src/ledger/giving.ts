import type { Queryable } from '../db/pool.ts'
import { Lately } from './lately.ts'
import { givePositions } from './positions.ts'

/**
 * Gives positions right behind what is recorded here, in a transaction of its own that nobody waits for. What it cannot
 * give is given by the assigner a moment later.
 */
export class Giving {
  /** What the last round that was heard of has seen; before one was, it is not known where to begin. */
  #seen: string | null = null
  readonly #lately = new Lately()
  readonly #onGiven: (head: number) => void

  /** @param onGiven told of the last position that was given, a moment before the notification comes around */
  constructor(onGiven: (head: number) => void) {
    this.#onGiven = onGiven
  }

  /** A round was told of, whoever it was that gave positions. */
  heard(seen: string): void {
    this.#seen = seen
  }

  /** Under load it is left to the assigner. */
  behind(line: Queryable, events: number): void {
    this.#lately.count(events)
    if (this.#seen !== null && !this.#lately.areMany) void this.#give(line, this.#seen)
  }

  async #give(line: Queryable, from: string): Promise<void> {
    try {
      const { seen, head } = await givePositions(line, from, 'briefly')
      this.#seen = seen
      if (head !== null) this.#onGiven(head)
    } catch {
      this.#seen = null
    }
  }
}
