import { DISPOSITIONS, PARCEL_STATES, UNIT_STATES } from '@restow/domain'
import { sql } from 'drizzle-orm'
import {
  boolean,
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
import { at, bytea, isOneOf, off, tx } from './columns.ts'

/** What happened, and what stands: parcels, units, the events and the answers to commands. drizzle-kit writes the numbered SQL in migrations/ from here. */

/** What a parcel is searched by, one a line, in lower case: its numbers, and those of what it answers. */
const PARCEL_WORDS = `lower((body->>'trackingNumber') || chr(10) || (body->>'raw') || chr(10) || coalesce((body->'aliases')::text, '') || chr(10)
  || jsonb_path_query_array(body, '$.answers[*].rmaNumber')::text || jsonb_path_query_array(body, '$.answers[*].orderNumber')::text)`

/** What a unit is searched by, one a line, in lower case. */
const UNIT_WORDS = `lower((body->>'lpn') || chr(10) || coalesce((body->'product')->>'title', '') || chr(10)
  || coalesce((body->'product')->>'sku', '') || chr(10) || coalesce((body->'product')->>'gtin', '') || chr(10)
  || coalesce((body->'product')->>'fnsku', '') || chr(10) || coalesce((body->'product')->>'asin', '') || chr(10)
  || coalesce((body->'parcel')->>'trackingNumber', '') || chr(10) || coalesce((body->'line')->>'orderNumber', '') || chr(10)
  || coalesce((body->'line')->>'rmaNumber', '') || chr(10) || coalesce(body->>'serial', '') || chr(10)
  || coalesce(body->>'marketplaceLpn', '') || chr(10) || (body->'formerLpns')::text)`

/** Since when a unit has been at its step; what comes back from the bench is registered anew by its last step. */
const STEP_SINCE = `case body->>'state'
  when 'registered' then case when body->>'lastDecision' is null then body->>'registeredAt'
    else coalesce((body->'steps'->-1)->>'recordedAt', body->>'registeredAt') end
  when 'inspected' then body->>'inspectedAt'
  when 'shelved' then body->>'shelvedAt'
  when 'refurbishing' then (body->'refurbishment')->>'startedAt'
  when 'scrapped' then body->>'leftAt'
  when 'dispatched' then body->>'leftAt'
  else body->>'classifiedAt' end`

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
    // What boards and lists read of every row: out of the body it would have to be unpacked each time.
    closedAt: text('closed_at').generatedAlwaysAs(off("body->>'closedAt'")),
    exceptions: integer('exceptions').generatedAlwaysAs(off("jsonb_array_length(body->'exceptions')")),
    words: text('words').generatedAlwaysAs(off(PARCEL_WORDS)),
  },
  (t) => [
    index('parcel_tracking').on(t.trackingNumber),
    // Two nodes that receive one label at once must not both begin a parcel.
    uniqueIndex('parcel_one_open')
      .on(t.warehouse, t.trackingNumber)
      .where(sql`state not in ('closed', 'void')`),
    index('parcel_seller').on(t.seller),
    // The pool of what nobody has claimed is small, whatever the warehouse has taken in by then.
    index('parcel_unclaimed')
      .on(t.warehouse, t.receivedAt)
      .where(sql`seller is null and state in ('received', 'registered', 'reopened', 'closed')`),
    index('parcel_excepted').on(t.warehouse).where(sql`exceptions > 0`),
    check('parcel_state', isOneOf('state', PARCEL_STATES)),
  ],
)

/**
 * The numbers that a parcel is found by: its own, and those of its other labels. Kept by a trigger off the parcel's body.
 * `open` says that it is the one that the number stands for; carriers use numbers again once a parcel is closed.
 */
export const parcelNumber = pgTable(
  'parcel_number',
  {
    number: text('number').notNull(),
    parcel: uuid('parcel')
      .notNull()
      .references(() => parcel.id),
    warehouse: text('warehouse').notNull(),
    open: boolean('open').notNull(),
  },
  (t) => [
    primaryKey({ columns: [t.number, t.parcel] }),
    index('parcel_number_parcel').on(t.parcel),
    index('parcel_number_begins').on(sql`number collate "C"`),
    // One node receives a label while another takes it for the second one of a box that is here.
    uniqueIndex('parcel_number_one_open').on(t.warehouse, t.number).where(sql`open`),
  ],
)

