import type { BinPlace } from '@restow/contracts'
import {
  ARRIVING_PARCELS,
  type Disposition,
  PARCEL_STATES,
  type ParcelState,
  type UnitState,
  type Zone,
} from '@restow/domain'
import { ask, type Queryable } from '../db/pool.ts'
import { flowOf, type StreamFlow } from './flow.queries.ts'
import { cameIn } from './flow.ts'
import { byId } from './standing.ts'
import { SETTLED, type SettledRow } from './targets.queries.ts'

/** What boards count by, as rows: all of it once, and then what later transactions have changed. */

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
  readonly writtenOff: boolean
  readonly exceptions: number
  readonly decidedBefore: boolean
  readonly registered: string
  readonly since: string | null
  readonly classified: string | null
  readonly shelved: string | null
  readonly left: string | null
  /** When its parcel came in. */
  readonly received: string | null
}
export interface ParcelRow {
  readonly id: string
  readonly seller: string | null
  readonly state: ParcelState
  readonly received: string | null
  readonly closed: string | null
  readonly forfeited: boolean
}
/** How many units have left, or parcels are done with, in all. */
export interface GoneRow {
  readonly kind: 'unit' | 'parcel'
  readonly seller: string | null
  readonly state: UnitState | ParcelState
  readonly disposition: Disposition | null
  readonly n: number
  readonly pieces: number
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
  u.missing_since is not null as missing, u.written_off_at is not null as "writtenOff", u.exceptions,
  u.decided_before as "decidedBefore", u.registered_at as registered, u.step_since as since, u.classified_at as classified,
  u.shelved_at as shelved, u.left_at as left, p.received_at as received`
const OF_UNIT = "return_unit u left join parcel p on p.id = u.parcel_id and p.state <> 'void'"
const PARCEL = `p.id, p.seller, p.state, p.received_at as received, p.closed_at as closed, p.body->'forfeited' is not null as forfeited`
const BIN = `code, zone, capacity, removed_at is not null and plates <= 0 as removed,
  jsonb_strip_nulls(jsonb_build_object('aisle', aisle, 'bay', bay, 'level', level, 'x', x, 'y', y, 'w', w, 'h', h)) as place from bin`

export const LEFT_STATES: readonly UnitState[] = ['scrapped', 'dispatched']
const DONE_STATES = PARCEL_STATES.filter((state) => state !== 'void' && !ARRIVING_PARCELS.includes(state))

const FIRST = '00000000-0000-0000-0000-000000000000'
const AT_ONCE = 20_000

/** What is seen now, as PostgreSQL tells it: what later changes are told apart by. */
export async function findSeen(on: Queryable): Promise<string> {
  const text = 'select pg_current_snapshot()::text as seen'
  const [row] = await ask<{ seen: string }>(on, 'hall-seen', text, [])
  if (!row) throw new Error('the database did not say what it sees')
  return row.seen
}

const listed = (states: readonly string[]): string => states.map((state) => `'${state}'`).join(', ')
/** What has left the house, and what is done with at the dock. */
const [LEFT, DONE] = [listed(LEFT_STATES), listed(DONE_STATES)]

/** Units in the house, and those that have left since a moment, page by page. */
export async function* findHallUnits(
  on: Queryable,
  warehouse: string,
  leftSince: string,
): AsyncGenerator<readonly UnitRow[]> {
  const text = `select ${UNIT} from ${OF_UNIT} where u.warehouse = $1 and u.id > $2::uuid and u.state <> 'void' and u.written_off_at is null
    and (u.state not in (${LEFT}) or u.left_at >= $3) order by u.id limit $4`
  for (let after = FIRST; ; ) {
    const rows = await ask<UnitRow>(on, 'hall-units', text, [warehouse, after, leftSince, AT_ONCE])
    yield rows
    const last = rows.at(-1)
    if (!last || rows.length < AT_ONCE) return
    after = last.id
  }
}

/** Parcels that are not done with, nobody's among them, and those that were dealt with since a moment. */
export function findHallParcels(on: Queryable, warehouse: string, since: string): Promise<ParcelRow[]> {
  const text = `select ${PARCEL} from parcel p where warehouse = $1 and state <> 'void' and (state not in (${DONE})
    or (seller is null and state = 'closed' and body->'forfeited' is null) or received_at >= $2 or closed_at >= $2)`
  return ask(on, 'hall-parcels', text, [warehouse, since])
}

const GONE = `select 'unit' as kind, seller, state, disposition, count(*)::int as n, sum(quantity)::int as pieces from return_unit
    where warehouse = $1 and state in (${LEFT}) and written_off_at is null group by seller, state, disposition
  union all
  select 'parcel', seller, state, null, count(*)::int, 0 from parcel where warehouse = $1 and state in (${DONE}) group by seller, state`

export const findGone = (on: Queryable, warehouse: string): Promise<GoneRow[]> =>
  ask(on, 'hall-gone', GONE, [warehouse])

export const findHallBins = (on: Queryable, warehouse: string): Promise<BinRow[]> =>
  ask(on, 'hall-bins', `select ${BIN} where warehouse = $1 and (removed_at is null or plates > 0)`, [
    warehouse,
  ])

/** Whether it was not there before. */
interface Fresh {
  readonly fresh: boolean
}
/** A parcel that came in, and nothing else has happened with it. */
type CameRow = Pick<ParcelRow, 'id' | 'seller' | 'received'>
export interface HallChanges {
  readonly seen: string
  readonly units: readonly (UnitRow & Fresh)[]
  readonly parcels: readonly (ParcelRow & Fresh)[]
  readonly bins: readonly BinRow[] | null
  /** What has moved on the units and parcels that have changed; nothing where no hours were given. */
  readonly flow: readonly StreamFlow[]
  /** All of them; null where they were not asked for. */
  readonly gone: readonly GoneRow[] | null
  readonly settled: SettledRow | null
}

/** Not seen by $2 and committed by now. A restored dump may name transactions that are yet to begin. */
const since = (column: string) => `${column} >= pg_snapshot_xmin($2::pg_snapshot)::text::bigint
  and ${column} < pg_snapshot_xmax(pg_current_snapshot())::text::bigint
  and not pg_visible_in_snapshot(${column}::text::xid8, $2::pg_snapshot)`
/** Column by column: a fraction of the work of telling each row with the names of its columns, on either side. */
const asColumns = (names: readonly string[], rows: string) =>
  `(select json_build_array(${names.map((name) => `array_agg("${name}")`).join(', ')}) from ${rows})`
type Columns = readonly (readonly unknown[] | null)[]

/** Rows that were told column by column, by these names. */
function rowsOf<Row>(names: readonly (keyof Row & string)[], columns: Columns): Row[] {
  return (columns[0] ?? []).map((_, n) => {
    const row: Partial<Row> = {}
    for (const [at, name] of names.entries()) row[name] = columns[at]?.[n] as Row[typeof name]
    return row as Row
  })
}

/** All of a row's columns, and none that it does not have. */
const allOf =
  <Row>() =>
  <const Names extends readonly (keyof Row & string)[]>(
    ...names: Names & ([Exclude<keyof Row, Names[number]>] extends [never] ? unknown : never)
  ): readonly (keyof Row & string)[] =>
    names
const UNIT_COLUMNS = allOf<UnitRow & Fresh>()(
  ...(['id', 'seller', 'bin', 'state', 'disposition', 'quantity', 'held', 'quarantine', 'missing'] as const),
  ...(['writtenOff', 'exceptions', 'decidedBefore', 'registered', 'since', 'classified'] as const),
  ...(['shelved', 'left', 'received', 'fresh'] as const),
)
const PARCEL_COLUMNS = allOf<ParcelRow & Fresh>()(
  ...(['id', 'seller', 'state', 'received', 'closed', 'forfeited', 'fresh'] as const),
)
const CAME_COLUMNS = allOf<CameRow>()('id', 'seller', 'received')
const FLOW_COLUMNS = allOf<StreamFlow>()('stream', 'seller', 'step', 'hour', 'came', 'went')

/** Looked up by their ids, each once, with all that is told of them. */
const lookedUp = (which: string, columns: string, rows: string) =>
  `select ${columns}, c.fresh from (${which}) c cross join ${rows}`

/**
 * `came`: under load most of what changes are parcels that came in; they are looked up together, and little is told of them. Where rows of
 * another cluster carry numbers of transactions that are yet to begin, more may have happened with one than is seen to be new: it is told
 * with the others.
 */
const CHANGES = `with changed as materialized (
  select stream_id as id, stream_kind as kind, min(version) = 1 as fresh, bool_and(type = 'ParcelReceived' and version = 1) as came
  from ledger_event where ${since('tx')} group by 1, 2
), came as materialized (
  select id, seller, received_at as received, version = 1 and state = 'received' as and_no_more
  from ${byId('parcel', 'any (array(select id from changed where came))')} p where warehouse = $1
), units as materialized (
  ${lookedUp("select id, fresh from changed where kind = 'unit'", UNIT, byId('return_unit', 'c.id'))} u left join ${byId('parcel', 'u.parcel_id')} p on p.state <> 'void' where u.warehouse = $1
), parcels as materialized (
  ${lookedUp("select id, fresh from changed where kind = 'parcel' and not came union all select id, true from came where not and_no_more", PARCEL, byId('parcel', 'c.id'))} p where p.warehouse = $1
), ${flowOf('units', 'parcels', '$3')}
select pg_current_snapshot()::text as seen,
  ${asColumns(UNIT_COLUMNS, 'units')} as units,
  ${asColumns(PARCEL_COLUMNS, 'parcels')} as parcels,
  ${asColumns(CAME_COLUMNS, 'came where and_no_more')} as came,
  (select json_agg(c) from (select ${BIN} where warehouse = $1 and ${since('changed_tx')}) c) as bins,
  ${asColumns(FLOW_COLUMNS, 'flow')} as flow,
  ${SETTLED} as settled,
  case when $4 then (select coalesce(json_agg(g), '[]') from (${GONE}) g) end as gone`

/** What is wanted beside what has changed. */
export interface Beside {
  /** When the hours of the day begin of which it is counted what moved; none: it is not. */
  readonly hours: readonly string[]
  readonly gone: boolean
}

/** Written out: there are thousands of them each second under load, and spreading a row takes thirty times as long. */
const asParcel = ({ id, seller, received }: CameRow): ParcelRow & Fresh => ({
  id,
  seller,
  state: 'received',
  received,
  closed: null,
  forfeited: false,
  fresh: true,
})

/** What has changed that `seen` did not see; one statement, so that all of it is of one moment. */
export async function findHallChanges(
  on: Queryable,
  warehouse: string,
  seen: string,
  { hours, gone }: Beside,
): Promise<HallChanges> {
  type Listed = 'units' | 'parcels' | 'flow'
  type Told = Omit<HallChanges, Listed> & Record<Listed | 'came', Columns>
  const [row] = await ask<Told>(on, 'hall-changes', CHANGES, [warehouse, seen, hours, gone])
  if (!row) throw new Error('the database did not say what has changed')
  const came = rowsOf<CameRow>(CAME_COLUMNS, row.came)
  return {
    ...row,
    units: rowsOf<UnitRow & Fresh>(UNIT_COLUMNS, row.units),
    parcels: [...rowsOf<ParcelRow & Fresh>(PARCEL_COLUMNS, row.parcels), ...came.map(asParcel)],
    flow: [...rowsOf<StreamFlow>(FLOW_COLUMNS, row.flow), ...cameIn(came, hours)],
  }
}
