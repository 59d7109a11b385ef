import { ask, type Queryable } from '../db/pool.ts'

/** Where is this unit, as far as the connection sees one of that plate? Of a seller's connection: if it is that seller's. */
export async function findWhereUnitIs(on: Queryable, lpn: string): Promise<string | null> {
  const text = `select warehouse from return_unit
    where lpn = $1 or id in (select unit from former_plate where lpn = $1) order by (lpn = $1) desc limit 1`
  const [found] = await ask<{ warehouse: string }>(on, 'warehouse-of-unit', text, [lpn])
  return found?.warehouse ?? null
}
