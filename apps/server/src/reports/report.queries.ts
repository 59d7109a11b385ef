import type { EventMeta, UnitEvent } from '@restow/domain'
import { ask, type Queryable } from '../db/pool.ts'

/** Whose report of which day: a seller's in one warehouse, or all sellers', from an instant until another. */
export interface Span {
  readonly warehouse: string
  readonly seller: string | null
  readonly from: string
  readonly until: string
}
const valuesOf = ({ warehouse, seller, from, until }: Span) => [warehouse, seller, from, until]

/** Is there such a seller, for who asks? */
export async function sellerIsThere(on: Queryable, seller: string): Promise<boolean> {
  return (await ask(on, 'report-seller', 'select 1 from seller where code = $1', [seller])).length > 0
}

interface Count {
  readonly units: number
  readonly pieces: number
}
export interface Counts {
  readonly received: number
  readonly registered: Count
  readonly inspected: Count
  readonly shelved: Count
  readonly dispatched: Count
}

export const NOTHING_COUNTED: Counts = {
  received: 0,
  registered: { units: 0, pieces: 0 },
  inspected: { units: 0, pieces: 0 },
  shelved: { units: 0, pieces: 0 },
  dispatched: { units: 0, pieces: 0 },
}

const counted = (what: string) => `json_build_object('units', count(*) filter (where what = '${what}'),
    'pieces', coalesce(sum(pieces) filter (where what = '${what}'), 0)) as ${what}`

/**
 * All of it is read off events recorded within the day, so that it never changes afterwards: what was taken back within
 * the day did not happen, what was claimed later was not the seller's yet and counts on the day of the claim, and a
 * lot has the pieces that it had in the end. Of single streams times are compared by their difference: by itself the
 * planner would go through the index over all times for each of them, which takes a hundred times as long.
 */
const COUNTS = `
with e as materialized (
  select stream_id, version, type, data, split_part(meta->>'eventId', ':', 1) as command from ledger_event
  where recorded_at >= $3::timestamptz and recorded_at < $4::timestamptz
    and type in ('ParcelReceived', 'ParcelReported', 'ParcelClaimed', 'UnitRegistered', 'UnitClaimed', 'UnitInspected', 'UnitPutAway', 'UnitDispatched', 'StepTakenBack')
), stood as materialized (
  select * from e where type <> 'StepTakenBack' and not exists (select 1 from e t where t.type = 'StepTakenBack'
    and t.stream_id = e.stream_id and t.version > e.version and split_part(t.data->>'eventId', ':', 1) = e.command)
), came as (
  select distinct s.stream_id, p.seller from stood s
    join parcel p on p.id = s.stream_id and p.warehouse = $1 and ($2::text is null or p.seller = $2)
  where s.type = 'ParcelClaimed' or ((s.type = 'ParcelReceived' or (s.type = 'ParcelReported' and s.version = 1 and s.data->>'outcome' = 'empty'))
    and not exists (select 1 from ledger_event c where c.stream_id = s.stream_id and c.type = 'ParcelClaimed' and c.recorded_at - $4::timestamptz >= interval '0'))
), steps as (
  select distinct s.stream_id, u.seller, case s.type when 'UnitClaimed' then 'registered' when 'UnitRegistered' then 'registered'
      when 'UnitInspected' then 'inspected' when 'UnitPutAway' then 'shelved' else 'dispatched' end as what
  from stood s join return_unit u on u.id = s.stream_id and u.warehouse = $1 and ($2::text is null or u.seller = $2)
  where (s.type <> 'UnitPutAway' or s.data->>'zone' = 'resell') and not exists (
    select 1 from ledger_event c where c.stream_id = s.stream_id and c.type = 'UnitClaimed' and c.recorded_at - $4::timestamptz >= interval '0')
), did as (
  select s.seller, s.what, (select sum(case q.type when 'UnitSplit' then -1 else 1 end * (q.data->>'quantity')::int) from ledger_event q
    where q.stream_id = s.stream_id and q.type in ('UnitRegistered', 'UnitSplitOff', 'UnitSplit') and q.recorded_at - $4::timestamptz < interval '0') as pieces
  from steps s
  union all select seller, 'received', 0 from came
)
select seller, count(*) filter (where what = 'received')::int as received, ${counted('registered')}, ${counted('inspected')},
  ${counted('shelved')}, ${counted('dispatched')} from did where seller is not null group by seller`

/** What was received, registered, inspected, shelved and dispatched that day, by whose goods it was? */
export async function countSteps(on: Queryable, span: Span): Promise<ReadonlyMap<string, Counts>> {
  const rows = await ask<Counts & { seller: string }>(on, 'report-counts', COUNTS, valuesOf(span))
  return new Map(rows.map(({ seller, ...counts }) => [seller, counts]))
}

/** Where a decision stands: its unit's stream and its place there. */
export interface DecisionKey {
  readonly unit: string
  readonly version: number
  readonly at: string
  /** When the unit's parcel came in. */
  readonly receivedAt: string | null
}

/** Which decisions were recorded that day, in their order, so many after one of them? */
export function findDecisions(
  on: Queryable,
  span: Span,
  after: DecisionKey | null,
  limit: number,
): Promise<DecisionKey[]> {
  const text = `
    select e.stream_id as unit, e.version, to_char(e.recorded_at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"') as at, p.received_at as "receivedAt"
    from ledger_event e join return_unit u on u.id = e.stream_id and u.warehouse = $1 and ($2::text is null or u.seller = $2)
      left join parcel p on p.id = u.parcel_id
    where e.type = 'UnitClassified' and e.recorded_at >= $3::timestamptz and e.recorded_at < $4::timestamptz
      and (e.recorded_at, e.stream_id, e.version) > ($5::timestamptz, $6::uuid, $7::int)
    order by e.recorded_at, e.stream_id, e.version limit $8`
  const from = after ?? { at: '-infinity', unit: '00000000-0000-0000-0000-000000000000', version: 0 }
  return ask(on, 'report-decisions', text, [...valuesOf(span), from.at, from.unit, from.version, limit])
}

export interface StoryEvent {
  readonly unit: string
  readonly version: number
  readonly type: UnitEvent['type']
  readonly data: UnitEvent['data']
  readonly meta: EventMeta
}

/**
 * What had happened to these units before the day ended, each in order? Nodes' clocks differ a little, so that a step may be
 * recorded a moment before the one that it followed: whatever stands before the day's last step belongs to the story.
 */
export function findStories(on: Queryable, units: readonly string[], until: string): Promise<StoryEvent[]> {
  const text = `select e.stream_id as unit, e.version, e.type, e.data, e.meta
    from (select stream_id, max(version) as last from ledger_event where stream_id = any($1::uuid[]) and recorded_at - $2::timestamptz < interval '0' group by 1) l
      join ledger_event e on e.stream_id = l.stream_id and e.version <= l.last
    order by e.stream_id, e.version`
  return ask(on, 'report-stories', text, [units, until])
}
