import { EXPECTED_RETURN_STATES, NUMBER_SOURCES } from '@restow/domain'
import { sql } from 'drizzle-orm'
import {
  bigint,
  boolean,
  check,
  index,
  integer,
  jsonb,
  pgTable,
  primaryKey,
  text,
  uniqueIndex,
  uuid,
} from 'drizzle-orm/pg-core'
import { at, isOneOf, tx } from './columns.ts'
import { seller } from './set-up.tables.ts'

/** What sellers announced. drizzle-kit writes the numbered SQL in migrations/ from here. */

export const expectedReturn = pgTable(
  'expected_return',
  {
    id: uuid('id').primaryKey(),
    seller: text('seller')
      .notNull()
      .references(() => seller.code),
    rmaNumber: text('rma_number').notNull(),
    orderNumber: text('order_number'),
    channel: text('channel').notNull(),
    carrier: text('carrier'),
    announcedOn: text('announced_on'),
    state: text('state').notNull().default('announced'),
    /** Cancelled by its seller before it came all the same: so it is again if its receipt is taken back. */
    calledOff: boolean('called_off').notNull().default(false),
    /** Of itself, its lines and its tracking numbers. */
    changedTx: tx('changed_tx'),
    changedAt: at('changed_at').notNull().defaultNow(),
  },
  (t) => [
    uniqueIndex('expected_return_rma').on(t.seller, t.rmaNumber),
    index('expected_return_order').on(t.orderNumber),
    // A scan is looked up by it whoever's it is.
    index('expected_return_number').on(t.rmaNumber),
    // By the bytes, so that what begins with a text is a range of it.
    index('expected_return_number_begins').on(sql`rma_number collate "C"`),
    index('expected_return_order_begins').on(sql`order_number collate "C"`),
    // BRIN: each step of its parcel changes it in place, which must touch no other index.
    index('expected_return_changed')
      .using('brin', t.changedTx)
      .with({ pages_per_range: 16, autosummarize: true }),
    check('expected_return_state', isOneOf('state', EXPECTED_RETURN_STATES)),
  ],
)

export const expectedLine = pgTable(
  'expected_line',
  {
    expectedReturn: uuid('expected_return')
      .notNull()
      .references(() => expectedReturn.id),
    seller: text('seller').notNull(),
    sku: text('sku').notNull(),
    occurrence: integer('occurrence').notNull(),
    quantity: integer('quantity').notNull(),
    valueMinor: bigint('value_minor', { mode: 'number' }),
    currency: text('currency').notNull(),
    reasonRaw: text('reason_raw').notNull(),
    reasonMapped: text('reason_mapped').notNull(),
    asin: text('asin'),
    title: text('title').notNull(),
  },
  (t) => [
    primaryKey({ columns: [t.expectedReturn, t.sku, t.occurrence] }),
    check('expected_line_quantity', sql`quantity > 0`),
  ],
)

export const expectedTracking = pgTable(
  'expected_tracking',
  {
    trackingNumber: text('tracking_number').notNull(),
    expectedReturn: uuid('expected_return')
      .notNull()
      .references(() => expectedReturn.id),
    seller: text('seller').notNull(),
    /** Where it came from. What was learned here stays when the seller changes what it has announced. */
    source: text('source').notNull().default('file'),
  },
  (t) => [
    primaryKey({ columns: [t.trackingNumber, t.expectedReturn] }),
    index('expected_tracking_return').on(t.expectedReturn),
    index('expected_tracking_begins').on(sql`tracking_number collate "C"`),
    check('expected_tracking_source', isOneOf('source', NUMBER_SOURCES)),
  ],
)

export const importJob = pgTable('import_job', {
  id: uuid('id').primaryKey(),
  seller: text('seller')
    .notNull()
    .references(() => seller.code),
  format: text('format').notNull(),
  state: text('state').notNull(),
  total: integer('total').notNull().default(0),
  done: integer('done').notNull().default(0),
  created: integer('created').notNull().default(0),
  updated: integer('updated').notNull().default(0),
  unchanged: integer('unchanged').notNull().default(0),
  /** Parcels that were here already and that this import made its seller's. */
  matched: integer('matched').notNull().default(0),
  rejected: jsonb('rejected').notNull().default([]),
  startedBy: text('started_by').notNull(),
  startedAt: at('started_at').notNull().defaultNow(),
})
