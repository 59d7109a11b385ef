import { ask, type Queryable } from '../db/pool.ts'

/**
 * What has been committed so far, as PostgreSQL itself tells it: the same text means that not one row differs. It
 * costs no look at any table, so that a page may ask each second.
 */
export async function whatIsCommitted(on: Queryable): Promise<string> {
  const text = 'select pg_current_snapshot()::text as snapshot'
  const [row] = await ask<{ snapshot: string }>(on, 'committed', text, [])
  return row?.snapshot ?? ''
}
