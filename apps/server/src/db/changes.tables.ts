import { sql } from 'drizzle-orm'
import { bigint, index, integer, jsonb, pgTable, primaryKey, text } from 'drizzle-orm/pg-core'
import { at } from './columns.ts'
import { seller } from './set-up.tables.ts'

/** What was set up otherwise, by whom and when. drizzle-kit writes the numbered SQL in migrations/ from here. */

/**
 * Append-only. Triggers of the set-up's tables write it in the transaction of the change itself, so that none is forgotten;
 * who it was they know from `restow.by` (db/pool.ts). Secrets are not in it.
 */
export const setUpChange = pgTable(
  'set_up_change',
  {
    id: bigint('id', { mode: 'number' }).primaryKey().generatedAlwaysAsIdentity(),
    /** What kind of thing, and which: `policy` `LOTUS`, `bin` `LAX1-S-02-01`. */
    kind: text('kind').notNull(),
    key: text('key').notNull(),
    /** Null for what holds in every warehouse. */
    warehouse: text('warehouse'),
    by: text('by').notNull(),
    /** Of a seller's user or key, as it was called then; null for staff, who are known by their badge. */
    byName: text('by_name'),
    at: at('at').notNull().default(sql`clock_timestamp()`),
    /** Only what differs; null before it was made, and after it was taken away. */
    before: jsonb('before'),
    after: jsonb('after'),
  },
  (t) => [index('set_up_change_of').on(t.kind, t.key, t.id)],
)

/** Append-only. A seller's own questions as they ever were. */
export const sellerCheckVersion = pgTable(
  'seller_check_version',
  {
    seller: text('seller')
      .notNull()
      .references(() => seller.code),
    version: integer('version').notNull(),
    body: jsonb('body').notNull(),
    begunAt: at('begun_at').notNull().default(sql`clock_timestamp()`),
  },
  (t) => [primaryKey({ columns: [t.seller, t.version] })],
)

/** Append-only. Every checklist as it ever was: an inspection keeps the one that it was done by. */
export const checklistVersion = pgTable(
  'checklist_version',
  {
    category: text('category').notNull(),
    version: integer('version').notNull(),
    body: jsonb('body').notNull(),
    begunAt: at('begun_at').notNull().default(sql`clock_timestamp()`),
  },
  (t) => [primaryKey({ columns: [t.category, t.version] })],
)
