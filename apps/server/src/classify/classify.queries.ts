import type { Seller } from '@restow/domain'
import { ask, type Queryable } from '../db/pool.ts'

/** How do these sellers stand, and what are their policies? */
export function findSellers(on: Queryable, codes: readonly string[]): Promise<Seller[]> {
  return ask(on, 'sellers', 'select code, active, policy from seller where code = any($1::text[])', [codes])
}
