const DAY_MS = 86_400_000
const QUARTER_MS = 15 * 60_000
/** Day 0 of a sheet: what stands there counts from here on. */
const EPOCH_MS = Date.UTC(1899, 11, 30)

/** Moments as a sheet has them: days since the end of 1899 by the clock on the wall of the warehouse, which knows no zones. */
export class WallClock {
  readonly #format: Intl.DateTimeFormat
  /** How far the wall is from UTC; it changes on a quarter of an hour. */
  readonly #offsets = new Map<number, number>()

  constructor(timeZone: string) {
    this.#format = new Intl.DateTimeFormat('en-US', {
      ...{ timeZone, calendar: 'gregory', hourCycle: 'h23' },
      ...({ year: 'numeric', month: 'numeric', day: 'numeric' } as const),
      ...({ hour: 'numeric', minute: 'numeric', second: 'numeric' } as const),
    })
  }

  #offset(quarter: number): number {
    const known = this.#offsets.get(quarter)
    if (known !== undefined) return known
    const parts = this.#format.formatToParts(quarter)
    const of = (type: Intl.DateTimeFormatPartTypes) => Number(parts.find((p) => p.type === type)?.value)
    const wall = Date.UTC(of('year'), of('month') - 1, of('day'), of('hour'), of('minute'), of('second'))
    // A year of reports asks for some thousands of them.
    if (this.#offsets.size > 50_000) this.#offsets.clear()
    this.#offsets.set(quarter, wall - quarter)
    return wall - quarter
  }

  /** @param instant ISO 8601 */
  serial(instant: string): number {
    const ms = Date.parse(instant)
    const wall = ms + this.#offset(Math.floor(ms / QUARTER_MS) * QUARTER_MS)
    // Whole seconds: a day's fraction cannot say them otherwise.
    return Math.round((Math.floor((wall - EPOCH_MS) / 1000) / (DAY_MS / 1000)) * 1e9) / 1e9
  }
}
