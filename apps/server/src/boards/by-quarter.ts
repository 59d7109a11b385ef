const QUARTER_MS = 900_000

const quarterOf = (time: number): number => Math.floor(time / QUARTER_MS)

/** How often something happened, by the quarter of an hour; all time zones' days begin with one. Times are in milliseconds since 1970. */
export class ByQuarter {
  readonly #counts = new Map<number, number>()
  /** Since when it is counted that was asked for last, and how often since then. */
  #first = Number.POSITIVE_INFINITY
  #since = 0
  #forgotten = Number.NEGATIVE_INFINITY

  /** One more, or one less, at a time; nothing where that is NaN. */
  count(time: number, by: 1 | -1): void {
    const quarter = quarterOf(time)
    if (Number.isNaN(quarter) || quarter < this.#forgotten) return
    this.#counts.set(quarter, (this.#counts.get(quarter) ?? 0) + by)
    if (quarter >= this.#first) this.#since += by
  }

  /** Lets go of what was before: nobody asks for it any more. */
  forget(before: number): void {
    const quarter = quarterOf(before)
    if (quarter === this.#forgotten) return
    this.#forgotten = quarter
    this.#first = Number.POSITIVE_INFINITY
    for (const own of this.#counts.keys()) if (own < quarter) this.#counts.delete(own)
  }

  /** How often since a day began. */
  since(from: number): number {
    const first = quarterOf(from)
    if (first === this.#first) return this.#since
    this.#first = first
    this.#since = 0
    for (const [quarter, count] of this.#counts) if (quarter >= first) this.#since += count
    return this.#since
  }
}
