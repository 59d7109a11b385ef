import type { OpenReturn, Parcel, UnclaimedPolicy, Unit } from '@restow/domain'
import { sql } from 'drizzle-orm'
import { ask, type Queryable, type Tx } from '../db/pool.ts'
import { asked, type Page } from '../paging.ts'

/** Which rule has each warehouse for what nobody claims? */
export function findUnclaimedPolicies(
  on: Queryable,
): Promise<{ warehouse: string; policy: UnclaimedPolicy }[]> {
  return ask(
    on,
    'unclaimed-policies',
    'select code as warehouse, unclaimed_policy as policy from warehouse',
    [],
  )
}

/** Sets it for one warehouse. @returns the rule as it now is */
export async function setUnclaimedPolicy(
  on: Queryable,
  warehouse: string,
  policy: UnclaimedPolicy,
): Promise<UnclaimedPolicy> {
  const text = 'update warehouse set unclaimed_policy = $2::jsonb where code = $1'
  await ask(on, 'set-unclaimed-policy', text, [warehouse, JSON.stringify(policy)])
  return policy
}

/** What counts as unclaimed: here, of no seller, and not given up for. The partial index has the first three. */
const POOL = `seller is null and state in ('received', 'registered', 'reopened', 'closed')
  and received_at is not null and body->'forfeited' is null`

export interface PoolRow {
  readonly id: string
  readonly body: Parcel
  readonly units: Unit[]
}
export interface PoolFilter {
  readonly warehouse: string
  readonly timeZone: string
  readonly search: readonly string[] | null
  /** Only what was received at or before this time, ISO 8601. */
  readonly receivedBy: string | null
  readonly opened: boolean | null
}

/**
 * Which parcels does nobody claim, the oldest first? Searched by all that is known of them and of what came out of them;
 * the page is found first, and only its own units are unpacked.
 */
export function findUnclaimed(on: Queryable, filter: PoolFilter, page: Page): Promise<PoolRow[]> {
  const text = `
    with hit as (
      select p.id, p.received_at from parcel p
      where p.warehouse = $1 and ${POOL}
        and ($4::text is null or p.received_at <= $4)
        and ($6::text is null or (p.received_at, p.id) > ($6, $7::uuid))
        and ($5::boolean is null or $5 = exists (select 1 from return_unit u where u.parcel_id = p.id and u.state <> 'void'))
        and ($2::text[] is null or lower(p.words || chr(10) || coalesce((p.body->'printed')::text, '') || chr(10)
          || to_char(p.received_at::timestamptz at time zone $3, 'YYYY-MM-DD') || chr(10)
          || coalesce((select string_agg(u.words || chr(10) || coalesce(u.bin, ''), chr(10)) from return_unit u
               where u.parcel_id = p.id and u.state <> 'void'), '')) like all($2))
      order by p.received_at, p.id limit $8
    )
    select p.id, p.body, (select coalesce(jsonb_agg(u.body order by u.lpn), '[]') from return_unit u
      where u.parcel_id = p.id and u.state <> 'void') as units
    from hit join parcel p using (id) order by hit.received_at, hit.id`
  const { warehouse, timeZone, search, receivedBy, opened } = filter
  const [at = null, id = null] = page.after ?? []
  return ask(on, 'list-unclaimed', text, [
    warehouse,
    search,
    timeZone,
    receivedBy,
    opened,
    at,
    id,
    asked(page),
  ])
}

/** The unclaimed parcel of this number, with its units; null where there is none here. */
export async function findUnclaimedParcel(
  on: Queryable,
  warehouse: string,
  trackingNumber: string,
): Promise<PoolRow | null> {
  const text = `
    select p.id, p.body, (select coalesce(jsonb_agg(u.body order by u.lpn), '[]') from return_unit u
      where u.parcel_id = p.id and u.state <> 'void') as units
    from parcel p where p.warehouse = $1 and (p.tracking_number = $2 or p.body->'aliases' ? $2) and ${POOL}
    order by (state <> 'closed') desc, received_at desc limit 1`
  const [row] = await ask<PoolRow>(on, 'unclaimed-parcel', text, [warehouse, trackingNumber])
  return row ?? null
}

/**
 * Which unclaimed parcels have exactly this number: as their own, or printed on them? In any warehouse; those whose own it is
 * first.
 * @param plain the number without the signs between its letters and digits, in capitals
 */
