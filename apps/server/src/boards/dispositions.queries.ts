import type { Disposition, Grade, OverrideReason, Route } from '@restow/domain'
import { ask, type Queryable } from '../db/pool.ts'
import { stands } from './standing.ts'
import { vetoRunsOf } from './vetoes.ts'

export interface Tally {
  readonly resell: number
  readonly refurbish: number
  readonly scrap: number
  readonly units: number
}
export interface RecoveredRow {
  readonly disposition: Disposition
  readonly currency: string
  readonly minor: number
}
export interface RecentRow {
  readonly at: string
  readonly lpn: string
  readonly title: string | null
  readonly seller: string | null
  readonly grade: Grade | null
  readonly disposition: Disposition
  readonly route: Route
  readonly held: boolean
  readonly minor: number | null
  readonly currency: string | null
  readonly photos: string[]
  readonly by: string
  readonly receivedAt: string | null
}
/** What was suggested, what was decided instead and why. */
export interface ChangeRow {
  readonly reason: OverrideReason
  readonly fromDisposition: Disposition | null
  readonly fromRoute: Route | null
  readonly toDisposition: Disposition
  readonly toRoute: Route
  readonly units: number
}
export interface DispositionsRow {
  readonly days: { day: number; disposition: Disposition; units: number }[] | null
  readonly byDisposition: { disposition: Disposition; units: number; pieces: number }[] | null
  readonly bySeller: ({ key: string | null } & Tally)[] | null
  readonly byGrade: ({ key: Grade | null } & Tally)[] | null
  readonly byReason: ({ key: string | null } & Tally)[] | null
  readonly byCategory: ({ key: string | null } & Tally)[] | null
  readonly changes: ChangeRow[] | null
  readonly people: { by: string; units: number; overridden: number }[] | null
  readonly recovered: RecoveredRow[] | null
  /** Of whose value it is known what they should bring: what is lost of it. */
  readonly lost: RecoveredRow[] | null
  /** Units that were decided today and of which that stands, and those of them of which it is known what is lost. */
  readonly standing: number
  readonly valued: number
  readonly byNow: { disposition: Disposition; units: number; day: number }[] | null
  readonly recent: RecentRow[] | null
  readonly onTheBench: number
  readonly waitForApproval: number
}

const tally = (key: string, order: string) => `(select json_agg(s order by ${order}) from (
  select ${key} as key, count(*) as units, count(*) filter (where disposition = 'resell') as resell,
    count(*) filter (where disposition = 'refurbish') as refurbish, count(*) filter (where disposition = 'scrap') as scrap
  from today group by 1) s)`

/** Decisions with the unit that each is about. */
const inFull = (
  decisions: string,
) => `select d.stream_id, d.version, d.disposition, d.recorded_at, e.data, e.meta->'actor'->>'user' as by,
    r.lpn, r.seller, r.quantity, r.parcel_id, r.held_for, b.grade, b.line->'reason'->>'mapped' as reason,
    b.product->>'title' as title, b.product->>'category' as category, (b.line->>'valueMinor')::bigint as value, r.photos,
    case when e.data->'overrideReason'->>'code' is null then (e.data->'suggested'->>'recoveredMinor')::bigint end as recovered,
    e.data->'suggested'->>'currency' as currency, e.data->'overrideReason'->>'code' as against
  from ${decisions} d join ledger_event e on e.stream_id = d.stream_id and e.version = d.version
    join return_unit r on r.id = d.stream_id
    cross join lateral jsonb_to_record(r.body) as b(grade text, line jsonb, product jsonb)`

/**
 * $1 warehouse, $2 seller or null, $3 the first instants of the days, today's last, $4 now. Decisions that were taken back are
 * left out. Units are looked at one by one only for today and the last decisions of all; the days need no more than their seller.
 * Of money each unit counts once, by the decision that stands: what was refurbished and is now to be resold brings that alone, and
 * scrap that somebody objected to loses nothing.
 */
