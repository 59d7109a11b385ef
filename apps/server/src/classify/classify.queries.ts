import type { Seller } from '@restow/domain'
import { iso } from '../db/iso.ts'
import { ask, type Queryable } from '../db/pool.ts'

/**
 * How do these sellers stand, what are their policies, and what have they asked about their goods besides?
 * @param former whether with what was asked before, by which an inspection may have been done
 */
export function findSellers(on: Queryable, codes: readonly string[], former = false): Promise<Seller[]> {
  const before = `case when $2 and (checks->>'version')::int > 1 then jsonb_build_object('former', (
      select jsonb_agg(v.body || jsonb_build_object('version', v.version, 'until', ${iso('n.begun_at')}) order by v.version desc)
      from seller_check_version v join seller_check_version n on n.seller = v.seller and n.version = v.version + 1
      where v.seller = code)) else '{}' end`
  const text = `select code, active, policy, checks || ${before} as checks from seller where code = any($1::text[])`
  return ask(on, 'sellers', text, [codes, former])
}
