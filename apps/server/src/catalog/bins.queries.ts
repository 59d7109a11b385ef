import type { BinItem, PutBin } from '@restow/contracts'
import { ask, type Queryable } from '../db/pool.ts'
import { asked, type Page } from '../paging.ts'

const BIN = `code, zone, capacity, plates,
  nullif(jsonb_strip_nulls(jsonb_build_object('aisle', aisle, 'bay', bay, 'level', level, 'x', x, 'y', y, 'w', w, 'h', h)), '{}') as place`

type Row = Omit<BinItem, 'place'> & { readonly place: BinItem['place'] | null }
const itemOf = ({ place, ...bin }: Row): BinItem => (place ? { ...bin, place } : bin)

/** Which bins are there, in the order of their codes? */
export async function findBinsOf(
  on: Queryable,
  filter: { warehouse: string; search: readonly string[] | null; zone: string | null },
  page: Page,
): Promise<BinItem[]> {
  const text = `select ${BIN} from bin
    where warehouse = $1 and (removed_at is null or plates > 0)
      and ($2::text[] is null or lower(code) like all($2)) and ($3::text is null or zone = $3)
      and ($4::text is null or code > $4) order by code limit $5`
  const { warehouse, search, zone } = filter
  const values = [warehouse, search, zone, page.after?.[0] ?? null, asked(page)]
  return (await ask<Row>(on, 'list-bins', text, values)).map(itemOf)
}

/**
 * Makes or changes a bin, or takes it into use again; its version moves on, so that a command that was decided on how it
 * was is decided again.
 * @returns null where its zone would change under the plates in it
 */
export async function keepBin(
  on: Queryable,
  warehouse: string,
  code: string,
  { zone, capacity, place }: PutBin,
): Promise<BinItem | null> {
  const moved = `aisle = excluded.aisle, bay = excluded.bay, level = excluded.level,
      x = excluded.x, y = excluded.y, w = excluded.w, h = excluded.h,`
  const text = `insert into bin as b (warehouse, code, zone, capacity, aisle, bay, level, x, y, w, h)
    values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11)
    on conflict (warehouse, code) do update set zone = excluded.zone, capacity = excluded.capacity, ${place ? moved : ''}
      removed_at = null, version = b.version + 1
    where b.zone = excluded.zone or b.plates = 0
    returning ${BIN}`
  const { aisle = null, bay = null, level = null, x = null, y = null, w = null, h = null } = place ?? {}
  const values = [warehouse, code, zone, capacity, aisle, bay, level, x, y, w, h]
  const [bin] = await ask<Row>(on, place ? 'keep-bin-placed' : 'keep-bin', text, values)
  return bin ? itemOf(bin) : null
}

/** How many plates the bin holds; null where there is no such bin. */
export async function platesIn(on: Queryable, warehouse: string, code: string): Promise<number | null> {
  const text =
    'select plates from bin where warehouse = $1 and code = $2 and (removed_at is null or plates > 0)'
  const [bin] = await ask<{ plates: number }>(on, 'plates-in', text, [warehouse, code])
  return bin?.plates ?? null
}

/** Takes an empty bin out of use. @returns whether it was there and empty */
export async function removeBin(on: Queryable, warehouse: string, code: string): Promise<boolean> {
  const text = `update bin set removed_at = now(), version = version + 1
    where warehouse = $1 and code = $2 and removed_at is null and plates <= 0 returning code`
  return (await ask(on, 'remove-bin', text, [warehouse, code])).length > 0
}
