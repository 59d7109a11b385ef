import type { ChangeItem, SellerChangeItem } from '@restow/contracts'
import { iso } from '../db/iso.ts'
import { ask, type Queryable } from '../db/pool.ts'
import { asked, type Page } from '../paging.ts'

/** What was set up otherwise, by whom, the latest first: in this warehouse, and what holds in all of them? */
export function findChanges(
  on: Queryable,
  { warehouse, kind, key }: { warehouse: string; kind: string | null; key: string | null },
  page: Page,
): Promise<ChangeItem[]> {
  const text = `select c.id::int as id, c.kind, c.key, c.by, coalesce(c.by_name, s.name) as name, ${iso('c.at')} as at, c.before, c.after
    from set_up_change c left join staff s on s.badge = c.by
    where (c.warehouse is null or c.warehouse = $1) and (c.kind <> 'warehouse' or c.key = $1)
      and ($2::text is null or c.kind = $2) and ($3::text is null or c.key = $3) and ($4::bigint is null or c.id < $4)
    order by c.id desc limit $5`
  return ask(on, 'list-changes', text, [warehouse, kind, key, page.after?.[0] ?? null, asked(page)])
}

/**
 * What became otherwise of a seller, the latest first?
 * @param isStaff the seller is told the names of its own people only
 */
export function findSellerChanges(
  on: Queryable,
  seller: string,
  isStaff: boolean,
  page: Page,
): Promise<SellerChangeItem[]> {
  const text = `select c.id::int as id, case when $2 then coalesce(c.by_name, c.by) else c.by_name end as by, ${iso('c.at')} as at, c.before, c.after
    from set_up_change c where c.kind = 'seller' and c.key = $1 and ($3::bigint is null or c.id < $3) order by c.id desc limit $4`
  const values = [seller, isStaff, page.after?.[0] ?? null, asked(page)]
  return ask(on, 'list-seller-changes', text, values)
}

/** Notes what no row of the set-up's own tells, as the person who sets it up. */
export async function noteChange(
  on: Queryable,
  change: { kind: string; key: string; warehouse: string; before: object; after: object },
): Promise<void> {
  const text = `insert into set_up_change (kind, key, warehouse, by, before, after)
    values ($1, $2, $3, current_setting('restow.by'), $4::jsonb, $5::jsonb)`
  const { kind, key, warehouse, before, after } = change
  await ask(on, 'note-change', text, [kind, key, warehouse, JSON.stringify(before), JSON.stringify(after)])
}
