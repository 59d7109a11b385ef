import { API_SCOPES } from '@restow/domain'
import { sql } from 'drizzle-orm'
import { check, index, integer, pgTable, text, uniqueIndex, uuid } from 'drizzle-orm/pg-core'
import { at, bytea } from './columns.ts'
import { seller } from './set-up.tables.ts'

/** What opens the house to sellers' scripts. drizzle-kit writes the numbered SQL in migrations/ from here. */

export const apiKey = pgTable(
  'api_key',
  {
    /** The public beginning; the rest is known to its owner alone. */
    key: text('key').primaryKey(),
    tokenHash: bytea('token_hash').notNull().unique(),
    seller: text('seller')
      .notNull()
      .references(() => seller.code),
    name: text('name').notNull(),
    scopes: text('scopes').array().notNull(),
    /** Keys that take each other's place: two of them open at a time, so that scripts can be changed over one by one. */
    line: uuid('line').notNull(),
    slot: integer('slot').notNull(),
    replaces: text('replaces'),
    madeBy: text('made_by').notNull(),
    madeAt: at('made_at').notNull().defaultNow(),
    lastUsedAt: at('last_used_at'),
    revokedAt: at('revoked_at'),
    revokedBy: text('revoked_by'),
  },
  (t) => [
    index('api_key_seller').on(t.seller),
    uniqueIndex('api_key_two_open').on(t.line, t.slot).where(sql`revoked_at is null`),
    check('api_key_slot', sql`slot in (0, 1)`),
    check(
      'api_key_scopes',
      sql.raw(
        `scopes <@ array[${API_SCOPES.map((scope) => `'${scope}'`).join(', ')}] and cardinality(scopes) > 0`,
      ),
    ),
  ],
)
