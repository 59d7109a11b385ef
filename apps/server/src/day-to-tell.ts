import { countWaiting, findWaiting } from './boards/waiting.queries.ts'
import { askingAt, kindsFor, waitingItem } from './boards/waiting.ts'
import { findSellerName } from './catalog/places.queries.ts'
import { askingAs } from './catalog/places.ts'
import type { Database, Queryable } from './db/pool.ts'
import type { ReadDay } from './mail/day-letter.ts'
import { readClosedDay } from './reports/closed-day.ts'
import type { OnPaper } from './reports/pdf/pdf-report.ts'

/** What a mail of a day is made of: the report of one room, and what waits for the seller in another. */

/** So many are named; the others are counted. */
const NAMED = 10

/** What waits for a seller's answer, the longest first. */
async function waitingFor(on: Queryable, of: { warehouse: string; seller: string }) {
  const kinds = kindsFor(false)
  const about = await askingAt(on, { ...of, now: new Date().toISOString() })
  const rows = await findWaiting(on, kinds, about, { after: null, limit: NAMED })
  const counted = await countWaiting(on, kinds, about)
  const units = rows.slice(0, NAMED).flatMap((row) => {
    const { lpn, title, question } = waitingItem(row, false)
    return lpn === null ? [] : [{ lpn, title, question }]
  })
  return { count: (counted.kinds ?? []).reduce((sum, { count }) => sum + count, 0), units }
}

/** Reads a day for its mail, with the eyes of the seller whose day it is. */
export const dayToTell =
  (db: Database, paper: OnPaper): ReadDay =>
  async ({ seller, warehouse, timeZone, day, publicUrl }) => {
    const asking = askingAs(db, seller)
    const report = await readClosedDay(asking, { seller, warehouse, timeZone, day }, publicUrl, paper)
    if (!report) return null
    const { received, totals, file } = report
    const [sellerName, waiting] = await asking(async (on) => [
      await findSellerName(on, seller),
      await waitingFor(on, { warehouse, seller }),
    ])
    return { sellerName, warehouse, day, received, totals, waiting, file }
  }
