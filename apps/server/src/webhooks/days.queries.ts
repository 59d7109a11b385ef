import { iso } from '../db/iso.ts'
import { ask, type Queryable } from '../db/pool.ts'

/** A day of a seller's that has closed, and the webhook that has not heard of it. */
export interface ClosedDay {
  readonly webhook: string
  readonly warehouse: string
  readonly day: string
  readonly position: number
  readonly at: string
  readonly seller: string
  readonly rows: number
  readonly counts: object
  readonly totals: object
}

/** Which days of the last weeks have closed since somebody wanted to hear of them, and did not yet? */
export const findDaysToTell = (on: Queryable): Promise<ClosedDay[]> =>
  ask(
    on,
    'webhook-days',
    `select w.id as webhook, c.warehouse, c.day, c.position::float8 as position, ${iso('c.closed_at')} as at, d.seller, d.rows, d.counts, d.totals
     from webhook w join report_day d on d.seller = w.seller join day_closing c using (warehouse, day)
     where w.active and w.removed_at is null and 'day.closed' = any(w.types)
       and c.closed_at > greatest(w.made_at, now() - interval '14 days')
       and not exists (select from webhook_message m where m.webhook = w.id and m.type = 'day.closed' and m.about = c.warehouse || ' ' || c.day)
     order by c.position, c.day limit 500`,
    [],
  )
