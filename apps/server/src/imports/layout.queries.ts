import { ask, type Queryable } from '../db/pool.ts'
import type { LayoutBin } from './layout-line.ts'
import type { PresentBin } from './layout-plan.ts'

/** Which bins are there, with where they are and how much they hold? */
export function findPresentBins(on: Queryable, warehouse: string): Promise<PresentBin[]> {
  const text = `select code, zone, capacity, plates,
      jsonb_strip_nulls(jsonb_build_object('aisle', aisle, 'bay', bay, 'level', level, 'x', x, 'y', y, 'w', w, 'h', h)) as place
    from bin where warehouse = $1 and (removed_at is null or plates > 0) order by code`
  return ask(on, 'present-bins', text, [warehouse])
}

const rowOf = ({ code, zone, capacity, place }: LayoutBin) => ({ code, zone, capacity, ...place })

/** Makes and changes bins. @returns how many: fewer than were given where something was laid into one that changes its zone */
export async function putBins(on: Queryable, warehouse: string, bins: readonly LayoutBin[]): Promise<number> {
  const text = `insert into bin as b (warehouse, code, zone, capacity, aisle, bay, level, x, y, w, h)
    select $1, n.code, n.zone, n.capacity, n.aisle, n.bay, n.level, n.x, n.y, n.w, n.h
    from jsonb_to_recordset($2::jsonb) as n(code text, zone text, capacity int, aisle text, bay text, level text,
      x float8, y float8, w float8, h float8)
    order by n.code
    on conflict (warehouse, code) do update set zone = excluded.zone, capacity = excluded.capacity, aisle = excluded.aisle,
      bay = excluded.bay, level = excluded.level, x = excluded.x, y = excluded.y, w = excluded.w, h = excluded.h,
      removed_at = null, version = b.version + 1
    where b.zone = excluded.zone or b.plates <= 0 returning 1`
  return (await ask(on, 'put-bins', text, [warehouse, JSON.stringify(bins.map(rowOf))])).length
}

/** Takes bins out of use. @returns how many: what holds units stays, also where it was laid in a moment ago */
export async function removeBins(
  on: Queryable,
  warehouse: string,
  codes: readonly string[],
): Promise<number> {
  const text = `update bin set removed_at = now(), version = version + 1
    where warehouse = $1 and code = any($2::text[]) and removed_at is null and plates <= 0 returning 1`
  return (await ask(on, 'remove-bins', text, [warehouse, codes])).length
}
