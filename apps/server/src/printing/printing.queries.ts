import type { StaffRole, Zone } from '@restow/domain'
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
