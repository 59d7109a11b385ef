import { sql } from 'drizzle-orm'
import { bigint, check, integer, pgTable, primaryKey, text, unique, uuid } from 'drizzle-orm/pg-core'
import { at } from './columns.ts'

/** In which order what was committed is told, and how far each of its readers has come. drizzle-kit writes the numbered SQL in migrations/ from here. */

/**
 * Append-only. Every committed event once, from 1 on without a gap: the position is given after the commit, so that what
 * commits late is not skipped, and is a number of our own, so that it outlives the cluster. Decision 020.
 */
export const ledgerPosition = pgTable(
  'ledger_position',
  {
    position: bigint('position', { mode: 'number' }).primaryKey(),
    streamId: uuid('stream_id').notNull(),
    version: integer('version').notNull(),
  },
  (t) => [
    unique('ledger_position_event').on(t.streamId, t.version),
    check('ledger_position_counts', sql.raw('position > 0')),
  ],
)

/**
 * Append-only. A row for each stretch of the feed that a reader has dealt with, the events after `after` up to `reached`:
 * two that deal with the same stretch cannot both commit. A reader's first row is after -1 and says where it began.
 */
export const feedCheckpoint = pgTable(
  'feed_checkpoint',
  {
    reader: text('reader').notNull(),
    after: bigint('after', { mode: 'number' }).notNull(),
    reached: bigint('reached', { mode: 'number' }).notNull(),
    recordedAt: at('recorded_at').notNull().defaultNow(),
  },
  (t) => [
    primaryKey({ columns: [t.reader, t.after] }),
    check('feed_checkpoint_goes_on', sql.raw('reached > after')),
  ],
)
