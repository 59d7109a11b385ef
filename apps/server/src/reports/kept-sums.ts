import { keepLast } from '../keep-last.ts'
import { type Sums, sumUpDays } from './overview.queries.ts'
import type { Report } from './report.ts'

/** Sums that are remembered; each is of a seller and a span of days. */
const REMEMBERED = 30

/**
 * What closed days add up to never changes, and reading a year's rows takes seconds: it is added up once, for whoever asks about the
 * same days again. What is not closed is none of it.
 */
export class KeptSums {
  readonly #known = new Map<string, Promise<Sums>>()

  /** @returns null where none of the report's days is closed */
  async of({ closed, asking, head }: Report, byWeek: boolean): Promise<Sums | null> {
    if (!closed || closed.rows === 0) return null
    const { warehouse, seller, from, to, rows } = closed
    const key = JSON.stringify([warehouse, seller, head.date, from, to, rows, byWeek])
    const known = this.#known.get(key)
    const sums = known ?? asking((on) => sumUpDays(on, { warehouse, seller, from, to }, byWeek, head.date))
    keepLast(this.#known, REMEMBERED, key, sums)
    // A failure is not remembered.
    if (!known) sums.catch(() => this.#known.get(key) === sums && this.#known.delete(key))
    return sums
  }
}
