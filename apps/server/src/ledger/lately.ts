/** So many within about a fifth of a second are many; a few that have piled up are not. */
const [MANY, WITHIN_MS] = [50, 200]

/**
 * Tells a steady stream from what comes now and then: what was counted fades. Under load each round of the feed, and each look
 * at it, is one more transaction among many: then they wait for others.
 */
export class Lately {
  #level = 0
  #at = performance.now()

  count(n: number): void {
    this.#level = this.#now + n
    this.#at = performance.now()
  }

  get #now(): number {
    return this.#level * Math.exp((this.#at - performance.now()) / WITHIN_MS)
  }

  get areMany(): boolean {
    return this.#now >= MANY
  }
}
