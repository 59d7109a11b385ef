import type { Seller } from '@restow/domain'
import { formerOf } from '../db/former.ts'
import { ask, type Queryable } from '../db/pool.ts'

/**
 * How do these sellers stand, what are their policies, and what have they asked about their goods besides?
 * @param former whether with what was asked before, by which an inspection may have been done
 */
export function findSellers(on: Queryable, codes: readonly string[], former = false): Promise<Seller[]> {
  const before = `case when $2 and (checks->>'version')::int > 1
    then jsonb_build_object('former', ${formerOf('seller_check_version', 'code')}) else '{}' end`
  const text = `select code, active, policy, checks || ${before} as checks from seller where code = any($1::text[])`
  return ask(on, 'sellers', text, [codes, former])
}
