import type { Queryable } from '../db/pool.ts'
import { type ClosedDay, findDaysToTell } from './days.queries.ts'
import { addMessages } from './messages.queries.ts'
import { type Told, told } from './messages-of.ts'

/** A business day that has closed: what it comes to, and where its report is. */
function toldOfDay({ warehouse, day, position, at, seller, rows, counts, totals }: ClosedDay): Told {
  const query = new URLSearchParams({ seller, warehouse, date: day })
  const report = `/api/reports/dispositions?${query}`
  return told({
    ...{ type: 'day.closed', seller, about: `${warehouse} ${day}`, position, at, key: `${warehouse} ${day}` },
    data: { warehouse, day, rows, counts, totals, report },
  })
}

/** Writes down of which closed days webhooks have not heard yet. @returns whether there was any */
export async function tellDays(on: Queryable): Promise<boolean> {
  const days = await findDaysToTell(on)
  if (days.length === 0) return false
  await addMessages(
    on,
    days.map((day) => ({ webhook: day.webhook, ...toldOfDay(day) })),
    false,
  )
  return true
}
