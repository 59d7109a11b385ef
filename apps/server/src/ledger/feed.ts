import type { EventMeta, NewEvent } from '@restow/domain'
import { ask, type Queryable } from '../db/pool.ts'

/** The feed: every committed event once, in one order, by positions without a gap. */

/** An event of the feed, as its readers get it. */
export type FeedEvent = NewEvent & {
  readonly position: number
  readonly streamKind: 'parcel' | 'unit'
  readonly streamId: string
  readonly version: number
  readonly meta: EventMeta
}

/** What of the feed somebody wants to be told of. */
export interface Wanted {
  /** Null: of whichever. */
  readonly types: readonly NewEvent['type'][] | null
  /** What was done with these devices alone, and whatever takes a step back, since the step may have been one of theirs. Null: with whichever. */
  readonly devices: readonly string[] | null
}
const ALL: Wanted = { types: null, devices: null }

/** What is wanted of the events `e`. */
const WANTED = `($3::text[] is null or e.type = any($3))
  and ($4::text[] is null or e.type = 'StepTakenBack' or e.meta->>'deviceId' = any($4))`

/** Positions `p` with their events `e`: each looked up by its key, whatever the planner expects and however many there are. */
export const FED = `ledger_position p
  cross join lateral (select * from ledger_event l where l.stream_id = p.stream_id and l.version = p.version offset 0) e`

const EVENTS = `
select p.position::float8 as position, e.stream_kind as "streamKind", p.stream_id as "streamId", p.version, e.type, e.data, e.meta
from ${FED}
where p.position > $1 and p.position <= $2 and ${WANTED} order by p.position`

/**
 * The events after a position, in order, at most so many positions on. What `on` may see is told: all of it, or one seller's; what is
 * not wanted is neither sent nor read.
 * @param after 0 begins with the first
 */
export const readFeed = (
  on: Queryable,
  after: number,
  limit: number,
  { types, devices }: Wanted = ALL,
): Promise<FeedEvent[]> => ask<FeedEvent>(on, 'feed-read', EVENTS, [after, after + limit, types, devices])

const HEAD = 'select coalesce(max(position), 0)::float8 as head from ledger_position'

/** The last position that was given; 0 of an empty feed. */
export async function feedHead(on: Queryable): Promise<number> {
  const [row] = await ask<{ head: number }>(on, 'feed-head', HEAD, [])
  return row?.head ?? 0
}

/** How far a look came, and whether there was anything in it that is wanted. */
export interface Ahead {
  readonly reached: number
  readonly concerns: boolean
}

const AHEAD = `
select coalesce((select max(position) from ledger_position where position > $1 and position <= $2), $1)::float8 as reached,
  exists (select from ${FED}
    where p.position > $1 and p.position <= $2 and ${WANTED}) as concerns`

/** What comes after a position, at most so many positions on: is any of it wanted? */
export async function lookAhead(
  on: Queryable,
  after: number,
  limit: number,
  { types, devices }: Wanted,
): Promise<Ahead> {
  const values = [after, after + limit, types, devices]
  const [ahead] = await ask<Ahead>(on, 'feed-ahead', AHEAD, values)
  return ahead ?? { reached: after, concerns: false }
}
