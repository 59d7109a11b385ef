import type { StoryItem } from '@restow/contracts'
import type { EventMeta, Parcel, Product, Unit } from '@restow/domain'
import { ask, type Queryable } from '../db/pool.ts'

export interface Row<S> {
  readonly version: number
  readonly body: S
}

/** Which unit carries this plate, or did before it was replaced? */
export async function findUnitByPlate(on: Queryable, lpn: string): Promise<Row<Unit> | null> {
  const text = `select version, body from (
      select version, body, 0 as rank from return_unit where lpn = $1
      union all
      select u.version, u.body, 1 from former_plate f join return_unit u on u.id = f.unit where f.lpn = $1
    ) found order by rank limit 1`
  const [row] = await ask<Row<Unit>>(on, 'unit-by-plate', text, [lpn])
  return row ?? null
}

/** Which parcel goes by one of these numbers, its own or that of another label: the open one, else the latest? Null for any warehouse. */
export async function findParcelByTracking(
  on: Queryable,
  keys: readonly string[],
  warehouse: string | null,
): Promise<Row<Parcel> | null> {
  const text = `select p.version, p.body from parcel_number n join parcel p on p.id = n.parcel
    where n.number = any($1::text[]) and ($2::text is null or n.warehouse = $2) and p.state <> 'void'
    order by array_position($1::text[], n.number), n.open desc, p.received_at desc nulls last limit 1`
  const [row] = await ask<Row<Parcel>>(on, 'parcel-by-tracking', text, [keys, warehouse])
  return row ?? null
}

export async function findParcelById(on: Queryable, id: string): Promise<Row<Parcel> | null> {
  const [row] = await ask<Row<Parcel>>(on, 'parcel-by-id', 'select version, body from parcel where id = $1', [
    id,
  ])
  return row ?? null
}

/** What units came out of this parcel? */
export async function findUnitsOfParcel(on: Queryable, parcelId: string): Promise<Unit[]> {
  const text = `select body from return_unit where parcel_id = $1 and state <> 'void' order by body->>'registeredAt', lpn`
  return (await ask<Row<Unit>>(on, 'units-of-parcel', text, [parcelId])).map((r) => r.body)
}

/** What lies in this bin? */
export async function findUnitsInBin(on: Queryable, warehouse: string, code: string): Promise<Unit[]> {
  const text = `select body from return_unit where warehouse = $1 and bin = $2 order by lpn limit 1000`
  return (await ask<Row<Unit>>(on, 'units-in-bin', text, [warehouse, code])).map((r) => r.body)
}

/** What happened to this parcel or unit, in order? */
export async function findStory(on: Queryable, streamId: string): Promise<StoryItem[]> {
  const text = `select type, data, meta from ledger_event where stream_id = $1 order by version`
  const rows = await ask<{ type: string; data: Record<string, unknown>; meta: EventMeta }>(
    on,
    'story',
    text,
    [streamId],
  )
  return rows.map(({ type, data, meta }) => ({
    eventId: meta.eventId,
    type,
    by: meta.actor.user,
    deviceId: meta.deviceId,
    scannedAt: meta.scannedAt,
    recordedAt: meta.recordedAt,
    performed: meta.performed,
    data,
  }))
}

export interface ExpectedRow {
  readonly id: string
  readonly seller: string
  readonly rmaNumber: string
  readonly orderNumber: string | null
  readonly state: string
  readonly trackingNumbers: string[]
  readonly lines: {
    sku: string
    occurrence: number
    quantity: number
    valueMinor: number | null
    currency: string
    reason: { raw: string; mapped: string }
    title: string
    registered: number
  }[]
}

/** Something that is known by a number: a parcel that is or was here, or an announced return. */
export interface KnownNumber {
  readonly kind: 'parcel' | 'expected'
  readonly id: string
  readonly number: string
}

/**
 * Behind a select of its own the numbers' count is the planner's guess either way: it then keeps one plan, where it would
 * plan anew for each scan because it knows better, which costs more than the search.
 */
