import type { PersonStep, StaffRole } from '@restow/domain'
import { ask, type Queryable } from '../db/pool.ts'
import { stood } from './standing.ts'

/** Which steps of which warehouse: of one seller's goods or all, since the beginning of the day and since an hour ago. */
export interface PeopleSpan {
  readonly warehouse: string
  readonly seller: string | null
  readonly from: string
  readonly anHourAgo: string
}

export interface PersonRow {
  readonly badge: string
  readonly name: string
  readonly role: StaffRole
  readonly steps: { step: PersonStep; lastHour: number; today: number }[] | null
  readonly first: string | null
  readonly latest: string | null
  readonly at: string
  readonly event: string
  readonly kind: 'parcel' | 'unit'
  readonly key: string
  readonly deviceId: string
  readonly device: string | null
}

const iso = (at: string) => `to_char(${at} at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"')`

/** Which step of a person an event is. */
const STEP_OF = `(values ('ParcelReceived', 'received'), ('UnitRegistered', 'registered'), ('UnitInspected', 'inspected'), ('UnitClassified', 'decided'),
  ('UnitPutAway', 'put_away'), ('RefurbishmentFinished', 'refurbished'), ('UnitScrapped', 'left'), ('UnitDispatched', 'left')) k (type, step)`

/**
 * The first event of a command says what was done, the others what came of it; of commands that were recorded at one moment, the last
 * is the one that the device counted last. Nothing of an event is read before it must be: a busy day has tens of thousands.
 * $1 warehouse, $2 seller or null, $3 the beginning of the day, $4 an hour ago. Within the first hour of a day the hour reaches back
 * into the day before. Staff alone is told of, not a seller that claims; and what the server matches by itself with what is announced,
 * in the name of whoever announced it, is nobody's work.
 */
const PEOPLE = `
with ${stood(
  'least($3::timestamptz, $4::timestamptz)',
  "e.stream_kind, e.meta->'actor'->>'user' as by, e.meta->>'warehouse' as warehouse",
  `not (e.type in ('ParcelMatched', 'ParcelClaimed', 'UnitClaimed', 'UnitAdded') and e.meta->>'deviceId' = 'announcements')`,
)}, did as materialized (
  select st.badge, s.* from stood s join staff st on st.badge = s.by and st.warehouse = $1
  where s.warehouse = $1 and ($2::text is null or exists (select from return_unit r where r.id = s.stream_id and r.seller = $2)
    or exists (select from parcel r where r.id = s.stream_id and r.seller = $2))
), tallies as materialized (
  select badge, type, count(*) filter (where recorded_at >= $4::timestamptz) as last_hour, count(*) filter (where recorded_at >= $3::timestamptz) as today,
    min(recorded_at) filter (where recorded_at >= $3::timestamptz) as first, max(recorded_at) filter (where recorded_at >= $3::timestamptz) as latest,
    max(recorded_at) as at
  from did group by badge, type
), counted as (
  select badge, step, sum(last_hour) as last_hour, sum(today) as today from tallies join ${STEP_OF} using (type) group by badge, step
), spans as (
  select badge, min(first) as first, max(latest) as latest, max(at) as at from tallies group by badge
), last as (
  select distinct on (d.badge) d.badge, d.stream_id, d.stream_kind, d.type, e.meta->>'deviceId' as device_id
  from (select * from did where recorded_at = any(array(select at from spans))) d join spans x on x.badge = d.badge and x.at = d.recorded_at
    join ledger_event e on e.stream_id = d.stream_id and e.version = d.version
  order by d.badge, (e.meta->>'deviceSeq')::bigint desc, split_part(e.meta->>'eventId', ':', 1), split_part(e.meta->>'eventId', ':', 2)::int
)
select st.badge, st.name, st.role, ${iso('x.first')} as first, ${iso('x.latest')} as latest, ${iso('x.at')} as at, l.type as event, l.stream_kind as kind,
  coalesce(u.lpn, p.tracking_number) as key, l.device_id as "deviceId", v.name as device,
  (select json_agg(json_build_object('step', c.step, 'lastHour', c.last_hour, 'today', c.today)) from counted c where c.badge = l.badge) as steps
from last l join spans x using (badge) join staff st using (badge)
  left join return_unit u on l.stream_kind = 'unit' and u.id = l.stream_id
  left join parcel p on l.stream_kind = 'parcel' and p.id = l.stream_id
  left join device v on v.device_id = l.device_id and v.warehouse = $1
order by st.name, st.badge`

/** Who has done how much of what, and what did each do last? */
export const findPeople = (on: Queryable, span: PeopleSpan): Promise<PersonRow[]> =>
  ask<PersonRow>(on, 'board-people', PEOPLE, [span.warehouse, span.seller, span.from, span.anHourAgo])
