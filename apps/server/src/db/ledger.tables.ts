import { DISPOSITIONS, PARCEL_STATES, UNIT_STATES } from '@restow/domain'
import { sql } from 'drizzle-orm'
import {
  check,
  index,
  integer,
  jsonb,
  pgSequence,
  pgTable,
  primaryKey,
  text,
  uniqueIndex,
  uuid,
} from 'drizzle-orm/pg-core'
import { at, bytea, isOneOf, off } from './columns.ts'

/** What happened, and what stands: parcels, units, the events and the answers to commands. drizzle-kit writes the numbered SQL in migrations/ from here. */

export const parcel = pgTable(
  'parcel',
  {
    id: uuid('id').primaryKey(),
    version: integer('version').notNull(),
    hash: bytea('hash').notNull(),
    body: jsonb('body').notNull(),
    trackingNumber: text('tracking_number').notNull().generatedAlwaysAs(off("body->>'trackingNumber'")),
    warehouse: text('warehouse').notNull().generatedAlwaysAs(off("body->>'warehouse'")),
    seller: text('seller').generatedAlwaysAs(off("body->>'seller'")),
    state: text('state').notNull().generatedAlwaysAs(off("body->>'state'")),
    receivedAt: text('received_at').generatedAlwaysAs(off("body->>'receivedAt'")),
    photos: jsonb('photos').generatedAlwaysAs(off("body->'photos'")),
  },
  (t) => [
    index('parcel_tracking').on(t.trackingNumber),
    // Two nodes that receive one label at once must not both begin a parcel.
    uniqueIndex('parcel_one_open').on(t.warehouse, t.trackingNumber).where(sql`state <> 'closed'`),
    index('parcel_seller').on(t.seller),
    index('parcel_photos').using('gin', t.photos.op('jsonb_path_ops')),
    check('parcel_state', isOneOf('state', PARCEL_STATES)),
  ],
)

export const returnUnit = pgTable(
  'return_unit',
  {
    id: uuid('id').primaryKey(),
    version: integer('version').notNull(),
    hash: bytea('hash').notNull(),
    body: jsonb('body').notNull(),
    lpn: text('lpn').notNull().generatedAlwaysAs(off("body->>'lpn'")),
    warehouse: text('warehouse').notNull().generatedAlwaysAs(off("body->>'warehouse'")),
    seller: text('seller').generatedAlwaysAs(off("body->>'seller'")),
    state: text('state').notNull().generatedAlwaysAs(off("body->>'state'")),
    bin: text('bin').generatedAlwaysAs(off("body->>'bin'")),
    disposition: text('disposition').generatedAlwaysAs(off("body->>'disposition'")),
    parcelId: uuid('parcel_id').notNull().generatedAlwaysAs(off("((body->'parcel')->>'id')::uuid")),
    // Indexed by columns of their own, not by expressions over the body: an update that leaves them alone stays cheap.
    formerLpns: jsonb('former_lpns').generatedAlwaysAs(off("body->'formerLpns'")),
    photos: jsonb('photos').generatedAlwaysAs(off("body->'photos'")),
    expectedReturn: uuid('expected_return').generatedAlwaysAs(
      off("((body->'line')->>'expectedReturn')::uuid"),
    ),
  },
  (t) => [
    uniqueIndex('return_unit_lpn').on(t.lpn),
    index('return_unit_former_lpns').using('gin', t.formerLpns),
    index('return_unit_photos').using('gin', t.photos.op('jsonb_path_ops')),
    index('return_unit_bin').on(t.warehouse, t.bin),
    index('return_unit_parcel').on(t.parcelId),
    index('return_unit_expected').on(t.expectedReturn),
    index('return_unit_seller').on(t.seller),
    check('return_unit_state', isOneOf('state', UNIT_STATES)),
    check('return_unit_disposition', isOneOf('disposition', DISPOSITIONS)),
  ],
)

/** Append-only. One hash chain per parcel and per unit. */
export const ledgerEvent = pgTable(
  'ledger_event',
  {
    streamId: uuid('stream_id').notNull(),
    version: integer('version').notNull(),
    streamKind: text('stream_kind').notNull(),
    type: text('type').notNull(),
    data: jsonb('data').notNull(),
    meta: jsonb('meta').notNull(),
    recordedAt: at('recorded_at').notNull(),
    prevHash: bytea('prev_hash').notNull(),
    hash: bytea('hash').notNull(),
  },
  (t) => [
    primaryKey({ columns: [t.streamId, t.version] }),
    index('ledger_event_recorded').using('brin', t.recordedAt),
    check('ledger_event_kind', isOneOf('stream_kind', ['parcel', 'unit'])),
  ],
)

/** Append-only. The first answer to each command, for good. */
export const commandOutcome = pgTable('command_outcome', {
  commandId: uuid('command_id').primaryKey(),
  contentHash: bytea('content_hash').notNull(),
  outcome: jsonb('outcome').notNull(),
  recordedAt: at('recorded_at').notNull(),
})

export const photo = pgTable('photo', {
  sha256: text('sha256').primaryKey(),
  mediaType: text('media_type').notNull(),
  bytes: integer('bytes').notNull(),
  width: integer('width').notNull(),
  height: integer('height').notNull(),
  uploadedBy: text('uploaded_by').notNull(),
  uploadedAt: at('uploaded_at').notNull().defaultNow(),
})

/** Serial numbers of licence plates; a number is given out once, used or not. */
export const plateSerial = pgSequence('plate_serial', { startWith: 1, maxValue: 999_999_999 })