const NUMBERS = '(select $1::text[])::text[]'

/**
 * What is known by exactly one of these numbers: parcels by their labels, announced returns by tracking, RMA or order
 * number? Nothing is looked for that only resembles them. This is the first thing that a scan asks.
 */
export function findKnownByNumber(on: Queryable, keys: readonly string[]): Promise<KnownNumber[]> {
  const text = `
    select 'expected' as kind, expected_return as id, tracking_number as number from expected_tracking where tracking_number = any(${NUMBERS})
    union all select 'expected', id, rma_number from expected_return where rma_number = any(${NUMBERS})
    union all select 'expected', id, order_number from expected_return where order_number = any(${NUMBERS})
    union all select 'parcel', parcel, number from parcel_number where number = any(${NUMBERS})`
  return ask(on, 'known-by-number', text, [keys])
}

/** Announced returns as people read them, with the pieces of each line registered so far. */
const EXPECTED = `
    select r.id, r.seller, r.rma_number as "rmaNumber", r.order_number as "orderNumber", r.state,
      (select coalesce(json_agg(t.tracking_number order by t.tracking_number), '[]') from expected_tracking t where t.expected_return = r.id) as "trackingNumbers",
      (select coalesce(json_agg(json_build_object('sku', l.sku, 'occurrence', l.occurrence, 'quantity', l.quantity,
          'valueMinor', l.value_minor, 'currency', l.currency, 'reason', json_build_object('raw', l.reason_raw, 'mapped', l.reason_mapped),
          'title', coalesce(p.title, l.title),
          'registered', (select coalesce(sum((u.body->>'quantity')::int), 0) from return_unit u where u.expected_return = r.id
             and u.state <> 'void' and u.body->'line'->>'sku' = l.sku and (u.body->'line'->>'occurrence')::int = l.occurrence))
          order by l.sku, l.occurrence), '[]')
        from expected_line l left join product p on p.seller = l.seller and p.sku = l.sku where l.expected_return = r.id) as lines
    from hit join expected_return r using (id) order by r.rma_number limit 50`

/** What is announced by these returns? */
export function findExpected(on: Queryable, ids: readonly string[]): Promise<ExpectedRow[]> {
  return ask(on, 'expected', `with hit as materialized (select unnest($1::uuid[]) as id) ${EXPECTED}`, [ids])
}

/** Which returns are announced under one of these tracking numbers? */
export function findExpectedUnder(on: Queryable, numbers: readonly string[]): Promise<ExpectedRow[]> {
  const text = `with hit as materialized (
      select distinct expected_return as id from expected_tracking where tracking_number = any($1::text[])
    ) ${EXPECTED}`
  return ask(on, 'expected-under', text, [numbers])
}

/** Whose badge is this? */
export async function findBadge(
  on: Queryable,
  badge: string,
): Promise<{ badge: string; name: string } | null> {
  const text = 'select badge, name from staff where badge = $1 and active'
  const [row] = await ask<{ badge: string; name: string }>(on, 'badge', text, [badge])
  return row ?? null
}

/** Which printer of this warehouse has this code? */
export async function findPrinterByCode(
  on: Queryable,
  warehouse: string,
  code: string,
): Promise<{ code: string; name: string } | null> {
  const text = 'select code, name from printer where warehouse = $1 and code = $2 and removed_at is null'
  const [row] = await ask<{ code: string; name: string }>(on, 'printer-of-code', text, [warehouse, code])
  return row ?? null
}

/** Which products, of any seller, have one of these codes: SKU, GTIN, FNSKU or ASIN? Of one ASIN a seller may have several. */
export function findProductsByScan(on: Queryable, codes: readonly string[]): Promise<Product[]> {
  const columns = 'seller, sku, title, category, gtin, fnsku, asin, flags'
  const text = ['sku', 'gtin', 'fnsku', 'asin']
    .map((code) => `select ${columns} from product where ${code} = any($1::text[])`)
    .join(' union ')
  return ask(on, 'products-by-scan', `${text} order by seller, sku`, [codes])
}
