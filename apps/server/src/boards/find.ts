import type { FoundOnMap } from '@restow/contracts'
import type { Queryable } from '../db/pool.ts'
import { patternsOf } from '../paging.ts'
import { findInBins } from './bins.queries.ts'

/** Where on the map something lies: a unit, a product, an order, a seller's goods. */
export async function findOnMap(
  on: Queryable,
  warehouse: string,
  seller: string | null,
  search: string,
): Promise<FoundOnMap> {
  const words = patternsOf(search)
  if (words === null) return { bins: [], units: 0, inNoBin: 0 }
  const found = await findInBins(on, warehouse, seller, words, search)
  return {
    bins: found.flatMap(({ code, units }) => (code === null ? [] : [{ code, units }])),
    units: found.reduce((sum, { units }) => sum + units, 0),
    inNoBin: found.find(({ code }) => code === null)?.units ?? 0,
  }
}
