/** Parts of statements over the ledger: what happened and was not taken back. A command's events are one step, taken back whole. */

/** Does this event of the ledger stand, by its alias? */
export const stands = (of: string): string => `not exists (select from ledger_event t
  where t.stream_id = ${of}.stream_id and t.version > ${of}.version and t.type = 'StepTakenBack'
    and split_part(t.data->>'eventId', ':', 1) = split_part(${of}.meta->>'eventId', ':', 1))`

/**
 * `said`: what was recorded since an instant, with the columns given; `stood`: what of it stands. What takes a step back was
 * recorded after it, so it is within the same stretch.
 */
export const stood = (since: string, columns: string, where = 'true'): string => `
said as materialized (
  select stream_id, version, type, recorded_at, split_part(meta->>'eventId', ':', 1) as command,
    case when type = 'StepTakenBack' then split_part(data->>'eventId', ':', 1) end as takes_back, ${columns}
  from ledger_event where recorded_at >= ${since} and ${where}
), stood as materialized (
  select s.* from said s where not exists (select from said t
    where t.takes_back = s.command and t.stream_id = s.stream_id and t.version > s.version)
)`
