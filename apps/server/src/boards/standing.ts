/** Parts of statements over the ledger: what happened and was not taken back. A command's events are one step, taken back whole. */

/** Does this event of the ledger stand, by its alias? */
export const stands = (of: string): string => `not exists (select from ledger_event t
  where t.stream_id = ${of}.stream_id and t.version > ${of}.version and t.type = 'StepTakenBack'
    and split_part(t.data->>'eventId', ':', 1) = split_part(${of}.meta->>'eventId', ':', 1))`

/** The row of a table with an id, to be joined: looked up by its index, whatever the planner expects and however many there are. */
export const byId = (table: string, id: string): string =>
  `lateral (select * from ${table} where id = ${id} offset 0)`

/**
 * `stood`: what was recorded since an instant and stands, with these columns of each event `e`. What takes a step back is recorded
 * after it, so it is within the same stretch; there is little of it, and only within its own stream a command is compared.
 * @param streams names what lists the streams by their `id`, where it is of these alone: they are looked up one by one, however much
 * was recorded since
 */
export const stood = (since: string, columns: string, where: string, streams?: string): string => {
  const commandOf = (eventId: string) => `split_part(${eventId}, ':', 1)`
  // What is looked up is kept without what nobody asks of it: a row of the ledger is wide.
  const own = `own as materialized (
  select e.stream_id, e.version, e.type, e.recorded_at, e.stream_kind, e.data, ${commandOf("e.meta->>'eventId'")} as command
  from ${streams} c cross join lateral (select * from ledger_event where stream_id = c.id offset 0) e
  where e.recorded_at >= ${since}
), `
  const events = streams === undefined ? 'ledger_event e' : 'own e'
  const command = streams === undefined ? commandOf("e.meta->>'eventId'") : 'e.command'
  return `
${streams === undefined ? '' : own}taken as materialized (
  select e.stream_id, e.version, ${commandOf("e.data->>'eventId'")} as command from ${events}
  where e.type = 'StepTakenBack' and e.recorded_at >= ${since}
), stood as materialized (
  select e.stream_id, e.version, e.type, e.recorded_at, ${columns} from ${events}
  where e.recorded_at >= ${since} and ${where} and not exists (select from taken t
    where t.stream_id = e.stream_id and t.version > e.version and t.command = ${command})
)`
}
