/** Parts of statements over the ledger: what happened and was not taken back. A command's events are one step, taken back whole. */

/** The command of an event, by the event's id. */
export const commandOf = (eventId: string) => `split_part(${eventId}, ':', 1)`

/** Does this event of the ledger stand, by its alias? */
export const stands = (of: string): string => `not exists (select from ledger_event t
  where t.stream_id = ${of}.stream_id and t.version > ${of}.version and t.type = 'StepTakenBack'
    and ${commandOf("t.data->>'eventId'")} = ${commandOf(`${of}.meta->>'eventId'`)})`

/** The row of a table with an id, to be joined: looked up by its index, whatever the planner expects and however many there are. */
export const byId = (table: string, id: string): string =>
  `lateral (select * from ${table} where id = ${id} offset 0)`

/**
 * `stood`: what was recorded since an instant and stands, with these columns of each event `e`. What takes a step back is recorded
 * after it, so it is within the same stretch; there is little of it, and only within its own stream a command is compared.
 */
export const stood = (since: string, columns: string, where: string): string =>
  standing('ledger_event e', since, columns, where, commandOf("e.meta->>'eventId'"))

/**
 * The same of events that were looked up before.
 * @param own names what has them, with their `command`
 */
export const stoodOf = (own: string, since: string, columns: string, where: string): string =>
  standing(`${own} e`, since, columns, where, 'e.command')

const standing = (events: string, since: string, columns: string, where: string, command: string): string => `
taken as materialized (
  select e.stream_id, e.version, ${commandOf("e.data->>'eventId'")} as command from ${events}
  where e.type = 'StepTakenBack' and e.recorded_at >= ${since}
), stood as materialized (
  select e.stream_id, e.version, e.type, e.recorded_at, ${columns} from ${events}
  where e.recorded_at >= ${since} and ${where} and not exists (select from taken t
    where t.stream_id = e.stream_id and t.version > e.version and t.command = ${command})
)`
