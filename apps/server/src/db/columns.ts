import { type SQL, sql } from 'drizzle-orm'
import { bigint, customType, timestamp } from 'drizzle-orm/pg-core'

/** Kinds of columns and checks that several tables share. */

export const bytea = customType<{ data: Buffer }>({ dataType: () => 'bytea' })
export const at = (name: string) => timestamp(name, { withTimezone: true, mode: 'string' })

/** A column that PostgreSQL itself reads off a state's JSON, so that the two cannot disagree. */
export const off = (path: string) => sql.raw(`(${path})`)

/** A check that a column holds one of the domain's words. */
export const isOneOf = (column: string, list: readonly string[]): SQL =>
  sql.raw(`${column} in (${list.map((word) => `'${word}'`).join(', ')})`)

/**
 * Which transaction made a row what it is: what a reader follows that must miss nothing, however late somebody commits.
 * The tables' triggers keep it (migrations/0005_copy.sql).
 */
export const tx = (name: string) =>
  bigint(name, { mode: 'bigint' }).notNull().default(sql`(pg_current_xact_id()::text::bigint)`)
