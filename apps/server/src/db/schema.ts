import {
  DISPOSITIONS,
  EXPECTED_RETURN_STATES,
  PARCEL_STATES,
  type Policy,
  STAFF_ROLES,
  UNIT_STATES,
  ZONES,
} from '@restow/domain'
import { type SQL, sql } from 'drizzle-orm'
import {
  bigint,
  boolean,
  check,
  customType,
  index,
  integer,
  jsonb,
  pgSequence,
  pgTable,
  primaryKey,
  text,
  timestamp,
  uniqueIndex,
  uuid,
} from 'drizzle-orm/pg-core'

/** The tables, from which drizzle-kit writes the numbered SQL in migrations/. Lists come from the domain. */

const bytea = customType<{ data: Buffer }>({ dataType: () => 'bytea' })
const at = (name: string) => timestamp(name, { withTimezone: true, mode: 'string' })
/** A column that PostgreSQL itself reads off a state's JSON, so that the two cannot disagree. */
const off = (path: string) => sql.raw(`(${path})`)
const isOneOf = (column: string, list: readonly string[]): SQL =>
  sql.raw(`${column} in (${list.map((word) => `'${word}'`).join(', ')})`)

export const warehouse = pgTable('warehouse', {
  code: text('code').primaryKey(),
  name: text('name').notNull(),
  timeZone: text('time_zone').notNull(),
  currency: text('currency').notNull(),
})

export const seller = pgTable('seller', {
  code: text('code').primaryKey(),
  name: text('name').notNull(),
  active: boolean('active').notNull().default(true),
  policy: jsonb('policy').$type<Policy>().notNull(),
})

export const product = pgTable(
  'product',
  {
    seller: text('seller')
      .notNull()
      .references(() => seller.code),
    sku: text('sku').notNull(),
    title: text('title').notNull(),
    category: text('category').notNull().default('general'),
    gtin: text('gtin'),
    fnsku: text('fnsku'),
    asin: text('asin'),
    flags: text('flags').array().notNull().default([]),
    weightGrams: integer('weight_grams'),
    hsCode: text('hs_code'),
  },
  (t) => [
    primaryKey({ columns: [t.seller, t.sku] }),
    index('product_sku').on(t.sku),
    index('product_gtin').on(t.gtin),
    index('product_fnsku').on(t.fnsku),
  ],
)

export const bin = pgTable(
  'bin',
  {
    warehouse: text('warehouse')
      .notNull()
      .references(() => warehouse.code),
    code: text('code').notNull(),
    zone: text('zone').notNull(),
    capacity: integer('capacity').notNull(),
    /** Plates in it; kept by the ledger beside the units, guarded by `version`. */
    plates: integer('plates').notNull().default(0),
    version: integer('version').notNull().default(0),
  },
  (t) => [
    primaryKey({ columns: [t.warehouse, t.code] }),
    check('bin_zone', isOneOf('zone', ZONES)),
    check('bin_capacity', sql`capacity > 0`),
  ],
)

export const checklist = pgTable('checklist', {
  category: text('category').primaryKey(),
  body: jsonb('body').notNull(),
})

export const staff = pgTable(
  'staff',
  {
    badge: text('badge').primaryKey(),
    name: text('name').notNull(),
    role: text('role').notNull(),
    warehouse: text('warehouse')
      .notNull()
      .references(() => warehouse.code),
    pinHash: text('pin_hash').notNull(),
    active: boolean('active').notNull().default(true),
  },
  () => [check('staff_role', isOneOf('role', STAFF_ROLES))],
)

export const sellerUser = pgTable('seller_user', {
  email: text('email').primaryKey(),
  name: text('name').notNull(),
  seller: text('seller')
    .notNull()
    .references(() => seller.code),
  passwordHash: text('password_hash').notNull(),
  active: boolean('active').notNull().default(true),
})

export const session = pgTable('session', {
  tokenHash: bytea('token_hash').primaryKey(),
  badge: text('badge').references(() => staff.badge),
  email: text('email').references(() => sellerUser.email),
  deviceId: text('device_id'),
  createdAt: at('created_at').notNull().defaultNow(),
  expiresAt: at('expires_at').notNull(),
  revokedAt: at('revoked_at'),
})

/** Wrong guesses, by who is guessed and on which device. */
export const signInFailure = pgTable(
  'sign_in_failure',
  {
    who: text('who').notNull(),
    deviceId: text('device_id').notNull(),
    failures: integer('failures').notNull(),
    lastAt: at('last_at').notNull().defaultNow(),
  },
  (t) => [primaryKey({ columns: [t.who, t.deviceId] })],
)

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
  },
  (t) => [
    uniqueIndex('expected_return_rma').on(t.seller, t.rmaNumber),
    index('expected_return_order').on(t.orderNumber),
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
  },
  (t) => [
    primaryKey({ columns: [t.trackingNumber, t.expectedReturn] }),
    index('expected_tracking_return').on(t.expectedReturn),
  ],
)

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
  rejected: jsonb('rejected').notNull().default([]),
  startedBy: text('started_by').notNull(),
  startedAt: at('started_at').notNull().defaultNow(),
})

/** Serial numbers of licence plates; a number is given out once, used or not. */
export const plateSerial = pgSequence('plate_serial', { startWith: 1, maxValue: 999_999_999 })
