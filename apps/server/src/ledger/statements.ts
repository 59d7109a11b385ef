import { ARRIVING_PARCELS } from '@restow/domain'
import { LOCKS } from '../db/locks.ts'

/** The statements of the ledger: one that loads, and one that appends, in as many parts as there is to write. */

const OPEN = ARRIVING_PARCELS.map((state) => `'${state}'`).join(', ')

/**
 * Everything that a group of commands names: $1 command ids, $2 tracking numbers, $3 plates,
 * $4 plates whose parcel is wanted too, $5 tracking numbers whose units are wanted too,
 * $6 and $7 warehouses and codes of bins whose units are wanted.
 */
export const LOAD = `
with named as materialized (
  select id, parcel_id, lpn from return_unit where lpn = any($3::text[])
  union
  select u.id, u.parcel_id, u.lpn from former_plate f join return_unit u on u.id = f.unit where f.lpn = any($3::text[])
), parcels as materialized (
  select parcel as id from parcel_number where number = any($2::text[])
  union
  select n.parcel_id from named n
    where n.lpn = any($4::text[]) or n.id in (select unit from former_plate where lpn = any($4::text[]))
), units as materialized (
  select id from named
  union
  select u.id from return_unit u join parcel_number n on n.parcel = u.parcel_id where n.number = any($5::text[])
  union
  select u.id from return_unit u join unnest($6::text[], $7::text[]) as b(warehouse, code)
    on u.warehouse = b.warehouse and u.bin = b.code
)
select 'parcel' as kind, p.id, p.version, encode(p.hash, 'hex') as hash, p.body from parcel p join parcels using (id)
union all
select 'unit', u.id, u.version, encode(u.hash, 'hex'), u.body from return_unit u join units using (id)
union all
select 'outcome', o.command_id, 0, encode(o.content_hash, 'hex'), o.outcome
  from command_outcome o where o.command_id = any($1::uuid[])`

/** The same where a group names nothing but units: the common case on the floor, and the cheap one. */
export const LOAD_UNITS = `
select 'unit' as kind, u.id, u.version, encode(u.hash, 'hex') as hash, u.body from return_unit u
  where u.lpn = any($2::text[])
union all
select 'unit', u.id, u.version, encode(u.hash, 'hex'), u.body from former_plate f join return_unit u on u.id = f.unit
  where f.lpn = any($2::text[])
union all
select 'outcome', o.command_id, 0, encode(o.content_hash, 'hex'), o.outcome
  from command_outcome o where o.command_id = any($1::uuid[])`

const rowsOf = (values: string, columns: string) => `jsonb_to_recordset(${values}::jsonb) as ${columns}`

const STATE_COLUMNS = 's(id uuid, expected int, version int, hash text, body jsonb)'

