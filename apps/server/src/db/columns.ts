import { type SQL, sql } from 'drizzle-orm'
import { customType, timestamp } from 'drizzle-orm/pg-core'

/** Kinds of columns and checks that several tables share. */

export const bytea = customType<{ data: Buffer }>({ dataType: () => 'bytea' })
export const at = (name: string) => timestamp(name, { withTimezone: true, mode: 'string' })

/** A column that PostgreSQL itself reads off a state's JSON, so that the two cannot disagree. */
export const off = (path: string) => sql.raw(`(${path})`)

/** A check that a column holds one of the domain's words. */
export const isOneOf = (column: string, list: readonly string[]): SQL =>
  sql.raw(`${column} in (${list.map((word) => `'${word}'`).join(', ')})`)
