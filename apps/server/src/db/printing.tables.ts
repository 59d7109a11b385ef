import {
  LABEL_ORIENTATIONS,
  PRINT_STATES,
  PRINTER_LANGUAGES,
  PRINTER_TROUBLES,
  PRINTER_WAYS,
  REPRINT_REASONS,
} from '@restow/domain'
import { type SQL, sql } from 'drizzle-orm'
import {
  bigint,
  boolean,
  check,
  foreignKey,
  index,
  integer,
  jsonb,
  pgTable,
  primaryKey,
  text,
  uniqueIndex,
  uuid,
} from 'drizzle-orm/pg-core'
import { at, bytea, isOneOf } from './columns.ts'
import { warehouse } from './set-up.tables.ts'

/** The printers, the queue of each, and every print for good. drizzle-kit writes the numbered SQL in migrations/ from here. */

const isOneOfOrNull = (column: string, list: readonly string[]): SQL =>
  sql`${sql.raw(column)} is null or ${isOneOf(column, list)}`

/** A program that prints in a network which the server does not reach. Only a hash of its token is here. */
export const printAgent = pgTable('print_agent', {
  id: uuid('id').primaryKey().defaultRandom(),
  warehouse: text('warehouse')
    .notNull()
    .references(() => warehouse.code),
  name: text('name').notNull(),
  tokenHash: bytea('token_hash').notNull().unique(),
  madeBy: text('made_by').notNull(),
  madeAt: at('made_at').notNull().defaultNow(),
  lastSeen: at('last_seen'),
  revokedAt: at('revoked_at'),
  revokedBy: text('revoked_by'),
})

/** Which device a fresh plate was given to: what it prints of them comes out by itself, what others have printed on a roll does not. */
export const plateLease = pgTable('plate_lease', {
  serial: integer('serial').primaryKey(),
  warehouse: text('warehouse')
    .notNull()
    .references(() => warehouse.code),
  deviceId: text('device_id').notNull(),
  leasedAt: at('leased_at').notNull().defaultNow(),
})

export const printer = pgTable(
  'printer',
  {
    warehouse: text('warehouse')
      .notNull()
      .references(() => warehouse.code),
    /** What stands on it behind `.P.`, to be scanned. */
    code: text('code').notNull(),
    name: text('name').notNull(),
    place: text('place'),
    language: text('language').notNull(),
    dpi: integer('dpi').notNull(),
    way: text('way').notNull(),
    /** As the server or the agent reaches it. */
    host: text('host').notNull(),
    port: integer('port').notNull(),
    agent: uuid('agent').references(() => printAgent.id),
    /** Whether it answers `~HS`. */
    tells: boolean('tells').notNull(),
    /** What is loaded, by the kind of label or for `any`. */
    sizes: jsonb('sizes').notNull().default({}),
    orientation: text('orientation').notNull(),
    darkness: integer('darkness'),
    speed: integer('speed'),
    cut: boolean('cut').notNull().default(false),
    removedAt: at('removed_at'),
    /** The position given out last: counting under this row's lock keeps a queue in the order of its commits. */
    lastPosition: bigint('last_position', { mode: 'number' }).notNull().default(0),
    /** The attempt that has the printer to itself, and until when it has to say that it still lives. */
    heldBy: uuid('held_by'),
    heldUntil: at('held_until'),
    /** Not before then is it tried again, and how often it was tried in vain. */
    retryAt: at('retry_at'),
    retries: integer('retries').notNull().default(0),
    trouble: text('trouble'),
    troubleSince: at('trouble_since'),
    lastPrintedAt: at('last_printed_at'),
  },
  (t) => [
    primaryKey({ columns: [t.warehouse, t.code] }),
    check('printer_language', isOneOf('language', PRINTER_LANGUAGES)),
    check('printer_orientation', isOneOf('orientation', LABEL_ORIENTATIONS)),
    check('printer_way', isOneOf('way', PRINTER_WAYS)),
    check('printer_trouble', isOneOfOrNull('trouble', PRINTER_TROUBLES)),
    check('printer_agent', sql`(way = 'agent') = (agent is not null)`),
  ],
)

export const printJob = pgTable(
  'print_job',
  {
    /** Given by whoever asks, so that asking again prints nothing twice. */
    id: uuid('id').primaryKey(),
    warehouse: text('warehouse')
      .notNull()
      .references(() => warehouse.code),
    /** Null: handed to a person's browser, for its own print dialog. */
    printer: text('printer'),
    position: bigint('position', { mode: 'number' }),
    /** What was asked, hashed: the same id with other content is another job, and refused. */
    content: bytea('content').notNull(),
    /** What stands on the labels; drawn when they are sent, for the printer as it is then. */
    labels: jsonb('labels').notNull(),
    lpns: text('lpns').array().notNull().default([]),
    total: integer('total').notNull(),
    askedBy: text('asked_by').notNull(),
    deviceId: text('device_id'),
    askedAt: at('asked_at').notNull().defaultNow(),
    /** Why it is printed again; which job it repeats, and which was the first of them; the how-manieth print it is. */
    reason: text('reason'),
    note: text('note'),
    ofJob: uuid('of_job'),
    firstJob: uuid('first_job').notNull(),
    copy: integer('copy').notNull().default(1),

    state: text('state').notNull(),
    /** Labels that certainly came out, or were handed over to a printer that does not tell. */
    confirmed: integer('confirmed').notNull().default(0),
    attempt: uuid('attempt'),
    attempts: integer('attempts').notNull().default(0),
    /** Since when bytes of `outCount` further labels may have left, unconfirmed. Written before the first of them leaves. */
    outAt: at('out_at'),
    outCount: integer('out_count').notNull().default(0),
    trouble: text('trouble'),
    troubleSince: at('trouble_since'),
    words: text('words'),
    cancelBy: text('cancel_by'),
    endedAt: at('ended_at'),
    /** A person's word on one that was maybe printed. */
    answeredBy: text('answered_by'),
    answeredAt: at('answered_at'),
    cameOut: boolean('came_out'),
  },
  (t) => [
    foreignKey({ columns: [t.warehouse, t.printer], foreignColumns: [printer.warehouse, printer.code] }),
    uniqueIndex('print_job_position').on(t.warehouse, t.printer, t.position),
    index('print_job_waiting')
      .on(t.warehouse, t.printer, t.position)
      .where(sql`state in ('queued', 'sending')`),
    index('print_job_asked').on(t.warehouse, t.askedAt, t.id),
    index('print_job_lpns').using('gin', t.lpns),
    index('print_job_first').on(t.firstJob),
    check('print_job_state', isOneOf('state', PRINT_STATES)),
    check('print_job_trouble', isOneOfOrNull('trouble', PRINTER_TROUBLES)),
    check('print_job_reason', isOneOfOrNull('reason', REPRINT_REASONS)),
    check('print_job_counts', sql`total > 0 and confirmed between 0 and total and out_count >= 0`),
  ],
)
