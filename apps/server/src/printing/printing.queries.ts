import type { LabelTemplate } from '@restow/contracts'
import type { Parcel, Product, StaffRole, Unit, Zone } from '@restow/domain'
import { ask, type Queryable } from '../db/pool.ts'

/** So many fresh plate serials, given out once. @param to the device that they are for, where one is known: that is on record */
export async function leasePlateSerials(
  on: Queryable,
  count: number,
  to?: { readonly warehouse: string; readonly deviceId: string },
): Promise<number[]> {
  const text = `with fresh as materialized (
      select nextval('plate_serial')::int as serial from generate_series(1, $1::int)
    ), kept as (
      insert into plate_lease (serial, warehouse, device_id) select serial, $2, $3 from fresh where $3::text is not null
    )
    select serial from fresh`
  const values = [count, to?.warehouse ?? null, to?.deviceId ?? null]
  return (await ask<{ serial: number }>(on, 'lease-plates', text, values)).map((row) => row.serial)
}

export interface BinToTag {
  readonly code: string
  readonly zone: Zone
}

/** Which of these bins are there? */
export const findBinsToTag = (
  on: Queryable,
  warehouse: string,
  codes: readonly string[],
): Promise<BinToTag[]> =>
  ask(on, 'bins-to-tag', 'select code, zone from bin where warehouse = $1 and code = any($2::text[])', [
    warehouse,
    codes,
  ])

/** Which bins are in these zones, in the order of their codes? */
export const findBinsOfZones = (
  on: Queryable,
  warehouse: string,
  zones: readonly Zone[],
): Promise<BinToTag[]> =>
  ask(
    on,
    'bins-of-zones',
    'select code, zone from bin where warehouse = $1 and zone = any($2::text[]) order by code',
    [warehouse, zones],
  )

export interface Holder {
  readonly badge: string
  readonly name: string
  readonly role: StaffRole
}

/** Whose are these badges, of those that may be used? */
export const findHolders = (on: Queryable, warehouse: string, badges: readonly string[]): Promise<Holder[]> =>
  ask(
    on,
    'badge-holders',
    'select badge, name, role from staff where warehouse = $1 and badge = any($2::text[]) and active',
    [warehouse, badges],
  )

/** Which units carry these plates? */
export async function findUnitsToLabel(
  on: Queryable,
  warehouse: string,
  lpns: readonly string[],
): Promise<Unit[]> {
  const text =
    "select body from return_unit where warehouse = $1 and lpn = any($2::text[]) and state <> 'void'"
  return (await ask<{ body: Unit }>(on, 'units-to-label', text, [warehouse, lpns])).map(({ body }) => body)
}

/** Which parcels have these numbers, the open one or the latest of each last? */
export async function findParcelsToTag(
  on: Queryable,
  warehouse: string,
  numbers: readonly string[],
): Promise<Parcel[]> {
  const text = `select body from parcel where warehouse = $1 and tracking_number = any($2::text[]) and state <> 'void'
    order by (state <> 'closed'), received_at nulls first`
  return (await ask<{ body: Parcel }>(on, 'parcels-to-tag', text, [warehouse, numbers])).map(
    ({ body }) => body,
  )
}

/** What do these sellers want on their relabels, those that have said so? */
export async function findTemplates(
  on: Queryable,
  sellers: readonly string[],
): Promise<[string, LabelTemplate][]> {
  const text = 'select seller, body from label_template where seller = any($1::text[])'
  const rows = await ask<{ seller: string; body: LabelTemplate }>(on, 'label-templates', text, [sellers])
  return rows.map(({ seller, body }) => [seller, body])
}

export async function keepTemplate(on: Queryable, seller: string, template: LabelTemplate): Promise<void> {
  const text = `insert into label_template (seller, body) values ($1, $2)
    on conflict (seller) do update set body = excluded.body`
  await ask(on, 'keep-label-template', text, [seller, JSON.stringify(template)])
}

/** What is this product, as far as a label says it? Null where the seller has none of that SKU. */
export async function findProductToLabel(
  on: Queryable,
  seller: string,
  sku: string,
): Promise<Pick<Product, 'sku' | 'title' | 'gtin' | 'fnsku' | 'asin'> | null> {
  const text = 'select sku, title, gtin, fnsku, asin from product where seller = $1 and sku = $2'
  const [row] = await ask<Pick<Product, 'sku' | 'title' | 'gtin' | 'fnsku' | 'asin'>>(
    on,
    'product-to-label',
    text,
    [seller, sku],
  )
  return row ?? null
}
