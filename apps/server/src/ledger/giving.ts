import { Lately } from './lately.ts'
import type { Stretch } from './stretch.ts'

/** Told of what was given positions. */
export type OnGiven = (stretch: Stretch) => void

/** What is told of a stretch, with what happened, is about so much at most; migration 0030 names it too. */
const FEW = 8
/** Somebody had the turn for long, or it failed: it is left to the assigner for so long. */
const REST_MS = 1000

/**
 * Says whether what is recorded here gets its positions in the same transaction: where it is little, and there is no load. Positions are
 * given by one after the other, each until its commit; under load that would have commands of all nodes wait for one another.
 */
export class Giving {
  readonly #lately = new Lately()
  readonly #onGiven: OnGiven
  #restsUntil = 0
  #isOpen = false

  /** @param onGiven told of what was given, a moment before the notification comes around */
  constructor(onGiven: OnGiven) {
    this.#onGiven = onGiven
  }

  open(): void {
    this.#isOpen = true
  }

  /** To be asked before so many events are recorded. */
  isWanted(events: number): boolean {
    this.#lately.count(events)
    return this.#isOpen && events <= FEW && !this.#lately.areMany && performance.now() >= this.#restsUntil
  }

  /** @param stretch null where they were not given positions, though that was wanted */
  given(stretch: Stretch | null): void {
    if (stretch !== null) this.#onGiven(stretch)
    else this.#restsUntil = performance.now() + REST_MS
  }
}
