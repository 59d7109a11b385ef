import type { Parcel, Unit } from '@restow/domain'
import { ask, type Queryable } from '../db/pool.ts'

/** What readers of the feed ask: how that stands now which an event is about. */

/** How units stand now, by their ids. */
export async function findUnitsNow(on: Queryable, ids: readonly string[]): Promise<Map<string, Unit>> {
  const rows = await ask<{ id: string; body: Unit }>(
    on,
    'units-now',
    'select id, body from return_unit where id = any($1::uuid[])',
    [ids],
  )
  return new Map(rows.map(({ id, body }) => [id, body]))
}

export async function findParcelsNow(on: Queryable, ids: readonly string[]): Promise<Map<string, Parcel>> {
  const rows = await ask<{ id: string; body: Parcel }>(
    on,
    'parcels-now',
    'select id, body from parcel where id = any($1::uuid[])',
    [ids],
  )
  return new Map(rows.map(({ id, body }) => [id, body]))
}
