import type { Bin } from '@restow/domain'
import { ask, type Queryable } from '../db/pool.ts'
import type { BinAt } from '../ledger/knowledge.ts'

/** Which of these bins are there, and how full are they? */
export function findBins(
  on: Queryable,
  bins: readonly { warehouse: string; code: string }[],
): Promise<BinAt[]> {
  const text = `select b.warehouse, b.code, b.zone, b.capacity, b.plates, b.version
    from bin b join unnest($1::text[], $2::text[]) as n(warehouse, code) using (warehouse, code)
    where b.removed_at is null or b.plates > 0`
  return ask(on, 'bins', text, [bins.map((b) => b.warehouse), bins.map((b) => b.code)])
}

/**
 * Which bin of these zones is the best for one more plate of this seller? One that holds the seller's goods
 * already, else one that is begun, else the first empty one; never a full one.
 */
export async function suggestBin(
  on: Queryable,
  warehouse: string,
  zones: readonly string[],
  seller: string | null,
): Promise<Bin | null> {
  const text = `
    select b.code, b.zone, b.capacity, b.plates from bin b
    where b.warehouse = $1 and b.zone = any($2::text[]) and b.plates < b.capacity and b.removed_at is null
    order by array_position($2::text[], b.zone),
      exists (select 1 from return_unit u where u.warehouse = b.warehouse and u.bin = b.code and u.seller = $3) desc,
      (b.plates > 0) desc, b.code
    limit 1`
  const [bin] = await ask<Bin>(on, 'suggest-bin', text, [warehouse, zones, seller])
  return bin ?? null
}
