import { ask, type Queryable } from '../db/pool.ts'

/** What there is to ask and to write when a business day of a warehouse comes to its end. */

export interface House {
  readonly code: string
  readonly timeZone: string
}

/** A day of a warehouse, and its first instant and the first one after it. */
export interface EndingDay {
  readonly warehouse: string
  readonly day: string
  readonly begins: string
  readonly ends: string
}

export interface Closing extends EndingDay {
  /** All that was recorded on the day stands in the feed up to here. */
  readonly position: number
  readonly closedAt: string
}

const instant = (column: string): string =>
  `to_char(${column} at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"')`
const CLOSING = `warehouse, day, ${instant('begins')} as begins, ${instant('ends')} as ends, position::float8 as position, ${instant('closed_at')} as "closedAt"`

/** Which warehouses are there? */
export const findHouses = (on: Queryable): Promise<House[]> =>
  ask(on, 'closing-houses', 'select code, time_zone as "timeZone" from warehouse order by code', [])

/** Which day of a warehouse was closed last? */
export async function findLastClosing(on: Queryable, warehouse: string): Promise<Closing | null> {
  const text = `select ${CLOSING} from day_closing where warehouse = $1 order by day desc limit 1`
  const [row] = await ask<Closing>(on, 'closing-last', text, [warehouse])
  return row ?? null
}

/** The closings of days from one to another, in order, and the first that there ever was. */
export async function findClosings(
  on: Queryable,
  warehouse: string,
  from: string,
  to: string,
): Promise<{ first: Closing | null; closings: Closing[] }> {
  const text = `select ${CLOSING} from day_closing where warehouse = $1
    and (day between $2 and $3 or day = (select min(day) from day_closing where warehouse = $1)) order by day`
  const rows = await ask<Closing>(on, 'closing-between', text, [warehouse, from, to])
  return { first: rows[0] ?? null, closings: rows.filter(({ day }) => day >= from && day <= to) }
}

const FIRST_PATIENCE_MS = 30 * 60_000

/** When was the first thing recorded in a warehouse? It looks through the ledger, once in its life. */
export async function findBeginning(on: Queryable, warehouse: string): Promise<string | null> {
  const text = `select ${instant('min(recorded_at)')} as at from ledger_event where meta->>'warehouse' = $1`
  const [row] = await ask<{ at: string | null }>(
    on,
    'closing-beginning',
    text,
    [warehouse],
    FIRST_PATIENCE_MS,
  )
  return row?.at ?? null
}

/** From the commit on, nothing is recorded within this day any more. */
export async function announceEnd(on: Queryable, { warehouse, day, begins, ends }: EndingDay): Promise<void> {
  const text =
    'insert into day_ending (warehouse, day, begins, ends) values ($1, $2, $3, $4) on conflict do nothing'
  await ask(on, 'closing-announce', text, [warehouse, day, begins, ends])
}

/**
 * Who is writing to the ledger just now? Its lock is taken before a writer looks whether the day has ended, and
 * kept until it commits: whoever may not have seen a day's end is among those who were writing when it was announced.
 */
export async function findWriters(on: Queryable): Promise<string[]> {
  const text = `select distinct virtualtransaction as writer from pg_locks
    where locktype = 'relation' and relation = 'ledger_event'::regclass and mode = 'RowExclusiveLock' and granted
      and database = (select oid from pg_database where datname = current_database())`
  return (await ask<{ writer: string }>(on, 'closing-writers', text, [])).map(({ writer }) => writer)
}

/**
 * Is there something recorded on this day, or before it, that has no position yet?
 * @param since what was recorded before has been looked at already
 */
export async function isAnyUnplaced(on: Queryable, since: string | null, ends: string): Promise<boolean> {
  const text = `select exists (select from ledger_event e where e.recorded_at >= coalesce($1::timestamptz, '-infinity') and e.recorded_at < $2::timestamptz
    and not exists (select from ledger_position p where p.stream_id = e.stream_id and p.version = e.version)) as is`
  const [row] = await ask<{ is: boolean }>(on, 'closing-unplaced', text, [since, ends], FIRST_PATIENCE_MS)
  return row?.is ?? false
}

/** Closes a day. @throws where somebody else has closed it */
export async function insertClosing(on: Queryable, day: EndingDay, position: number): Promise<Closing> {
  const text = `insert into day_closing (warehouse, day, begins, ends, position) values ($1, $2, $3, $4, $5) returning ${CLOSING}`
  const values = [day.warehouse, day.day, day.begins, day.ends, position]
  const [row] = await ask<Closing>(on, 'closing-insert', text, values)
  if (!row) throw new Error(`the day ${day.day} of ${day.warehouse} was not closed`)
  return row
}
