import type { BinCountItem } from '@restow/contracts'
import { iso } from '../db/iso.ts'
import { ask, type Queryable } from '../db/pool.ts'
import { asked, type Page } from '../paging.ts'

export type CountRow = BinCountItem & { readonly id: string }

/** How was this bin counted, the latest time first? */
export function findCounts(on: Queryable, warehouse: string, bin: string, page: Page): Promise<CountRow[]> {
  const text = `select id, ${iso('recorded_at')} as at, counted_by as by, device_id as "deviceId", expected, counted,
      missing, found, moved, strangers
    from bin_count where warehouse = $1 and bin = $2 and ($3::timestamptz is null or (recorded_at, id) < ($3, $4::uuid))
    order by recorded_at desc, id desc limit $5`
  const [at = null, id = null] = page.after ?? []
  return ask(on, 'bin-counts', text, [warehouse, bin, at, id, asked(page)])
}
