import { ask, type Queryable } from '../db/pool.ts'
import type { Receiver } from './messages-of.ts'

/** What the writer of messages asks. */

/** Whose announced returns have just these order or RMA numbers? */
export function findSellersOfNumbers(
  on: Queryable,
  numbers: readonly string[],
): Promise<{ seller: string; number: string }[]> {
  if (numbers.length === 0) return Promise.resolve([])
  const text = `select distinct r.seller, n.number from unnest($1::text[]) n(number) join expected_return r
    on (r.rma_number = n.number or r.order_number = n.number) order by 1, 2`
  return ask(on, 'webhook-owners', text, [numbers])
}

/** Who of these sellers wants to be told, and of what? */
export const findReceivers = (on: Queryable, sellers: readonly string[]): Promise<Receiver[]> =>
  ask(
    on,
    'webhook-receivers',
    'select id, seller, types from webhook where seller = any($1::text[]) and active and removed_at is null',
    [sellers],
  )
