import type { Queryable } from '../db/pool.ts'
import { type FeedEvent, readFeed } from './feed.ts'
import { Waiting } from './waiting.ts'

/** So many events at once. */
export const BATCH = 500
/** News may get lost on their way: this is how long a reader can be behind for it. */
const POLL_MS = 2000
const [TROUBLE_MS, MOST_TROUBLE_MS] = [500, 30_000]

/** Something that goes on step by step, as fast as there is something to do, and again whenever there is news. */
export interface Going {
  /** There may be more to do. */
  news(): void
  /** Ends after the step that is being done. */
  close(): Promise<void>
}

/**
 * @param step does what there is to do; @returns whether there may be more at once. Where it throws it is done again, later each time.
 */
export function keepGoing(step: () => Promise<boolean>, onTrouble: (error: unknown) => void): Going {
  const waiting = new Waiting()
  async function run(): Promise<void> {
    let trouble = 0
    for (;;) {
      if (!waiting.isOpen) return
      try {
        const isMore = await step()
        trouble = 0
        if (!isMore) await waiting.pause(POLL_MS, 'with hints')
      } catch (error) {
        onTrouble(error)
        trouble = Math.min(MOST_TROUBLE_MS, Math.max(TROUBLE_MS, trouble * 2))
        await waiting.pause(trouble)
      }
    }
  }
  const ran = run()
  return {
    news: () => waiting.hint(),
    async close() {
      waiting.isOpen = false
      waiting.cut()
      await ran
    },
  }
}

export interface Follower extends Going {
  /** The last position that was dealt with. */
  readonly reached: number
}

/**
 * Follows the feed from a position on, in order, each event once; it forgets where it stood when the process ends.
 * @param onBatch where it throws, it is given the same batch again
 */
export function followFeed(
  on: Queryable,
  after: number,
  onBatch: (events: readonly FeedEvent[]) => Promise<void> | void,
  onTrouble: (error: unknown) => void,
): Follower {
  let reached = after
  const going = keepGoing(async () => {
    const events = await readFeed(on, reached, BATCH)
    const last = events.at(-1)
    if (!last) return false
    await onBatch(events)
    reached = last.position
    return events.length === BATCH
  }, onTrouble)
  return {
    ...going,
    get reached() {
      return reached
    },
  }
}
