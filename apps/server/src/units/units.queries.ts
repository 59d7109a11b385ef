import type { Parcel, Unit } from '@restow/domain'
import { ask, type Queryable } from '../db/pool.ts'
import { asked, type Page } from '../paging.ts'

/** Whose goods: of one warehouse or of all that the connection sees, of one seller or of all. */
export interface Whose {
  readonly warehouse: string | null
  readonly seller: string | null
}
export interface UnitFilter extends Whose {
  readonly search: readonly string[] | null
  readonly state: string | null
  readonly disposition: string | null
  readonly zone: string | null
  readonly bin: string | null
  readonly held: string | null
}
export interface UnitRow {
  readonly id: string
  readonly body: Unit
}

/** Which units are there, the latest registered first? Those whose registration was taken back only where asked for. */
export function findUnits(on: Queryable, filter: UnitFilter, page: Page): Promise<UnitRow[]> {
  const text = `
    select id, body from return_unit
    where ($1::text is null or warehouse = $1) and ($2::text is null or seller = $2)
      and ($3::text[] is null or words like all($3))
      and (case when $4::text is null then state <> 'void' else state = $4 end)
      and ($5::text is null or disposition = $5)
      and ($6::text is null or (bin is not null and (warehouse, bin) in (select b.warehouse, b.code from bin b where b.zone = $6)))
      and ($7::text is null or bin = $7) and ($8::text is null or held_for = $8)
      and ($9::text is null or (registered_at, id) < ($9, $10::uuid))
    order by registered_at desc, id desc limit $11`
  const { warehouse, seller, search, state, disposition, zone, bin, held } = filter
  const [at = null, id = null] = page.after ?? []
  return ask(on, 'list-units', text, [
    warehouse,
    seller,
    search,
    state,
    disposition,
    zone,
    bin,
    held,
    at,
    id,
    asked(page),
  ])
}

export interface ParcelFilter extends Whose {
  readonly search: readonly string[] | null
  readonly state: string | null
  readonly unclaimed: boolean | null
}
export interface ParcelRow {
  readonly id: string
  readonly body: Parcel
}

/** Which parcels are there, the latest received first? Those whose receipt was taken back only where asked for. */
export function findParcels(on: Queryable, filter: ParcelFilter, page: Page): Promise<ParcelRow[]> {
  const text = `
    select id, body from parcel
    where ($1::text is null or warehouse = $1) and ($2::text is null or seller = $2)
      and ($3::text[] is null or words like all($3))
      and (case when $4::text is null then state <> 'void' else state = $4 end)
      and ($5::boolean is null or (seller is null) = $5)
      and ($6::text is null or (coalesce(received_at, ''), id) < ($6, $7::uuid))
    order by coalesce(received_at, '') desc, id desc limit $8`
  const { warehouse, seller, search, state, unclaimed } = filter
  const [at = null, id = null] = page.after ?? []
  return ask(on, 'list-parcels', text, [warehouse, seller, search, state, unclaimed, at, id, asked(page)])
}

export interface ExpectedRow {
  readonly id: string
  readonly seller: string
  readonly rmaNumber: string
  readonly orderNumber: string | null
  readonly channel: string
  readonly carrier: string | null
  readonly announcedOn: string | null
  readonly state: string
  readonly trackingNumbers: string[]
  readonly lines: {
    sku: string
    title: string
    asin: string | null
    quantity: number
    registered: number
    valueMinor: number | null
    currency: string
    reason: { raw: string; mapped: string }
  }[]
}

/** Lines with the pieces of them that are registered. */
const LINES = `(select coalesce(json_agg(json_build_object('sku', l.sku, 'title', coalesce(p.title, l.title), 'asin', l.asin,
    'quantity', l.quantity, 'registered', (select coalesce(sum(u.quantity), 0) from return_unit u where u.expected_return = r.id and u.state <> 'void'
      and u.body->'line'->>'sku' = l.sku and (u.body->'line'->>'occurrence')::int = l.occurrence),
    'valueMinor', l.value_minor, 'currency', l.currency, 'reason', json_build_object('raw', l.reason_raw, 'mapped', l.reason_mapped))
    order by l.sku, l.occurrence), '[]')
  from expected_line l left join product p on p.seller = l.seller and p.sku = l.sku where l.expected_return = r.id)`

/** Which returns are announced, the latest first? Found by RMA, order and tracking number, SKU and title. */
export function findExpectedReturns(
  on: Queryable,
  filter: { seller: string | null; search: readonly string[] | null; state: string | null },
  page: Page,
): Promise<ExpectedRow[]> {
  const text = `
    with found as materialized (
      select r.* from expected_return r
      where ($1::text is null or r.seller = $1) and ($3::text is null or r.state = $3)
        and ($4::text is null or (coalesce(r.announced_on, ''), r.id) < ($4, $5::uuid))
        and ($2::text[] is null or lower(r.rma_number || ' ' || coalesce(r.order_number, '')) like all($2)
          or r.id in (select expected_return from expected_tracking where lower(tracking_number) like all($2))
          or r.id in (select expected_return from expected_line where lower(sku || ' ' || title) like all($2)))
      order by coalesce(r.announced_on, '') desc, r.id desc limit $6
    )
    select r.id, r.seller, r.rma_number as "rmaNumber", r.order_number as "orderNumber", r.channel, r.carrier,
      r.announced_on as "announcedOn", r.state,
      (select coalesce(json_agg(t.tracking_number order by t.tracking_number), '[]') from expected_tracking t where t.expected_return = r.id) as "trackingNumbers",
      ${LINES} as lines
    from found r order by coalesce(r.announced_on, '') desc, r.id desc`
  const { seller, search, state } = filter
  const [day = null, id = null] = page.after ?? []
  return ask(on, 'list-expected', text, [seller, search, state, day, id, asked(page)])
}

export interface ImportRow {
  readonly id: string
  readonly seller: string
  readonly format: string
  readonly state: string
  readonly total: number
  readonly done: number
  readonly created: number
  readonly updated: number
  readonly unchanged: number
  readonly rejected: number
  readonly startedBy: string
  readonly startedAt: string
  /** The exact time, to the microsecond, to go on from. */
  readonly key: string
}

/** Which files were imported, the latest first? */
export function findImports(on: Queryable, seller: string | null, page: Page): Promise<ImportRow[]> {
  const text = `
    select id, seller, format, state, total, done, created, updated, unchanged, jsonb_array_length(rejected) as rejected,
      started_by as "startedBy", to_char(started_at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"') as "startedAt",
      to_char(started_at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"') as key
    from import_job where ($1::text is null or seller = $1) and ($2::text is null or (started_at, id) < ($2::timestamptz, $3::uuid))
    order by started_at desc, id desc limit $4`
  const [at = null, id = null] = page.after ?? []
  return ask(on, 'list-imports', text, [seller, at, id, asked(page)])
}

/** Which lines of this import were rejected? Null where there is no such import. */
export async function findRejectedLines(
  on: Queryable,
  id: string,
): Promise<{ line: number; code: string; message: string }[] | null> {
  const [row] = await ask<{ rejected: { line: number; code: string; message: string }[] }>(
    on,
    'rejected-lines',
    'select rejected from import_job where id = $1',
    [id],
  )
  return row?.rejected ?? null
}
