import type { UnitState } from '@restow/domain'
import { ask, type Queryable } from '../db/pool.ts'
import { commandOf, stands, stood, stoodOf } from './standing.ts'

/**
 * How many came to a step and went on from it in an hour, counted from 1. `parcels`: to and from the open ones. `decided`: decisions;
 * `decided_first`: those that no earlier one was made before, of units whose parcel came in; `decided_same_day`: within a day of that.
 */
export interface FlowRow {
  readonly step: UnitState | 'parcels' | 'decided' | 'decided_first' | 'decided_same_day'
  readonly hour: number
  readonly came: number
  readonly went: number
}

/** The same of one stream, with whose it is. */
export interface StreamFlow extends FlowRow {
  readonly stream: string
  readonly seller: string | null
}

/** Where an event leads a unit from and to, where its type alone says so. Null: from nowhere. */
const SURE = `(values ('UnitRegistered', null, 'registered'), ('UnitInspected', 'registered', 'inspected'),
  ('UnitClassified', 'inspected', 'classified'), ('RefurbishmentStarted', 'classified', 'refurbishing'),
  ('RefurbishmentFinished', 'refurbishing', 'registered'), ('ScrapApproved', 'classified', 'approved'),
  ('ScrapDeclined', 'classified', 'inspected'), ('ScrapObjected', 'classified', 'inspected')) k (type, went, came)`

const MOVES = `e.type in ('UnitRegistered', 'UnitSplitOff', 'UnitInspected', 'UnitClassified', 'UnitPutAway', 'UnitFound', 'RefurbishmentStarted',
    'RefurbishmentFinished', 'ScrapApproved', 'ScrapDeclined', 'ScrapObjected', 'UnitScrapped', 'UnitDispatched', 'ParcelReceived', 'ParcelReported',
    'ParcelClosed', 'ParcelReopened')`

/** The last event of its stream before this one that stands and is of the kind that `where` says; what `says` reads of it. */
const before = (
  of: string,
  alias: string,
  where: string,
  says: string,
) => `(select ${says} from ledger_event ${alias}
    where ${alias}.stream_id = ${of}.stream_id and ${alias}.version < ${of}.version and ${where} and ${stands(alias)}
    order by ${alias}.version desc limit 1)`

/**
 * Laying a unit into a bin shelves it where it is to be resold and nothing holds it; then, and only then, it belongs into the zone
 * for that. Where it was laid into another zone than it belongs to, the exception on record says which one was wanted.
 */
const shelves = (of: string) =>
  `(coalesce(jsonb_path_query_first(${of}.data, '$.exceptions[*] ? (@.code == "wrong_zone").facts.wanted') #>> '{}', ${of}.data->>'zone') = 'resell')`

/** Found in no bin, a unit is to be put away again where it was shelved until then. */
const unshelves = (of: string) =>
  `coalesce(${before(of, 'q', `(q.type in ('UnitSplitOff', 'UnitClassified') or (q.type = 'UnitFound' and q.data->>'bin' is null) or (q.type = 'UnitPutAway' and ${shelves('q')}))`, "case q.type when 'UnitPutAway' then true when 'UnitSplitOff' then q.data->'state'->>'state' = 'shelved' else false end")}, false)`

const APPROVED = `exists (select from ledger_event a where a.stream_id = s.stream_id and a.version < s.version
    and ((a.type = 'ScrapApproved' and ${stands('a')}) or (a.type = 'UnitSplitOff' and a.data->'state'->>'state' = 'approved')))`

/** A parcel is reported at the door, where it never was among the open ones, or later on. */
const WAS_OPEN = before('s', 'w', "w.type in ('ParcelReceived', 'ParcelReopened')", 'true')

/** When the day begins, by the hours of it, which are given as an array of instants. */
const begins = (hours: string) => `(${hours}::timestamptz[])[1]`

/**
 * `flow`: what moved by the hour, of `unit_events` and `box_events`, which stood, with whose each is. An event says what
 * was done, not where that led; what neither its type nor its data tells is looked up in its stream, which is so for few. What is
 * written off is at no step and went to none; that it was decided stays so.
 */
