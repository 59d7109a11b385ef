import type { SellerChecks } from '@restow/contracts'
import type { OwnChecks } from '@restow/domain'
import { ask, type Queryable } from '../db/pool.ts'

type Found = Pick<SellerChecks, 'version' | 'checks' | 'categories'>

/**
 * What does this seller have asked about its goods, and in which categories has it any?
 * @returns null where there is no such seller
 */
export async function findSellerChecks(on: Queryable, seller: string): Promise<Found | null> {
  const text = `select (s.checks->>'version')::int as version, s.checks->'checks' as checks, coalesce((
      select jsonb_agg(jsonb_build_object('category', c.category, 'products', c.n) order by c.category)
      from (select category, count(*)::int as n from product where seller = $1 group by category order by n desc limit 200) c), '[]') as categories
    from seller s where s.code = $1`
  const [row] = await ask<Found>(on, 'seller-checks', text, [seller])
  return row ?? null
}

/** Its new questions; a trigger counts their version up and keeps what they were. */
export async function keepSellerChecks(
  on: Queryable,
  seller: string,
  checks: Pick<OwnChecks, 'version' | 'checks'>,
): Promise<void> {
  const text = 'update seller set checks = $2::jsonb where code = $1'
  await ask(on, 'keep-seller-checks', text, [seller, JSON.stringify(checks)])
}