export async function findUnclaimedByNumber(
  on: Tx,
  keys: readonly string[],
  plain: string,
): Promise<(PoolRow & { foundBy: 'tracking' | 'order' | 'rma' })[]> {
  const numbers = sql.param(keys)
  const { rows } = await on.execute(sql`
    with pool as materialized (
      select p.id, p.body, p.received_at,
        p.tracking_number = any(${numbers}::text[]) or p.body->'aliases' ?| ${numbers}::text[] as is_number,
        upper(regexp_replace(coalesce(body->'printed'->>'order', ''), '[^[:alnum:]]', '', 'g')) as order_printed,
        upper(regexp_replace(coalesce(body->'printed'->>'rma', ''), '[^[:alnum:]]', '', 'g')) as rma_printed
      from parcel p where ${sql.raw(POOL)}
    )
    select p.id, p.body, case when p.is_number then 'tracking' when order_printed = ${plain} then 'order' else 'rma' end as "foundBy",
      (select coalesce(jsonb_agg(u.body order by u.lpn), '[]') from return_unit u where u.parcel_id = p.id and u.state <> 'void') as units
    from pool p where p.is_number or (${plain}::text <> '' and ${plain} in (order_printed, rma_printed))
    order by p.is_number desc, p.received_at limit 20`)
  return rows as unknown as (PoolRow & { foundBy: 'tracking' | 'order' | 'rma' })[]
}

export interface ClueKeys {
  /** Numbers printed on the parcel, in capitals and without signs between. */
  readonly numbers: readonly string[]
  /** All that is printed on it, run together the same way. */
  readonly printed: string
  readonly skus: readonly { seller: string; sku: string }[]
  readonly gtins: readonly string[]
  readonly trackingNumber: string
}

/** Patterns of every number that differs from this one by a sign: another one, one more, one less. */
function oneSignOff(number: string): string[] {
  const at = Array.from(
    { length: number.length + 1 },
    (_, i) => [number.slice(0, i), number.slice(i)] as const,
  )
  return at.flatMap(([before, after]) => [
    `${before}_${after}`,
    ...(after === '' ? [] : [`${before}_${after.slice(1)}`, before + after.slice(1)]),
  ])
}

/** Past this many, a product says nothing any more. */
const MOST_RETURNS = 400

/** Which announced returns that are not complete share a number or a product with the parcel? */
export function findReturnsToGuess(on: Queryable, keys: ClueKeys): Promise<OpenReturn[]> {
  const text = `
    with open as materialized (
      select id, seller, rma_number, order_number, carrier, announced_on, state,
        upper(regexp_replace(coalesce(order_number, ''), '[^[:alnum:]]', '', 'g')) as plain_order,
        upper(regexp_replace(rma_number, '[^[:alnum:]]', '', 'g')) as plain_rma
      from expected_return where state <> 'complete'
    ), hit as materialized (
      select id, 0 as rank from open where plain_order = any($1) or plain_rma = any($1)
        or (length(plain_order) >= 5 and position(plain_order in $2) > 0) or (length(plain_rma) >= 5 and position(plain_rma in $2) > 0)
      union all
      select t.expected_return, 1 from expected_tracking t join open o on o.id = t.expected_return
        where length($6) >= 8 and length(t.tracking_number) >= 8
          and (right(t.tracking_number, length($6)) = $6 or right($6, length(t.tracking_number)) = t.tracking_number
            or ((left(t.tracking_number, 4) = left($6, 4) or right(t.tracking_number, 4) = right($6, 4)) and t.tracking_number like any($7)))
      union all
      select l.expected_return, 2 from expected_line l join open o on o.id = l.expected_return
        join unnest($3::text[], $4::text[]) as s(seller, sku) on s.seller = l.seller and s.sku = l.sku
      union all
      select l.expected_return, 2 from product p join expected_line l on l.seller = p.seller and l.sku = p.sku
        join open o on o.id = l.expected_return where p.gtin = any($5)
    ), best as (
      select id, min(rank) as rank from hit group by id order by 2 limit ${MOST_RETURNS}
    )
    select r.id, r.seller, s.name as "sellerName", r.rma_number as "rmaNumber", r.order_number as "orderNumber", r.carrier,
      r.announced_on as "announcedOn", r.state,
      (select coalesce(json_agg(t.tracking_number), '[]') from expected_tracking t where t.expected_return = r.id) as "trackingNumbers",
      (select coalesce(json_agg(json_build_object('sku', l.sku, 'title', coalesce(p.title, l.title), 'gtin', p.gtin, 'quantity', l.quantity,
          'registered', (select coalesce(sum(u.quantity), 0) from return_unit u where u.expected_return = r.id and u.state <> 'void'
            and u.body->'line'->>'sku' = l.sku and (u.body->'line'->>'occurrence')::int = l.occurrence)) order by l.sku, l.occurrence), '[]')
        from expected_line l left join product p on p.seller = l.seller and p.sku = l.sku where l.expected_return = r.id) as lines
    from best join open r using (id) join seller s on s.code = r.seller order by best.rank, r.announced_on nulls last, r.id`
  const { numbers, printed, skus, gtins, trackingNumber } = keys
  return ask(on, 'returns-to-guess', text, [
    numbers,
    printed,
    skus.map((s) => s.seller),
    skus.map((s) => s.sku),
    gtins,
    trackingNumber,
    oneSignOff(trackingNumber),
  ])
}
