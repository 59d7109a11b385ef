/**
 * Parts of the boards' statements. All of them begin with $1 the warehouse, $2 a seller or null for all, $3 now and
 * $4 the beginning of the day there; times are ISO 8601 in UTC and compare as text.
 */

/** Units and parcels of the warehouse, with what the boards count by. What is written off is nowhere any more. */
export const FLOOR = `
u as materialized (
  select id, state, seller, disposition, quantity, bin, held_for, missing_since, exceptions, decided_before,
    registered_at, step_since, held_since, approval_needed, classified_at, shelved_at, left_at, parcel_id
  from return_unit where warehouse = $1 and ($2::text is null or seller = $2) and state <> 'void' and written_off_at is null
), p as materialized (
  select id, state, seller, received_at, closed_at, exceptions
  from parcel where warehouse = $1 and ($2::text is null or seller = $2) and state <> 'void'
)`

/** So many seconds before now, as times are kept: what they are compared with. */
const AGO = (seconds: string) =>
  `to_char(($3::timestamptz - make_interval(secs => ${seconds})) at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"')`

/**
 * What runs against a time target, and the sums of it: $5, $7, $9 when a clock for register, decide and shelve must
 * have begun to be broken by now, by the warehouse's targets; $6, $8, $10 to break within the hour. What a seller's contract
 * says otherwise holds for its goods. `target` is in seconds.
 */
export const CLOCKS = `
begun as (
  select 'parcel' as kind, id, 'register' as clock, received_at as started, null::text as bin, seller from p
    where state = 'received' and received_at is not null
  union all
  select 'unit', u.id, 'decide', p.received_at, u.bin, u.seller from u join p on p.id = u.parcel_id
    where u.state in ('registered', 'inspected') and not u.decided_before and p.received_at is not null
  union all
  select 'unit', id, 'shelve', classified_at, bin, seller from u where state = 'classified' and disposition = 'resell'
), limits (clock, broken, soon) as (
  values ('register', $5::text, $6::text), ('decide', $7, $8), ('shelve', $9, $10)
), own as (
  select s.code as seller, o.key as clock, ${AGO('o.value::int')} as broken, ${AGO('o.value::int - 3600')} as soon
  from seller s cross join lateral jsonb_each_text(s.targets) o
), running as materialized (
  select b.*, coalesce(o.broken, l.broken) as broken, coalesce(o.soon, l.soon) as soon
  from begun b join limits l using (clock) left join own o on o.seller = b.seller and o.clock = b.clock
), clocks as (
  select l.clock, count(r.id)::int as running,
    (count(*) filter (where r.started <= r.broken))::int as broken,
    (count(*) filter (where r.started > r.broken and r.started <= r.soon))::int as breaking,
    min(r.started) filter (where r.started <= r.broken) as "oldestBroken",
    extract(epoch from min(r.started::timestamptz - r.broken::timestamptz) filter (where r.started > r.broken and r.started <= r.soon))::float8
      as "nextSeconds"
  from limits l left join running r using (clock) group by l.clock
)`

/** Decisions since $11, those taken back again left out. A command's events are one step: it is taken back whole. */
export const DECIDED = `
decided as materialized (
  select e.stream_id, e.version, e.recorded_at, e.data->>'disposition' as disposition, e.data->>'supersedes' as supersedes
  from ledger_event e
  where e.type = 'UnitClassified' and e.recorded_at >= $11::timestamptz
    and not exists (select 1 from ledger_event t where t.type = 'StepTakenBack' and t.recorded_at >= $11::timestamptz
      and t.stream_id = e.stream_id and t.version > e.version
      and split_part(t.data->>'eventId', ':', 1) = split_part(e.meta->>'eventId', ':', 1))
)`
