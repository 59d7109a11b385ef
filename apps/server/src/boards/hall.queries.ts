import type { BinPlace } from '@restow/contracts'
import type { Disposition, UnitState, Zone } from '@restow/domain'
import { ask, type Queryable } from '../db/pool.ts'

/** What the bins board counts by, as rows: all of it once, and then what later transactions have changed. */

export interface UnitRow {
  readonly id: string
  readonly seller: string | null
  readonly bin: string | null
  readonly state: UnitState
  readonly disposition: Disposition | null
  readonly quantity: number
  readonly held: boolean
  readonly quarantine: boolean
  readonly missing: boolean
  readonly exceptions: number
  readonly decidedBefore: boolean
  readonly registered: string
  readonly since: string | null
  readonly classified: string | null
  readonly shelved: string | null
  /** When its parcel came in. */
  readonly received: string | null
}
export interface ParcelRow {
  readonly id: string
  readonly seller: string | null
  readonly state: string
  readonly received: string | null
}
export interface BinRow {
  readonly code: string
  readonly zone: Zone
  readonly capacity: number
  readonly place: BinPlace
  readonly removed: boolean
}

const UNIT = `u.id, u.seller, u.bin, u.state, u.disposition, u.quantity, u.held_for is not null as held,
  u.held_for is not null and coalesce((u.body->'held'->>'quarantine')::boolean, false) as quarantine,
  u.missing_since is not null as missing, u.exceptions, u.decided_before as "decidedBefore", u.registered_at as registered,
  u.step_since as since, u.classified_at as classified, u.shelved_at as shelved, p.received_at as received
  from return_unit u left join parcel p on p.id = u.parcel_id and p.state <> 'void'`
const PARCEL = 'id, seller, state, received_at as received from parcel'
const BIN = `code, zone, capacity, removed_at is not null and plates <= 0 as removed,
  jsonb_strip_nulls(jsonb_build_object('aisle', aisle, 'bay', bay, 'level', level, 'x', x, 'y', y, 'w', w, 'h', h)) as place from bin`

const FIRST = '00000000-0000-0000-0000-000000000000'
const AT_ONCE = 20_000

/** What is seen now, as PostgreSQL tells it: what later changes are told apart by. */
export async function findSeen(on: Queryable): Promise<string> {
  const text = 'select pg_current_snapshot()::text as seen'
  const [row] = await ask<{ seen: string }>(on, 'hall-seen', text, [])
  if (!row) throw new Error('the database did not say what it sees')
  return row.seen
}

/** Units in the house, and those that have left since a moment, page by page. */
export async function* findHallUnits(
  on: Queryable,
  warehouse: string,
  shelvedSince: string,
): AsyncGenerator<readonly UnitRow[]> {
  const text = `select ${UNIT} where u.warehouse = $1 and u.id > $2::uuid
    and (u.state not in ('void', 'scrapped', 'dispatched') or (u.state <> 'void' and u.shelved_at >= $3)) order by u.id limit $4`
  for (let after = FIRST; ; ) {
    const rows = await ask<UnitRow>(on, 'hall-units', text, [warehouse, after, shelvedSince, AT_ONCE])
    yield rows
    const last = rows.at(-1)
    if (!last || rows.length < AT_ONCE) return
    after = last.id
  }
}

/** Parcels that wait at the dock. */
export const findHallParcels = (on: Queryable, warehouse: string): Promise<ParcelRow[]> =>
  ask(on, 'hall-parcels', `select ${PARCEL} where warehouse = $1 and state = 'received'`, [warehouse])

export const findHallBins = (on: Queryable, warehouse: string): Promise<BinRow[]> =>
  ask(on, 'hall-bins', `select ${BIN} where warehouse = $1 and (removed_at is null or plates > 0)`, [
    warehouse,
  ])

export interface HallChanges {
  readonly seen: string
  readonly units: readonly UnitRow[] | null
  readonly parcels: readonly ParcelRow[] | null
  readonly bins: readonly BinRow[] | null
}

/** Not seen by $2 and committed by now. A restored dump may name transactions that are yet to begin. */
const since = (column: string) => `${column} >= pg_snapshot_xmin($2::pg_snapshot)::text::bigint
  and ${column} < pg_snapshot_xmax(pg_current_snapshot())::text::bigint
  and not pg_visible_in_snapshot(${column}::text::xid8, $2::pg_snapshot)`
/** As an array first, so that the few rows are looked up by their ids whatever the planner expects. */
const streams = (kind: string) =>
  `any(array(select distinct stream_id from ledger_event where stream_kind = '${kind}' and ${since('tx')}))`

const CHANGES = `select pg_current_snapshot()::text as seen,
  (select json_agg(c) from (select ${UNIT} where u.warehouse = $1 and u.id = ${streams('unit')}) c) as units,
  (select json_agg(c) from (select ${PARCEL} where warehouse = $1 and id = ${streams('parcel')}) c) as parcels,
  (select json_agg(c) from (select ${BIN} where warehouse = $1 and ${since('changed_tx')}) c) as bins`

/** What has changed that `seen` did not see; one statement, so that all of it is of one moment. */
export async function findHallChanges(on: Queryable, warehouse: string, seen: string): Promise<HallChanges> {
  const [row] = await ask<HallChanges>(on, 'hall-changes', CHANGES, [warehouse, seen])
  if (!row) throw new Error('the database did not say what has changed')
  return row
}
