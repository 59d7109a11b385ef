/** Parts of statements over the ledger: what happened and was not taken back. A command's events are one step, taken back whole. */

/** Does this event of the ledger stand, by its alias? */
export const stands = (of: string): string => `not exists (select from ledger_event t
  where t.stream_id = ${of}.stream_id and t.version > ${of}.version and t.type = 'StepTakenBack'
    and split_part(t.data->>'eventId', ':', 1) = split_part(${of}.meta->>'eventId', ':', 1))`

/**
 * `stood`: what was recorded since an instant and stands, with these columns of each event `e`. What takes a step back is recorded
 * after it, so it is within the same stretch; there is little of it, and only within its own stream a command is compared.
 * @param streams of these alone, as `any(…)`: they are looked up one by one, however much was recorded since
 */
export const stood = (since: string, columns: string, where: string, streams?: string): string => {
  const recorded = (at: string, stream: string) =>
    streams === undefined ? `${at} >= ${since}` : `${stream} = ${streams} and (${at} >= ${since}) is true`
  return `
taken as materialized (
  select stream_id, version, split_part(data->>'eventId', ':', 1) as command from ledger_event
  where type = 'StepTakenBack' and ${recorded('recorded_at', 'stream_id')}
), stood as materialized (
  select e.stream_id, e.version, e.type, e.recorded_at, ${columns} from ledger_event e
  where ${recorded('e.recorded_at', 'e.stream_id')} and ${where} and not exists (select from taken t
    where t.stream_id = e.stream_id and t.version > e.version and t.command = split_part(e.meta->>'eventId', ':', 1))
)`
}