const UNIT_WAITS = 'held_for is not null or missing_since is not null or approval_needed or exceptions > 0'

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
    // What boards and lists read of every row: out of the body it would have to be unpacked each time.
    quantity: integer('quantity').generatedAlwaysAs(off("(body->>'quantity')::int")),
    heldFor: text('held_for').generatedAlwaysAs(off("(body->'held')->>'waitsFor'")),
    heldSince: text('held_since').generatedAlwaysAs(off("(body->'held')->>'at'")),
    missingSince: text('missing_since').generatedAlwaysAs(off("(body->'missing')->>'since'")),
    writtenOffAt: text('written_off_at').generatedAlwaysAs(off("((body->'missing')->'writtenOff')->>'at'")),
    approvalNeeded: boolean('approval_needed').generatedAlwaysAs(
      off("coalesce((body->'decision')->>'approvalNeeded' = 'true', false)"),
    ),
    exceptions: integer('exceptions').generatedAlwaysAs(off("jsonb_array_length(body->'exceptions')")),
    decidedBefore: boolean('decided_before').generatedAlwaysAs(off("body->>'lastDecision' is not null")),
    registeredAt: text('registered_at').generatedAlwaysAs(off("body->>'registeredAt'")),
    classifiedAt: text('classified_at').generatedAlwaysAs(off("body->>'classifiedAt'")),
    shelvedAt: text('shelved_at').generatedAlwaysAs(off("body->>'shelvedAt'")),
    leftAt: text('left_at').generatedAlwaysAs(off("body->>'leftAt'")),
    stepSince: text('step_since').generatedAlwaysAs(off(STEP_SINCE)),
    words: text('words').generatedAlwaysAs(off(UNIT_WORDS)),
    serial: text('serial').generatedAlwaysAs(off("body->>'serial'")),
    marketplaceLpn: text('marketplace_lpn').generatedAlwaysAs(off("body->>'marketplaceLpn'")),
  },
  (t) => [
    uniqueIndex('return_unit_lpn').on(t.lpn),
    // By the bytes, so that what begins with a text is a range of it.
    index('return_unit_lpn_begins').on(sql`lpn collate "C"`),
    index('return_unit_serial').on(t.serial).where(sql`serial is not null`),
    index('return_unit_serial_begins').on(sql`serial collate "C"`).where(sql`serial is not null`),
    index('return_unit_marketplace_lpn').on(t.marketplaceLpn).where(sql`marketplace_lpn is not null`),
    index('return_unit_bin').on(t.warehouse, t.bin),
    index('return_unit_parcel').on(t.parcelId),
    index('return_unit_expected').on(t.expectedReturn),
    index('return_unit_seller').on(t.seller),
    index('return_unit_registered').on(t.registeredAt, t.id),
    // What waits for somebody is little among all units; none of what it is picked by changes as a unit goes its way.
    index('return_unit_waits').on(t.warehouse).where(sql.raw(UNIT_WAITS)),
    check('return_unit_state', isOneOf('state', UNIT_STATES)),
    check('return_unit_disposition', isOneOf('disposition', DISPOSITIONS)),
  ],
)

/**
 * The plates that units had before: they still find them. A table of its own, kept by a trigger off the unit's body: under
 * row-level security no index serves the question what an array holds, and every command would read through all units.
 */
export const formerPlate = pgTable(
  'former_plate',
  {
    lpn: text('lpn').notNull(),
    unit: uuid('unit')
      .notNull()
      .references(() => returnUnit.id),
  },
  (t) => [primaryKey({ columns: [t.lpn, t.unit] })],
)

/** Which units and parcels carry a photo: whose it is. Kept off their bodies as the plates above are, and for the same reason. */
export const photoSubject = pgTable(
  'photo_subject',
  { subject: uuid('subject').notNull(), sha256: text('sha256').notNull() },
  (t) => [primaryKey({ columns: [t.subject, t.sha256] }), index('photo_subject_photo').on(t.sha256)],
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
    tx: tx('tx'),
  },
  (t) => [
    primaryKey({ columns: [t.streamId, t.version] }),
    // The feed asks many times a second for what came last; a BRIN index would have it read all that is not summarised yet.
    index('ledger_event_tx').on(t.tx),
    index('ledger_event_recorded').using('brin', t.recordedAt),
    // Boards and reports are about decisions and those taken back, which are few among all events.
    index('ledger_event_decided').on(t.recordedAt).where(sql`type in ('UnitClassified', 'StepTakenBack')`),
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
