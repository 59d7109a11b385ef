import {
  type OwnChecks,
  type OwnTargets,
  type Policy,
  PRINTED_UNASKED,
  type PrintedUnasked,
  type Targets,
  type UnclaimedPolicy,
  USUAL_TARGETS,
  ZONES,
} from '@restow/domain'
import { sql } from 'drizzle-orm'
import {
  boolean,
  check,
  doublePrecision,
  foreignKey,
  index,
  integer,
  jsonb,
  pgTable,
  primaryKey,
  text,
  uuid,
} from 'drizzle-orm/pg-core'
import { at, isOneOf, tx } from './columns.ts'

/** The warehouse, whose goods it holds, its places and rules. drizzle-kit writes the numbered SQL in migrations/ from here. */

export const warehouse = pgTable('warehouse', {
  code: text('code').primaryKey(),
  name: text('name').notNull(),
  timeZone: text('time_zone').notNull(),
  currency: text('currency').notNull(),
  /** Operators then sign in on enrolled devices only, and so does everybody who names a device. */
  demandsEnrolled: boolean('demands_enrolled').notNull().default(false),
  /** After how many days nobody's goods may be decided about, and what is then done with them. */
  unclaimedPolicy: jsonb('unclaimed_policy')
    .$type<UnclaimedPolicy>()
    .notNull()
    .default({ afterDays: 30, becomes: 'hold_for_supervisor' }),
  /** Which labels come out by themselves where a device has a printer. */
  printsUnasked: text('prints_unasked')
    .array()
    .$type<PrintedUnasked[]>()
    .notNull()
    .default([...PRINTED_UNASKED]),
  /** Its time targets, in seconds. */
  targets: jsonb('targets').$type<Targets>().notNull().default(USUAL_TARGETS),
})

export const seller = pgTable('seller', {
  code: text('code').primaryKey(),
  name: text('name').notNull(),
  active: boolean('active').notNull().default(true),
  /** A trigger counts its version up; so for checklists. */
  policy: jsonb('policy').$type<Policy>().notNull(),
  /** What its contract says otherwise than the warehouse. */
  targets: jsonb('targets').$type<OwnTargets>().notNull().default({}),
  /** What it has asked about its goods besides; a trigger counts its version up too. */
  checks: jsonb('checks')
    .$type<Pick<OwnChecks, 'version' | 'checks'>>()
    .notNull()
    .default({ version: 1, checks: [] }),
  changedTx: tx('changed_tx'),
})

/** What stands on a seller's relabels, where it is not what is usual; contracts' LabelTemplate. */
export const labelTemplate = pgTable('label_template', {
  seller: text('seller')
    .primaryKey()
    .references(() => seller.code),
  body: jsonb('body').notNull(),
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
    changedTx: tx('changed_tx'),
  },
  (t) => [
    primaryKey({ columns: [t.seller, t.sku] }),
    index('product_sku').on(t.sku),
    index('product_gtin').on(t.gtin),
    index('product_fnsku').on(t.fnsku),
    index('product_asin').on(t.asin),
    // BRIN: a change in place touches no other index.
    index('product_changed').using('brin', t.changedTx).with({ pages_per_range: 16, autosummarize: true }),
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
    /** Where it is: what its code says, unless it is said here. */
    aisle: text('aisle'),
    bay: text('bay'),
    level: text('level'),
    /** On a plan of the building, in metres from its upper left corner: all four or none. */
    x: doublePrecision('x'),
    y: doublePrecision('y'),
    w: doublePrecision('w'),
    h: doublePrecision('h'),
    /** Taken out of use: no bin any more, unless a step that was taken back has put something into it again. */
    removedAt: at('removed_at'),
    /** Of its zone, capacity, place and removal; plates come and go too often to be followed. */
    changedTx: tx('changed_tx'),
  },
  (t) => [
    primaryKey({ columns: [t.warehouse, t.code] }),
    index('bin_changed').on(t.changedTx),
    check('bin_zone', isOneOf('zone', ZONES)),
    check('bin_capacity', sql`capacity > 0`),
    check('bin_on_plan', sql`num_nonnulls(x, y, w, h) in (0, 4) and (w is null or (w > 0 and h > 0))`),
  ],
)

/** Append-only. Each count of a bin, by its command: what was on record there, what was counted, and in what they differed. */
export const binCount = pgTable(
  'bin_count',
  {
    id: uuid('id').primaryKey(),
    warehouse: text('warehouse').notNull(),
    bin: text('bin').notNull(),
    expected: integer('expected').notNull(),
    counted: integer('counted').notNull(),
    missing: jsonb('missing').$type<string[]>().notNull(),
    found: jsonb('found').$type<string[]>().notNull(),
    moved: jsonb('moved').$type<{ lpn: string; from: string | null }[]>().notNull(),
    strangers: jsonb('strangers').$type<string[]>().notNull(),
    countedBy: text('counted_by').notNull(),
    deviceId: text('device_id').notNull(),
    scannedAt: text('scanned_at').notNull(),
    recordedAt: at('recorded_at').notNull(),
  },
  (t) => [
    foreignKey({ columns: [t.warehouse, t.bin], foreignColumns: [bin.warehouse, bin.code] }),
    index('bin_count_bin').on(t.warehouse, t.bin, t.recordedAt),
  ],
)

export const checklist = pgTable('checklist', {
  category: text('category').primaryKey(),
  body: jsonb('body').notNull(),
  changedTx: tx('changed_tx'),
})
