import { ask, type Queryable } from '../db/pool.ts'
import { stood } from './standing.ts'

export interface DecidedToday {
  readonly units: number
  readonly firsts: number
  readonly sameDay: number
}

/** $1 the warehouse, $2 a seller or null for all, $3 the beginning of the day. */
const TODAY = `with ${stood('$3::timestamptz', "e.data->>'supersedes' as supersedes", "e.type = 'UnitClassified'")}
select count(*)::int as units, (count(*) filter (where d.supersedes is null and p.received_at is not null))::int as firsts,
  (count(*) filter (where d.supersedes is null and d.recorded_at - p.received_at::timestamptz <= interval '24 hours'))::int as "sameDay"
from stood d join return_unit u on u.id = d.stream_id and u.warehouse = $1 and u.state <> 'void' and ($2::text is null or u.seller = $2)
  left join parcel p on p.id = u.parcel_id and p.state <> 'void'`

/** What was decided since the day began, and how much of it within a day of the dock? */
export async function findDecidedToday(
  on: Queryable,
  warehouse: string,
  seller: string | null,
  from: string,
): Promise<DecidedToday> {
  const [row] = await ask<DecidedToday>(on, 'board-decided-today', TODAY, [warehouse, seller, from])
  return row ?? { units: 0, firsts: 0, sameDay: 0 }
}

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
