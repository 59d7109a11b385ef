import type { StaffRole } from '@restow/domain'
import { ask, type Queryable } from '../db/pool.ts'

/** What of the demo is there to scan, as the database stands. */

export interface OpenParcel {
  readonly tracking: string
  readonly carrier: string | null
  readonly seller: string
  readonly pieces: number
  readonly products: readonly { gtin: string; title: string }[]
}

/**
 * Which announced parcels have not come yet? Of each carrier its smallest two, all of whose products are known by
 * their barcodes.
 */
export function findOpenParcels(on: Queryable, sellers: readonly string[]): Promise<OpenParcel[]> {
  const text = `
    with recent as (
      select t.tracking_number as tracking, r.id, r.carrier, s.name as seller, r.announced_on
      from expected_tracking t
      join expected_return r on r.id = t.expected_return and r.state = 'announced' and r.seller = any($1::text[])
      join seller s on s.code = r.seller and s.active
      where not exists (select 1 from parcel a where a.tracking_number = t.tracking_number and a.state <> 'void')
      order by r.announced_on desc nulls last, tracking limit 300
    ), open as (
      select recent.*, l.pieces, l.products from recent cross join lateral (
        select sum(e.quantity)::int as pieces, bool_and(p.gtin is not null) as known,
          jsonb_agg(distinct jsonb_build_object('gtin', p.gtin, 'title', p.title)) as products
        from expected_line e left join product p on p.seller = e.seller and p.sku = e.sku
        where e.expected_return = recent.id
      ) l
      where l.known
    ), ranked as (
      select *, row_number() over (partition by carrier
        order by jsonb_array_length(products), pieces, announced_on desc, tracking) as place
      from open
    )
    select tracking, carrier, seller, pieces, products from ranked where place <= 2 order by place, carrier limit 8`
  return ask(on, 'demo-parcels', text, [sellers])
}

/** What was read off the label of the parcel that came last and is open? */
export async function findReceivedScan(on: Queryable, warehouse: string): Promise<string | null> {
  const text = `select coalesce(body->>'raw', tracking_number) as scan from parcel
    where warehouse = $1 and state in ('received', 'registered') order by received_at desc limit 1`
  const [row] = await ask<{ scan: string }>(on, 'demo-received', text, [warehouse])
  return row?.scan ?? null
}

/** Which of these plates are on something already, or were? */
export async function findUsedPlates(on: Queryable, lpns: readonly string[]): Promise<Set<string>> {
  const text = `select lpn from return_unit where lpn = any($1::text[])
    union select former from return_unit, jsonb_array_elements_text(former_lpns) former where former_lpns ?| $1::text[]`
  return new Set((await ask<{ lpn: string }>(on, 'demo-plates', text, [lpns])).map((row) => row.lpn))
}

/** Which bin has no room left, the fullest first? */
export async function findFullBin(on: Queryable, warehouse: string): Promise<string | null> {
  const text = `select code from bin where warehouse = $1 and plates >= capacity
    order by (zone = 'resell') desc, plates desc, code limit 1`
  const [row] = await ask<{ code: string }>(on, 'demo-full-bin', text, [warehouse])
  return row?.code ?? null
}

/** Which of these badges may be used? */
export const findDemoBadges = (
  on: Queryable,
  badges: readonly string[],
): Promise<{ badge: string; name: string; role: StaffRole }[]> =>
  ask(
    on,
    'demo-badges',
    'select badge, name, role from staff where badge = any($1::text[]) and active order by array_position($1, badge)',
    [badges],
  )
