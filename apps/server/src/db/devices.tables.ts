import { sql } from 'drizzle-orm'
import { boolean, index, integer, pgTable, text, uuid } from 'drizzle-orm/pg-core'
import { at, bytea } from './columns.ts'
import { warehouse } from './set-up.tables.ts'

/** What the floor works with, and how a device becomes one of the house. drizzle-kit writes the numbered SQL in migrations/ from here. */

/** Every device that was ever heard of; one that was never enrolled has no name and no key. */
export const device = pgTable(
  'device',
  {
    deviceId: text('device_id').primaryKey(),
    warehouse: text('warehouse')
      .notNull()
      .references(() => warehouse.code),
    name: text('name'),
    keyHash: bytea('key_hash'),
    enrolledAt: at('enrolled_at'),
    enrolledBy: text('enrolled_by'),
    lastSeen: at('last_seen'),
    lastBadge: text('last_badge'),
    appVersion: text('app_version'),
    /** Per cent, where the device tells. */
    battery: integer('battery'),
    charging: boolean('charging'),
    unsent: integer('unsent').notNull().default(0),
    oldestUnsentAt: at('oldest_unsent_at'),
    refused: integer('refused').notNull().default(0),
    /** Since when something that was refused has lain on it, by the server's clock. */
    refusedSince: at('refused_since'),
    revokedAt: at('revoked_at'),
    revokedBy: text('revoked_by'),
    /** The printer that its labels come out of, by its code in this warehouse; not kept in step when that is removed. */
    printer: text('printer'),
  },
  (t) => [index('device_warehouse').on(t.warehouse)],
)

/** A browser on a wall. It is the house's and not the supervisor's who hung it, and has no end of its own; only a hash of its token is here. */
export const screen = pgTable(
  'screen',
  {
    id: uuid('id').primaryKey().defaultRandom(),
    tokenHash: bytea('token_hash').notNull().unique(),
    warehouse: text('warehouse')
      .notNull()
      .references(() => warehouse.code),
    name: text('name').notNull(),
    hungBy: text('hung_by').notNull(),
    hungAt: at('hung_at').notNull().defaultNow(),
    lastSeen: at('last_seen').notNull().defaultNow(),
    takenDownAt: at('taken_down_at'),
    /** Null where it was done at the screen itself. */
    takenDownBy: text('taken_down_by'),
  },
  (t) => [index('screen_hanging').on(t.warehouse).where(sql`taken_down_at is null`)],
)

/** A code that a supervisor shows to a device: good once, and not for long. */
export const enrolment = pgTable('enrolment', {
  id: uuid('id').primaryKey().defaultRandom(),
  tokenHash: bytea('token_hash').notNull().unique(),
  warehouse: text('warehouse')
    .notNull()
    .references(() => warehouse.code),
  madeBy: text('made_by').notNull(),
  name: text('name').notNull(),
  expiresAt: at('expires_at').notNull(),
  usedAt: at('used_at'),
  usedBy: text('used_by'),
})
