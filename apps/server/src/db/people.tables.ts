import { LANGUAGE_CODES, STAFF_ROLES } from '@restow/domain'
import { boolean, check, index, integer, pgTable, primaryKey, text } from 'drizzle-orm/pg-core'
import { at, bytea, isOneOf } from './columns.ts'
import { seller, warehouse } from './set-up.tables.ts'

/** Who may sign in, and who has. drizzle-kit writes the numbered SQL in migrations/ from here. */

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
    /** False once they have left. */
    active: boolean('active').notNull().default(true),
    /** Somebody has locked the badge, a lost card for instance; until it is unlocked nobody signs in by it. */
    lockedAt: at('locked_at'),
    lockedBy: text('locked_by'),
    /** As they chose it last; null until then. */
    language: text('language'),
  },
  () => [
    check('staff_role', isOneOf('role', STAFF_ROLES)),
    check('staff_language', isOneOf('language', LANGUAGE_CODES)),
  ],
)

export const sellerUser = pgTable(
  'seller_user',
  {
    email: text('email').primaryKey(),
    name: text('name').notNull(),
    seller: text('seller')
      .notNull()
      .references(() => seller.code),
    passwordHash: text('password_hash').notNull(),
    active: boolean('active').notNull().default(true),
    /** As they chose it last; null until then. */
    language: text('language'),
  },
  () => [check('seller_user_language', isOneOf('language', LANGUAGE_CODES))],
)

export const session = pgTable('session', {
  tokenHash: bytea('token_hash').primaryKey(),
  badge: text('badge').references(() => staff.badge),
  email: text('email').references(() => sellerUser.email),
  deviceId: text('device_id'),
  createdAt: at('created_at').notNull().defaultNow(),
  expiresAt: at('expires_at').notNull(),
  revokedAt: at('revoked_at'),
})

/** What a device sends its kept work under, also after its person has signed out; only a hash of each is here. */
export const sendToken = pgTable(
  'send_token',
  {
    tokenHash: bytea('token_hash').primaryKey(),
    badge: text('badge')
      .notNull()
      .references(() => staff.badge),
    deviceId: text('device_id').notNull(),
    /** The session that it was given out with: signing out of that one shortens its life. */
    sessionHash: bytea('session_hash')
      .notNull()
      .references(() => session.tokenHash),
    createdAt: at('created_at').notNull().defaultNow(),
    expiresAt: at('expires_at').notNull(),
    revokedAt: at('revoked_at'),
  },
  (t) => [index('send_token_session').on(t.sessionHash)],
)

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
