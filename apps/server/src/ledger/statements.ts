import { ARRIVING_PARCELS } from '@restow/domain'

/** The statements of the ledger: one that loads, one that appends. */

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

/**
 * One statement, so one transaction: events, states and outcomes together, and none of them where a version
 * that was decided on no longer stands. $1 events, $2 states, $3 outcomes, $4 bins, $5 announced returns,
 * $6 numbers learned of them and $9 forgotten again; $7 and $8 how many states and bins must be met.
 */
const append = (counts: string) => `
with state as materialized (
  select * from jsonb_to_recordset($2::jsonb) as s(kind text, id uuid, expected int, version int, hash text, body jsonb)
), events as (
  insert into ledger_event (stream_kind, stream_id, version, type, data, meta, recorded_at, prev_hash, hash)
  select e.kind, e.id, e.version, e.type, e.data, e.meta, (e.meta->>'recordedAt')::timestamptz, decode(e.prev, 'hex'), decode(e.hash, 'hex')
  from jsonb_to_recordset($1::jsonb) as e(kind text, id uuid, version int, type text, data jsonb, meta jsonb, prev text, hash text)
), new_parcels as (
  insert into parcel (id, version, hash, body)
  select id, version, decode(hash, 'hex'), body from state where kind = 'parcel' and expected = 0 returning 1
), parcels as (
  update parcel p set version = s.version, hash = decode(s.hash, 'hex'), body = s.body
  from state s where s.kind = 'parcel' and s.expected > 0 and p.id = s.id and p.version = s.expected returning 1
), new_units as (
  insert into return_unit (id, version, hash, body)
  select id, version, decode(hash, 'hex'), body from state where kind = 'unit' and expected = 0 returning 1
), units as (
  update return_unit u set version = s.version, hash = decode(s.hash, 'hex'), body = s.body
  from state s where s.kind = 'unit' and s.expected > 0 and u.id = s.id and u.version = s.expected returning 1
), outcomes as (
  insert into command_outcome (command_id, content_hash, outcome, recorded_at)
  select o.id, decode(o.hash, 'hex'), o.outcome, o.at
  from jsonb_to_recordset($3::jsonb) as o(id uuid, hash text, outcome jsonb, at timestamptz)
), bins as (
  update bin b set plates = b.plates + d.delta, version = b.version + 1
  from jsonb_to_recordset($4::jsonb) as d(warehouse text, code text, delta int, expected int)
  where b.warehouse = d.warehouse and b.code = d.code and (d.expected is null or b.version = d.expected) returning 1
), announced as (
  -- Another parcel of the same return that is still open keeps it arriving.
  update expected_return r set called_off = r.called_off or r.state = 'cancelled', state = case when n.state <> 'arriving' and exists (
      select 1 from expected_tracking t join parcel_number k on k.number = t.tracking_number join parcel p on p.id = k.parcel
      where t.expected_return = n.id and p.state in (${OPEN})
        and p.body->'answers' @> jsonb_build_array(jsonb_build_object('id', n.id))
        and p.id not in (select id from state where kind = 'parcel')) then 'arriving'
      when n.state = 'announced' and r.called_off then 'cancelled' else n.state end
  from jsonb_to_recordset($5::jsonb) as n(id uuid, state text)
  where r.id = n.id and (r.state <> 'cancelled' or n.state <> 'announced')
), aliases as (
  insert into expected_tracking (tracking_number, expected_return, seller, source)
  select tracking, id, seller, source from jsonb_to_recordset($6::jsonb) as a(tracking text, id uuid, seller text, source text)
  on conflict do nothing
), forgotten as (
  delete from expected_tracking t using jsonb_to_recordset($9::jsonb) as f(tracking text, id uuid)
  where t.tracking_number = f.tracking and t.expected_return = f.id and t.source in ('claim', 'label')
)${counts}
select restow_guard($7::bigint, (select count(*) from new_parcels) + (select count(*) from parcels)
                              + (select count(*) from new_units) + (select count(*) from units)),
       restow_guard($8::bigint, (select count(*) from bins))`

export const APPEND = append('')

/** The same where bins were counted, which is seldom: $10 what the counts came to. */
export const APPEND_COUNTED = append(`, counts as (
  insert into bin_count (id, warehouse, bin, expected, counted, missing, found, moved, strangers, counted_by, device_id, scanned_at, recorded_at)
  select c.id, c.warehouse, c.bin, c.expected, c.counted, c.missing, c.found, c.moved, c.strangers, c.by, c.device, c."scannedAt", c.at
  from jsonb_to_recordset($10::jsonb) as c(id uuid, warehouse text, bin text, expected int, counted int, missing jsonb, found jsonb,
    moved jsonb, strangers jsonb, by text, device text, "scannedAt" text, at timestamptz)
)`)
