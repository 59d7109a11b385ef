import type { Line } from '../db/line.ts'
import { Lately } from './lately.ts'
import { givePositions } from './positions.ts'
import type { Stretch } from './stretch.ts'

/** Told of what a round gave positions to. */
export type OnGiven = (stretch: Stretch) => void

/**
 * Gives positions right behind what is recorded here, in a transaction of its own that nobody waits for. What it cannot
 * give is given by the assigner a moment later.
 */
export class Giving {
  /** What the last round that was heard of has seen; before one was, it is not known where to begin. */
  #seen: string | null = null
  readonly #lately = new Lately()
  readonly #line: Line
  readonly #onGiven: OnGiven

  /**
   * @param line what is recorded here goes over it too
   * @param onGiven told of what was given, a moment before the notification comes around
   */
  constructor(line: Line, onGiven: OnGiven) {
    this.#line = line
    this.#onGiven = onGiven
    line.whenLost(() => this.lost())
  }

  /** A round was told of, whoever it was that gave positions. */
  heard(seen: string): void {
    this.#seen = seen
  }

  /** A connection was lost: a database that comes back from a crash gives transactions the numbers of those that it lost. */
  lost(): void {
    this.#seen = null
  }

  /** To be called when so many events have just been sent to be recorded. Under load it is left to the assigner. */
  behind(events: number): void {
    this.#lately.count(events)
    if (this.#seen !== null && !this.#lately.areMany) void this.#give(this.#seen)
  }

  async #give(from: string): Promise<void> {
    try {
      const { seen, stretch } = await givePositions(this.#line, from, 'briefly')
      this.#seen = seen
      if (stretch !== null) this.#onGiven(stretch)
    } catch {
      this.#seen = null
    }
  }
}
