import { LOCKS } from '../db/locks.ts'
import { ask, type Queryable } from '../db/pool.ts'
import type { Happened } from './happened.ts'
import type { Stretch } from './stretch.ts'

/** Gives committed events that have none their positions. One process at a time does it, round by round; how, is in migration 0030. */

/** The channel on which new positions are told, with the stretch that they are; migrations 0030 and 0031 name it too. */
export const FEED_CHANNEL = 'restow_feed'

export interface Round {
  /**
   * What it has seen, all of which has a position by now: since when this PostgreSQL runs, and its snapshot, `started:xmin:xmax:open,…`.
   * A round after it on the same PostgreSQL begins there.
   */
  readonly seen: string
  /** How many events it gave positions to. */
  readonly given: number
  /** What it gave positions to; null where it gave none. */
  readonly stretch: Stretch | null
}

const GIVE = 'select seen, given, happened, stretch from restow_give_positions($1, $2, $3)'

const NONE = `(select p.position from ledger_position p where p.stream_id = e.stream_id and p.version = e.version) is null`
/** Whether nothing is there without a position: of what a round before did not see, as migration 0030 says it. */
const LOOK = `with since as materialized (
  select split_part($1, ':', 3)::bigint as next, string_to_array(nullif(split_part($1, ':', 4), ''), ',')::bigint[] as open
)
select restow_started() || ':' || pg_current_snapshot()::text as seen from since
where restow_started() = split_part($1, ':', 1)
  and not exists (select from ledger_event e where e.tx >= since.next and e.tx < pg_snapshot_xmax(pg_current_snapshot())::text::bigint and ${NONE})
  and not exists (select from ledger_event e where e.tx = any (since.open) and ${NONE})`

/** As the database answers. */
interface Given {
  readonly seen: string
  readonly given: number
  readonly happened: readonly Happened[] | null
  readonly stretch: Omit<Stretch, 'happened'> | null
}

/** Looking through a ledger of many years takes a while. */
const ALL_PATIENCE_MS = 30 * 60_000
/** However long others' turns take: whoever records waits for a moment at most. */
const TURN_COMES = '0'

/**
 * One round: gives all committed events that have none their positions. It takes turns with other processes, and is one statement, so
 * that nobody waits for a process that stopped amid it.
 * @param seen what a round before has seen; null: look through everything
 */
export async function givePositions(on: Queryable, seen: string | null): Promise<Round> {
  const values = [LOCKS.positions, TURN_COMES, seen]
  const [row] = await ask<Given>(on, 'feed-give', GIVE, values, seen === null ? ALL_PATIENCE_MS : undefined)
  if (!row) throw new Error('a round of the feed has no answer')
  const { happened, stretch, ...round } = row
  return { ...round, stretch: stretch && { ...stretch, happened } }
}

/**
 * Looks whether a round would find anything, at a fraction of what one costs, and without a turn.
 * @param seen what a round or a look before has seen
 * @returns what it has seen; null where there is something to be given positions
 */
export async function seenToHaveAll(on: Queryable, seen: string): Promise<string | null> {
  const [row] = await ask<{ seen: string }>(on, 'feed-look-ungiven', LOOK, [seen])
  return row?.seen ?? null
}
