/** Parts of the boards' statements. */

/** Decisions since $3, those taken back again left out. A command's events are one step: it is taken back whole. */
export const DECIDED = `
decided as materialized (
  select e.stream_id, e.version, e.recorded_at, e.data->>'disposition' as disposition, e.data->>'supersedes' as supersedes
  from ledger_event e
  where e.type = 'UnitClassified' and e.recorded_at >= $3::timestamptz
    and not exists (select 1 from ledger_event t where t.type = 'StepTakenBack' and t.recorded_at >= $3::timestamptz
      and t.stream_id = e.stream_id and t.version > e.version
      and split_part(t.data->>'eventId', ':', 1) = split_part(e.meta->>'eventId', ':', 1))
)`
