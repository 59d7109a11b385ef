import { ask, type Queryable } from '../db/pool.ts'

/** Gives committed events their positions. One process at a time does it; the lock is the assigner's. */

/** The channel on which a batch of new positions is told. */
export const FEED_CHANNEL = 'restow_feed'

/** What a round has seen: PostgreSQL's snapshot of it, `xmin:xmax:open,…`. Only the round after it is told of it. */
export interface Round {
  readonly seen: string
  /** How many events it gave positions to. */
  readonly given: number
  /** The last position of the feed; null where the round gave none. */
  readonly head: number | null
}

/**
 * Events that are visible now and have no position get the next ones, in an order in which each stream's versions ascend:
 * an event never stands before one that it followed. A position is given in a later transaction than the event was
 * recorded in, so there is none that could be skipped.
 */
const give = (fresh: string): string => `
with fresh as materialized (${fresh}), put as (
  insert into ledger_position (position, stream_id, version)
  select (select coalesce(max(position), 0) from ledger_position) + row_number() over (order by at, stream_id, version), stream_id, version
  from (select stream_id, version, max(recorded_at) over (partition by stream_id order by version) as at from fresh) f
  returning position
), told as (select count(*)::int as given, max(position)::text as head from put)
select pg_current_snapshot()::text as seen, given, head,
  case when given > 0 then pg_notify('${FEED_CHANNEL}', head)::text end from told`

/** All that there is, looked through: right whatever the rows have gone through, such as being copied into another cluster. */
const ALL = `select stream_id, version, recorded_at from ledger_event e
  where not exists (select from ledger_position p where p.stream_id = e.stream_id and p.version = e.version)`

/**
 * What the round before did not see, by transactions that this cluster has begun: $1 the first that had not begun then,
 * $2 those that were open. Rows of another cluster may carry the same numbers, so each is looked up; by a subquery that
 * the planner leaves as it is, since reading all positions instead would cost a moment more with each day.
 */
const UNSEEN = (where: string) => `select stream_id, version, recorded_at from ledger_event e
  where ${where} and (select p.position from ledger_position p where p.stream_id = e.stream_id and p.version = e.version) is null`
const BEGUN_SINCE = UNSEEN(
  `tx >= $1::bigint and tx < (select pg_snapshot_xmax(pg_current_snapshot())::text::bigint)`,
)
const OPEN_THEN = UNSEEN('tx = any($2::bigint[])')

const GIVE_ALL = give(ALL)
const GIVE_NEXT = give(`${BEGUN_SINCE} union all ${OPEN_THEN}`)

type Row = Omit<Round, 'head'> & { readonly head: string | null }

/** Looking through a ledger of many years takes a while. */
const ALL_PATIENCE_MS = 30 * 60_000

/**
 * One round: gives all committed events that have none their positions.
 * @param seen what the round before has seen; null: look through everything
 */
export async function givePositions(on: Queryable, seen: string | null): Promise<Round> {
  const [, next = '', open = ''] = seen?.split(':') ?? []
  const rows =
    seen === null
      ? ask<Row>(on, 'feed-give-all', GIVE_ALL, [], ALL_PATIENCE_MS)
      : ask<Row>(on, 'feed-give-next', GIVE_NEXT, [next, open === '' ? [] : open.split(',')])
  const [row] = await rows
  if (!row) throw new Error('a round of the feed has no answer')
  return { seen: row.seen, given: row.given, head: row.head === null ? null : Number(row.head) }
}