const DISPOSITIONS = `
with u as materialized (
  select id, state, disposition, approval_needed, held_for, missing_since, written_off_at from return_unit
  where warehouse = $1 and ($2::text is null or seller = $2) and state <> 'void'
), taken_back as materialized (
  select stream_id, version, split_part(data->>'eventId', ':', 1) as command from ledger_event
  where type = 'StepTakenBack' and recorded_at >= ($3::timestamptz[])[1]
), decided as materialized (
  select e.stream_id, e.version, e.recorded_at, e.data->>'disposition' as disposition
  from ledger_event e join u on u.id = e.stream_id
  where e.type = 'UnitClassified' and e.recorded_at >= ($3::timestamptz[])[1]
    and not exists (select 1 from taken_back t where t.stream_id = e.stream_id and t.version > e.version
      and t.command = split_part(e.meta->>'eventId', ':', 1))
), today as materialized (
  ${inFull('decided')} where d.recorded_at >= ($3::timestamptz[])[cardinality($3::timestamptz[])]
), standing as materialized (
  select * from today t where not exists (select from decided l where l.stream_id = t.stream_id and l.version > t.version)
    and not exists (select from ledger_event o where o.stream_id = t.stream_id and o.version > t.version
      and o.type in ('ScrapDeclined', 'ScrapObjected') and ${stands('o')})
), valued as (
  select disposition, currency, value - recovered as lost from standing t where value is not null and recovered is not null
    and not exists (select 1 from ledger_event s where s.stream_id = t.stream_id and s.version > t.version and s.type = 'UnitSplit')
), latest as (
  ${inFull('(select * from decided order by recorded_at desc, stream_id limit 12)')}
)
select json_build_object(
  'days', (select json_agg(s) from (select width_bucket(recorded_at, $3::timestamptz[]) as day, disposition, count(*) as units
    from decided group by 1, 2) s),
  'byDisposition', (select json_agg(s) from (select disposition, count(*) as units, sum(quantity) as pieces from today group by 1) s),
  'bySeller', ${tally('seller', 's.units desc, s.key')},
  'byGrade', ${tally('grade', 's.key')},
  'byReason', ${tally('reason', 's.units desc, s.key')},
  'byCategory', ${tally('category', 's.units desc, s.key')},
  'changes', (select json_agg(s order by s.units desc, s.reason, s."fromRoute", s."toRoute") from (
    select against as reason, data->'suggested'->>'disposition' as "fromDisposition", data->'suggested'->>'route' as "fromRoute",
      disposition as "toDisposition", data->>'route' as "toRoute", count(*) as units
    from today where against is not null group by 1, 2, 3, 4, 5) s),
  'people', (select json_agg(s order by s.overridden desc, s.units desc, s.by) from (
    select by, count(*) as units, count(against) as overridden from today group by 1) s),
  'recovered', (select json_agg(s order by s.currency) from (select disposition, currency, sum(recovered) as minor
    from standing where recovered is not null group by 1, 2) s),
  'lost', (select json_agg(s order by s.currency) from (select disposition, currency, sum(lost) as minor from valued group by 1, 2) s),
  'standing', (select count(*) from standing),
  'valued', (select count(*) from valued),
  'byNow', (select json_agg(s) from (select day, disposition, count(*) as units from (
      select width_bucket(recorded_at, $3::timestamptz[]) as day, disposition, recorded_at from decided) d
    where recorded_at - ($3::timestamptz[])[day] <= $4::timestamptz - ($3::timestamptz[])[cardinality($3::timestamptz[])]
    group by 1, 2) s),
  'recent', (select json_agg(json_build_object('at', to_char(l.recorded_at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"'),
      'lpn', l.lpn, 'title', l.title, 'seller', l.seller, 'grade', l.grade, 'disposition', l.disposition,
      'route', l.data->>'route', 'held', l.held_for is not null, 'by', l.by,
      'minor', l.recovered, 'currency', l.currency, 'receivedAt', p.received_at,
      'photos', (select coalesce(json_agg(photo->>'sha256'), '[]') from (select photo from jsonb_array_elements(l.photos) photo limit 3) s))
      order by l.recorded_at desc, l.lpn)
    from latest l left join parcel p on p.id = l.parcel_id),
  'onTheBench', (select count(*) from u where state = 'refurbishing'),
  'waitForApproval', (select count(*) from u where approval_needed and held_for is null and missing_since is null and written_off_at is null
    and not ${vetoRunsOf('u.id', '$4')})
) as board`

/** What was decided today and in the days before, for whom, and what should it bring? */
export async function findDispositions(
  on: Queryable,
  warehouse: string,
  seller: string | null,
  days: readonly string[],
  now: string,
): Promise<DispositionsRow> {
  const values = [warehouse, seller, days, now]
  const [row] = await ask<{ board: DispositionsRow }>(on, 'board-dispositions', DISPOSITIONS, values)
  if (!row) throw new Error('the dispositions board has no row')
  return row.board
}
