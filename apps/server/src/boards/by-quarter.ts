const QUARTER_MS = 900_000
/** So many quarters are two days: a day that is looked at begins within them, in any time zone. */
const KEPT = 192

/** How often something happened, by the quarter of an hour; all time zones' days begin with one. Times are in milliseconds since 1970. */
export class ByQuarter {
  readonly #counts = new Map<number, number>()

  /** One more, or one less, at a time; nothing where that is NaN. */
  count(time: number, by: 1 | -1): void {
    if (Number.isNaN(time)) return
    const quarter = Math.floor(time / QUARTER_MS)
    this.#counts.set(quarter, (this.#counts.get(quarter) ?? 0) + by)
    if (this.#counts.size > 2 * KEPT) this.#forget()
  }

  #forget(): void {
    const from = Math.max(...this.#counts.keys()) - KEPT
    for (const quarter of this.#counts.keys()) if (quarter < from) this.#counts.delete(quarter)
  }

  /** How often since a day began that is today, or was yesterday. */
  since(from: number): number {
    const first = Math.floor(from / QUARTER_MS)
    let all = 0
    for (const [quarter, count] of this.#counts) if (quarter >= first) all += count
    return all
  }
}
