import { ask, type Queryable } from '../db/pool.ts'

export interface Found {
  readonly code: string | null
  readonly units: number
}

/** In which bins does it lie that goes by these words, or is this seller's? Null is in none. */
export function findInBins(
  on: Queryable,
  warehouse: string,
  seller: string | null,
  words: readonly string[],
  typed: string,
): Promise<Found[]> {
  const text = `select bin as code, count(*)::int as units from return_unit
    where warehouse = $1 and ($2::text is null or seller = $2) and state not in ('void', 'scrapped', 'dispatched')
      and (words like all($3::text[]) or lower(seller) = $4)
    group by bin order by bin nulls first limit 5000`
  return ask(on, 'board-find', text, [warehouse, seller, words, typed.trim().toLowerCase()])
}
