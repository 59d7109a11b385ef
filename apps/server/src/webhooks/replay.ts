import type { Queryable } from '../db/pool.ts'
import { readFeed } from '../ledger/feed.ts'
import { endReplay, keepReplay, takeReplay } from './webhooks.queries.ts'
import { TOLD_TYPES, tell, toldOf } from './writer.ts'

/** Tells a webhook once more what happened since a day, a stretch of the feed at a time. */

const AT_A_TIME = 500

/**
 * One stretch of one replay; to be called within a transaction.
 * @returns whether there may be more to do
 */
export async function replayOn(on: Queryable): Promise<boolean> {
  const going = await takeReplay(on)
  if (!going) return false
  const { id, after, until } = going
  const reached = Math.min(until, after + AT_A_TIME)
  const events = await readFeed(on, after, reached - after)
  const all = await toldOf(
    on,
    events.filter(({ type }) => TOLD_TYPES.includes(type)),
  )
  await tell(on, all, [going], true)
  if (reached >= until) await endReplay(on, id)
  else await keepReplay(on, id, reached)
  return true
}