const moving = (hours: string): string => `
all_hourly as materialized (
  select s.*, width_bucket(s.recorded_at, ${hours}::timestamptz[]) as hour from unit_events s
), hourly as (select * from all_hourly where is_there), firsts as (
  select s.stream_id, s.seller, s.hour, s.recorded_at - s.received::timestamptz as took
  from all_hourly s where s.received is not null and s.type = 'UnitClassified' and s.data->>'supersedes' is null
), moved as (
  select s.stream_id, s.seller, s.hour, k.went, k.came from hourly s join ${SURE} using (type)
  union all
  select s.stream_id, s.seller, s.hour, null, 'decided' from all_hourly s where s.type = 'UnitClassified'
  union all
  select stream_id, seller, hour, null, 'decided_first' from firsts
  union all
  select stream_id, seller, hour, null, 'decided_same_day' from firsts where took <= interval '24 hours'
  union all
  select s.stream_id, s.seller, s.hour, null, s.data->'state'->>'state' from hourly s where s.type = 'UnitSplitOff'
  union all
  select s.stream_id, s.seller, s.hour, 'classified', 'shelved' from hourly s
  where s.type = 'UnitPutAway' and ${shelves('s')}
  union all
  select s.stream_id, s.seller, s.hour, 'shelved', 'classified' from hourly s
  where s.type = 'UnitFound' and s.data->>'bin' is null and ${unshelves('s')}
  union all
  select s.stream_id, s.seller, s.hour, case when s.shelved is not null then 'shelved' when ${APPROVED} then 'approved' else 'classified' end,
    case s.type when 'UnitScrapped' then 'scrapped' else 'dispatched' end
  from hourly s where s.type in ('UnitScrapped', 'UnitDispatched')
), boxes as (
  select s.stream_id, s.seller, width_bucket(s.recorded_at, ${hours}::timestamptz[]) as hour,
    s.type in ('ParcelReceived', 'ParcelReopened') or (s.type = 'ParcelReported' and s.data->>'outcome' = 'empty' and ${WAS_OPEN} is null) as came,
    s.type = 'ParcelClosed' or (s.type = 'ParcelReported' and (s.data->>'outcome' = 'empty' or ${WAS_OPEN})) as went
  from box_events s
), flow as (
  select stream_id as stream, seller, step, hour, sum(came)::int as came, sum(went)::int as went from (
    select stream_id, seller, came as step, hour, 1 as came, 0 as went from moved
    union all select stream_id, seller, went, hour, 0, 1 from moved where went is not null
    union all select stream_id, seller, 'parcels', hour, came::int, coalesce(went, false)::int from boxes
  ) m group by stream_id, seller, step, hour
)`

/** `flow` of all that happened in the warehouse $1 since the first of the hours of a day. */
const flow = (hours: string): string => `
${stood(begins(hours), 'e.data, e.stream_kind', MOVES)}, unit_events as materialized (
  select s.*, u.seller, u.shelved_at as shelved, u.written_off_at is null as is_there, p.received_at as received
  from (select * from stood where stream_kind = 'unit') s join return_unit u on u.id = s.stream_id
    left join parcel p on p.id = u.parcel_id and p.state <> 'void'
  where u.warehouse = $1 and u.state <> 'void'
), box_events as materialized (
  select s.*, p.seller from (select * from stood where stream_kind = 'parcel') s join parcel p on p.id = s.stream_id
  where p.warehouse = $1 and p.state <> 'void'
), ${moving(hours)}`

/**
 * `flow` of some units and parcels alone, whose events are looked up by their key, however much else happened.
 * @param units names what has the units: id, seller, state, received, shelved, "writtenOff"
 * @param parcels the same of parcels: id, seller, state, received
 */
export const flowOf = (units: string, parcels: string, hours: string): string => `
own as materialized (
  select o.*, e.version, e.type, e.recorded_at, e.data, ${commandOf("e.meta->>'eventId'")} as command
  from (
    select 'unit' as kind, id as stream_id, seller, shelved, not "writtenOff" as is_there, received from ${units} where state <> 'void'
    union all
    select 'parcel', id, seller, null, true, null from ${parcels} where state <> 'void'
  ) o cross join lateral (select * from ledger_event l where l.stream_id = o.stream_id offset 0) e
  where e.recorded_at >= ${begins(hours)}
), ${stoodOf('own', begins(hours), 'e.data, e.kind, e.seller, e.shelved, e.is_there, e.received', MOVES)}, unit_events as (
  select * from stood where kind = 'unit'
), box_events as (
  select * from stood where kind = 'parcel'
), ${moving(hours)}`

/** What moved since the first of these instants, which are when the hours of the day begin? */
export function findFlow(on: Queryable, warehouse: string, hours: readonly string[]): Promise<StreamFlow[]> {
  return ask<StreamFlow>(on, 'hall-flow', `with ${flow('$2')} select * from flow`, [warehouse, hours])
}
