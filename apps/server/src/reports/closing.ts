import type { Database, Queryable } from '../db/pool.ts'
import { feedHead } from '../ledger/feed.ts'
import { addDays, dayAt, dayBounds } from './business-day.ts'
import {
  announceEnd,
  type Closing,
  type EndingDay,
  findBeginning,
  findLastClosing,
  findWriters,
  type House,
  insertClosing,
  isAnyUnplaced,
} from './closing.queries.ts'

/**
 * How a business day is closed (decision 028): its end is announced, after which the ledger takes nothing in any more that
 * would lie within it; whoever was writing then is waited for; and once all that was recorded stands in the feed, the
 * day's reports are kept for good.
 */

/** Clocks of nodes differ a little: so long after midnight nobody's is behind any more, or it is set right by the ledger. */
const GRACE_MS = 5000

/** Of two days or two instants, as text. */
const inOrder = (...two: [string, string]) => two.sort() as [string, string]
const earlierOf = (a: string, b: string): string => inOrder(a, b)[0]
const laterOf = (a: string, b: string): string => inOrder(a, b)[1]

/** Keeps what a day's reports say, in the transaction that closes it. */
export type KeepDay = (on: Queryable, day: EndingDay) => Promise<void>

export class DayCloser {
  readonly #db: Database
  readonly #keep: KeepDay
  readonly #now: () => number
  /** Who was writing when a day's end had just been announced, and has not ended since. */
  readonly #writers = new Map<string, readonly string[]>()

  constructor(db: Database, keep: KeepDay, now: () => number = Date.now) {
    this.#db = db
    this.#keep = keep
    this.#now = now
  }

  /** The day after the last closed one; at first the one on which anything was recorded, or yesterday. */
  async #next({ code, timeZone }: House): Promise<{ next: EndingDay; since: string | null }> {
    const last = await findLastClosing(this.#db.staff, code)
    const today = dayAt(new Date(this.#now()).toISOString(), timeZone)
    if (last) {
      const day = addDays(last.day, 1)
      const { until } = dayBounds(day, timeZone)
      // A warehouse whose zone was changed has a day that is shorter or longer, and none that overlaps.
      const ends = laterOf(until, last.ends)
      return { next: { warehouse: code, day, begins: last.ends, ends }, since: last.ends }
    }
    const beginning = await findBeginning(this.#db.staff, code)
    const yesterday = addDays(today, -1)
    const day = earlierOf(beginning === null ? yesterday : dayAt(beginning, timeZone), yesterday)
    const { from, until } = dayBounds(day, timeZone)
    return { next: { warehouse: code, day, begins: from, ends: until }, since: null }
  }

  /** Whether everybody who may not have seen the day's end has ended since. */
  async #isWrittenOut({ warehouse, day }: EndingDay): Promise<boolean> {
    const key = `${warehouse} ${day}`
    const writing = await findWriters(this.#db.staff)
    const left = this.#writers.get(key)?.filter((writer) => writing.includes(writer)) ?? writing
    this.#writers.set(key, left)
    if (left.length > 0) return false
    this.#writers.delete(key)
    return true
  }

  /**
   * Closes the next day of a warehouse where it is over.
   * @returns what was closed; `waits` where something is still on its way, null where nothing is to be closed
   */
  async closeNext(house: House): Promise<Closing | 'waits' | null> {
    const { next, since } = await this.#next(house)
    if (this.#now() < Date.parse(next.ends) + GRACE_MS) return null
    await announceEnd(this.#db.staff, next)
    if (!(await this.#isWrittenOut(next))) return 'waits'
    if (await isAnyUnplaced(this.#db.staff, since, next.ends)) return 'waits'
    return this.#db.together(async (_, on) => {
      const closing = await insertClosing(on, next, await feedHead(on))
      await this.#keep(on, next)
      return closing
    })
  }
}
