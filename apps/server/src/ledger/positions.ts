import { LOCKS } from '../db/locks.ts'
import { ask, type Queryable } from '../db/pool.ts'

/** Gives committed events their positions. One process at a time does it, round by round. */

/** The channel on which a batch of new positions is told. */
export const FEED_CHANNEL = 'restow_feed'

export interface Round {
  /**
   * What it has seen, all of which has a position by now: since when this PostgreSQL runs, and its snapshot, `started:xmin:xmax:open,…`.
   * A round after it begins there. Null where it began with what another one has seen: then it has given nothing.
   */
  readonly seen: string | null
  /** How many events it gave positions to. */
  readonly given: number
  /** The last position of the feed; null where the round gave none. */
  readonly head: number | null
}

/** Numbers of transactions mean something as long as the same PostgreSQL runs. */
const STARTED = 'extract(epoch from pg_postmaster_start_time())::text'
/** A notification is 8,000 bytes at most, and where very many transactions are open it says only how far the feed has come. */
const MOST_TOLD = 7000

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
  , now as (select ${STARTED} || ':' || pg_current_snapshot()::text as seen)
select seen, given, head,
  case when given > 0 then pg_notify('${FEED_CHANNEL}', head || case when octet_length(seen) < ${MOST_TOLD} then ' ' || seen else '' end)::text end
from told, now`

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
  `tx >= $1::bigint and tx < (select pg_snapshot_xmax(pg_current_snapshot())::text::bigint) and ${STARTED} = $3`,
)
const OPEN_THEN = UNSEEN(`tx = any($2::bigint[]) and ${STARTED} = $3`)

const GIVE_ALL = give(ALL)
const GIVE_NEXT = give(`${BEGUN_SINCE} union all ${OPEN_THEN}`)

type Row = Omit<Round, 'head'> & { readonly head: string | null }

/** Looking through a ledger of many years takes a while. */
const ALL_PATIENCE_MS = 30 * 60_000

const LOCK = `select pg_advisory_xact_lock(${LOCKS.positions})`
/**
 * A round is over in a moment, unless somebody looks through everything: then it is left to them. Commands that come
 * after it on the same connection wait so long at most.
 */
const BRIEFLY = "set local lock_timeout = '200ms'; set local statement_timeout = '1s'"

/**
 * One round: gives all committed events that have none their positions. It takes turns with the rounds of other processes,
 * and is sent as a whole, so that nobody waits for a process that stopped amid it.
 * @param line one connection, on which nobody waits for the answer to the question before
 * @param seen what a round before has seen; null: look through everything
 * @param waits `briefly`: throws where others' turns take long
 */
export async function givePositions(
  line: Queryable,
  seen: string | null,
  waits: 'as long as it takes' | 'briefly' = 'as long as it takes',
): Promise<Round> {
  const [started = '', , next = '', open = ''] = seen?.split(':') ?? []
  const [, [row]] = await Promise.all([
    line.query({
      text: `begin isolation level read committed; ${waits === 'briefly' ? `${BRIEFLY}; ` : ''}${LOCK}`,
    }),
    seen === null
      ? ask<Row>(line, 'feed-give-all', GIVE_ALL, [], ALL_PATIENCE_MS)
      : ask<Row>(line, 'feed-give-next', GIVE_NEXT, [next, open === '' ? [] : open.split(','), started]),
    // It is sent with the look, and its time counts from then.
    line.query({ text: 'commit', ...(seen === null ? { query_timeout: ALL_PATIENCE_MS } : {}) }),
  ])
  if (!row) throw new Error('a round of the feed has no answer')
  const isOfThis = seen === null || row.seen?.startsWith(`${started}:`)
  return {
    seen: isOfThis ? row.seen : null,
    given: row.given,
    head: row.head === null ? null : Number(row.head),
  }
}