/** What a group of commands may write, each as a part of the statement that appends; `v` is the parameter with its rows as JSON, `parcels` that of the parcels that change. */
const PARTS = {
  newParcels: (v: string) => `
  insert into parcel (id, version, hash, body)
  select s.id, s.version, decode(s.hash, 'hex'), s.body from ${rowsOf(v, STATE_COLUMNS)} returning 1`,
  parcels: (v: string) => `
  update parcel p set version = s.version, hash = decode(s.hash, 'hex'), body = s.body
  from ${rowsOf(v, STATE_COLUMNS)} where p.id = s.id and p.version = s.expected returning 1`,
  newUnits: (v: string) => `
  insert into return_unit (id, version, hash, body)
  select s.id, s.version, decode(s.hash, 'hex'), s.body from ${rowsOf(v, STATE_COLUMNS)} returning 1`,
  units: (v: string) => `
  update return_unit u set version = s.version, hash = decode(s.hash, 'hex'), body = s.body
  from ${rowsOf(v, STATE_COLUMNS)} where u.id = s.id and u.version = s.expected returning 1`,
  events: (v: string) => `
  insert into ledger_event (stream_kind, stream_id, version, type, data, meta, recorded_at, prev_hash, hash)
  select e.kind, e.id, e.version, e.type, e.data, e.meta, (e.meta->>'recordedAt')::timestamptz, decode(e.prev, 'hex'), decode(e.hash, 'hex')
  from ${rowsOf(v, 'e(kind text, id uuid, version int, type text, data jsonb, meta jsonb, prev text, hash text)')} returning stream_id, version`,
  outcomes: (v: string) => `
  insert into command_outcome (command_id, content_hash, outcome, recorded_at)
  select o.id, decode(o.hash, 'hex'), o.outcome, o.at from ${rowsOf(v, 'o(id uuid, hash text, outcome jsonb, at timestamptz)')} returning 1`,
  bins: (v: string) => `
  update bin b set plates = b.plates + d.delta, version = b.version + 1
  from ${rowsOf(v, 'd(warehouse text, code text, delta int, expected int)')}
  where b.warehouse = d.warehouse and b.code = d.code and (d.expected is null or b.version = d.expected) returning 1`,
  // Another parcel of the same return that is still open keeps it arriving; those of the group are seen here as they were before it.
  announced: (v: string, parcels: string | null) => `
  update expected_return r set called_off = r.called_off or r.state = 'cancelled', state = case when n.state <> 'arriving' and exists (
      select 1 from expected_tracking t join parcel_number k on k.number = t.tracking_number join parcel p on p.id = k.parcel
      where t.expected_return = n.id and p.state in (${OPEN})
        and p.body->'answers' @> jsonb_build_array(jsonb_build_object('id', n.id))
        ${parcels ? `and p.id not in (select k.id from ${rowsOf(parcels, 'k(id uuid)')})` : ''}) then 'arriving'
      when n.state = 'announced' and r.called_off then 'cancelled' else n.state end
  from ${rowsOf(v, 'n(id uuid, state text)')}
  where r.id = n.id and (r.state <> 'cancelled' or n.state <> 'announced') returning 1`,
  learned: (v: string) => `
  insert into expected_tracking (tracking_number, expected_return, seller, source)
  select tracking, id, seller, source from ${rowsOf(v, 'a(tracking text, id uuid, seller text, source text)')}
  on conflict do nothing returning 1`,
  forgotten: (v: string) => `
  delete from expected_tracking t using ${rowsOf(v, 'f(tracking text, id uuid)')}
  where t.tracking_number = f.tracking and t.expected_return = f.id and t.source in ('claim', 'label') returning 1`,
  counts: (v: string) => `
  insert into bin_count (id, warehouse, bin, expected, counted, missing, found, moved, strangers, counted_by, device_id, scanned_at, recorded_at)
  select c.id, c.warehouse, c.bin, c.expected, c.counted, c.missing, c.found, c.moved, c.strangers, c.by, c.device, c."scannedAt", c.at
  from ${rowsOf(
    v,
    `c(id uuid, warehouse text, bin text, expected int, counted int, missing jsonb, found jsonb,
    moved jsonb, strangers jsonb, by text, device text, "scannedAt" text, at timestamptz)`,
  )} returning 1`,
} as const

type Part = keyof typeof PARTS
const ALL_PARTS = Object.keys(PARTS) as Part[]
/** Each row of these must find its own at the version that was decided on. They are written before the others, in this order. */
const GUARDED: readonly Part[] = ['newParcels', 'parcels', 'newUnits', 'units', 'bins']

/** So long the turn to give positions is waited for. */
const TURN_COMES = '200ms'
/** Behind all else: who has the turn waits for no more than what triggers may have to wait for, and the commit. */
const GIVES = `(select restow_give_own(${LOCKS.positions}, '${TURN_COMES}', array_agg(stream_id), array_agg(version)) from events) as stretch`

/**
 * $1 and on: the rows of each part in turn, and then how many rows each that is guarded has to meet.
 * @param gives whether the events get their positions with it
 */
function textOf(parts: readonly Part[], gives: boolean): string {
  const parcels = parts.includes('parcels') ? `$${parts.indexOf('parcels') + 1}` : null
  const written = parts.map((part, n) => `${part} as (${PARTS[part](`$${n + 1}`, parcels)})`)
  const count = (part: Part) => `(select count(*) from ${part})`
  const guards = parts
    .filter((part) => GUARDED.includes(part))
    .map((part, n) => `restow_guard($${parts.length + n + 1}::bigint, ${count(part)})`)
  const others = parts.filter((part) => !GUARDED.includes(part)).map(count)
  return `with ${written.join(', ')}\nselect ${(gives ? [...guards, ...others, GIVES] : guards).join(', ')}`
}

const texts = new Map<string, string>()

/**
 * One statement, so one transaction: events, states and outcomes together, and none of them where a version that was decided on no
 * longer stands. Parts without rows are left out: each costs what it takes to begin it, whatever there is to do, and few groups have all.
 * @param rows of each part, by the columns that it reads of them
 * @param gives whether the events get their positions with it: then it answers with the `stretch` that they are, or null where that could not be
 * @returns a statement, named by the parts that it has, which fails where a guard is not met
 */
export function appending(rows: Readonly<Record<Part, readonly object[]>>, gives: boolean) {
  const parts = ALL_PARTS.filter((part) => rows[part].length > 0)
  const name = `append-${ALL_PARTS.map((part) => Number(rows[part].length > 0)).join('')}${gives ? '-give' : ''}`
  const text = texts.get(name) ?? textOf(parts, gives)
  texts.set(name, text)
  const guarded = parts.filter((part) => GUARDED.includes(part))
  const values = [
    ...parts.map((part) => JSON.stringify(rows[part])),
    ...guarded.map((part) => rows[part].length),
  ]
  return { name, text, values }
}
