import { sql } from 'drizzle-orm'
import { bigint, check, index, integer, jsonb, pgTable, primaryKey, text } from 'drizzle-orm/pg-core'
import { at } from './columns.ts'
import { seller, warehouse } from './set-up.tables.ts'

/** Business days that are over, and the reports that were kept of them. drizzle-kit writes the numbered SQL in migrations/ from here. */

const house = () =>
  text('warehouse')
    .notNull()
    .references(() => warehouse.code)
const whose = () =>
  text('seller')
    .notNull()
    .references(() => seller.code)

/**
 * Append-only. From a row on, nothing is recorded any more within the day that it names: the ledger's own trigger sees to
 * it, whatever a node's clock says. Decision 028.
 */
export const dayEnding = pgTable(
  'day_ending',
  {
    warehouse: house(),
    day: text('day').notNull(),
    begins: at('begins').notNull(),
    ends: at('ends').notNull(),
    announcedAt: at('announced_at').notNull().defaultNow(),
  },
  (t) => [primaryKey({ columns: [t.warehouse, t.day] }), index('day_ending_ends').on(t.ends)],
)

/** Append-only. A day that is closed: all that was recorded before its midnight stands in the feed up to `position`. */
export const dayClosing = pgTable(
  'day_closing',
  {
    warehouse: house(),
    day: text('day').notNull(),
    begins: at('begins').notNull(),
    ends: at('ends').notNull(),
    position: bigint('position', { mode: 'number' }).notNull(),
    closedAt: at('closed_at').notNull().defaultNow(),
  },
  (t) => [
    primaryKey({ columns: [t.warehouse, t.day] }),
    check('day_closing_in_order', sql.raw('ends >= begins')),
  ],
)

/** Append-only. What a closed day's report says beside its rows, for each seller that had anything on it. */
export const reportDay = pgTable(
  'report_day',
  {
    warehouse: house(),
    seller: whose(),
    day: text('day').notNull(),
    counts: jsonb('counts').notNull(),
    totals: jsonb('totals').notNull(),
    rows: integer('rows').notNull(),
    /** Of all its rows: the same digest is the same report. */
    digest: text('digest').notNull(),
  },
  (t) => [primaryKey({ columns: [t.warehouse, t.seller, t.day] })],
)

/**
 * Append-only. The rows of closed days, as they are sent: `json` to the letter, `csv` but for where its photos' addresses begin.
 * Made once, so that they never change, and so that a year of them costs no more than reading it.
 */
export const reportRow = pgTable(
  'report_row',
  {
    // Of many rows none has to be looked up: the day that they belong to is.
    warehouse: text('warehouse').notNull(),
    seller: text('seller').notNull(),
    day: text('day').notNull(),
    n: integer('n').notNull(),
    json: text('json').notNull(),
    csv: text('csv').notNull(),
    /** Seconds from the dock to the decision, of those that count. */
    took: integer('took'),
  },
  (t) => [primaryKey({ columns: [t.warehouse, t.seller, t.day, t.n] })],
)
