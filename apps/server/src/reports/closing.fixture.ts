import type { Database } from '../db/pool.ts'
import type { House } from './closing.queries.ts'
import { DayCloser } from './closing.ts'
import { keepDay } from './keep-day.ts'

/** Days closed by hand, as a node does it by itself. */

export const LAX1: House = { code: 'LAX1', timeZone: 'America/Los_Angeles' }

/** Closes what is due at a moment; waits for the feed as a node does. @returns the days, in their order */
export async function closeDays(db: Database, now = Date.now(), house = LAX1): Promise<string[]> {
  const closer = new DayCloser(db, keepDay, () => now)
  const closed: string[] = []
  for (;;) {
    const one = await closer.closeNext(house)
    if (one === null) return closed
    if (one === 'waits') await new Promise((resolve) => setTimeout(resolve, 5))
    else closed.push(one.day)
  }
}
