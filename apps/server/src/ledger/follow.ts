import type { Queryable } from '../db/pool.ts'
import { feedHead } from './feed.ts'
import { type Stretch, ToldAhead } from './stretch.ts'
import { Waiting } from './waiting.ts'

/** So many events at once. */
export const BATCH = 500
/** News may get lost on their way: this is how long a reader can be behind for it. */
const POLL_MS = 2000
const [TROUBLE_MS, MOST_TROUBLE_MS] = [500, 30_000]

/** Something that goes on step by step, as fast as there is something to do, and again whenever there is news. */
export interface Going {
  /** There may be more to do: up to this position of the feed, where that is known; and the stretch that ends there, where it was told. */
  news(upTo?: number, stretch?: Stretch | null): void
  /** Ends after the step that is being done. */
  close(): Promise<void>
}

/**
 * @param step does what there is to do; @returns whether there may be more at once. Where it throws it is done again, later each time.
 * @param gapMs asked after each step: so long after one step there is no other, however often there is news: what comes meanwhile is dealt with together
 * @param patienceMs asked after the gap: so much longer there is none, unless it is told to hurry
 */
export function keepGoing(
  step: () => Promise<boolean>,
  onTrouble: (error: unknown) => void,
  gapMs = () => 0,
  patienceMs = () => 0,
): Going & { hurry(): void } {
  const waiting = new Waiting()
  let isPatient = false
  async function run(): Promise<void> {
    let trouble = 0
    for (;;) {
      if (!waiting.isOpen) return
      try {
        const isMore = await step()
        trouble = 0
        if (isMore) continue
        if (gapMs() > 0) await waiting.pause(gapMs())
        const patience = patienceMs()
        isPatient = patience > 0
        if (isPatient) await waiting.pause(patience)
        isPatient = false
        await waiting.pause(POLL_MS, 'with hints')
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
    hurry: () => {
      if (isPatient) waiting.cut()
    },
    async close() {
      waiting.isOpen = false
      waiting.cut()
      await ran
    },
  }
}

export interface Follower extends Going {
  /** The last position that was dealt with; null before it is known where to begin. */
  readonly reached: number | null
}

/** What is read of the feed, and how; `readFeed` reads everything. */
export type Reads<E> = (on: Queryable, after: number, limit: number) => Promise<readonly E[]>

/** Makes of a stretch that was told what somebody would have read; null where it has to be read. */
export type AsTold<E> = (stretch: Stretch) => readonly E[] | null

/** What was told, behind a position; none where any of it has to be read. */
function eventsOf<E extends { readonly position: number }>(
  stretches: readonly Stretch[],
  asTold: AsTold<E>,
  reached: number,
): readonly E[] {
  const told = stretches.map(asTold)
  return told.some((events) => events === null)
    ? []
    : told.flatMap((events) => events ?? []).filter(({ position }) => position > reached)
}

/**
 * Follows the feed from a position on, in order, each event once; it forgets where it stood when the process ends.
 * @param after a position, 0 for all there is; `now`: what comes from now on
 * @param onBatch what was read or told, and up to which position; where it throws, what comes after the last position that was dealt with is read again
 */
export function followFeed<E extends { readonly position: number }>(
  on: Queryable,
  after: number | 'now',
  reads: Reads<E>,
  onBatch: (events: readonly E[], reached: number) => Promise<void> | void,
  onTrouble: (error: unknown) => void,
  asTold?: AsTold<E>,
): Follower {
  const ahead = new ToldAhead()
  let reached = after === 'now' ? null : after
  /** Up to where there is something, as far as was told; and whether it was told without saying where. */
  let told = 0
  let isAsked = false
  let isReading = false
  const read = async (): Promise<boolean> => {
    if (reached === null) {
      reached = await feedHead(on)
      await onBatch([], reached)
    }
    const known = told
    let events = asTold ? eventsOf(ahead.takeAfter(reached), asTold, reached) : []
    if (events.length === 0) {
      isAsked = false
      events = await reads(on, reached, BATCH)
    }
    const last = events.at(-1)
    if (last) {
      await onBatch(events, last.position)
      reached = last.position
    }
    // What was told meanwhile may have been read already, or not yet be seen by what was asked before.
    const isBehind = told > reached && (last !== undefined || told > known)
    return isAsked || isBehind || events.length === BATCH
  }
  const going = keepGoing(() => {
    isReading = true
    return read().finally(() => {
      isReading = false
    })
  }, onTrouble)
  return {
    ...going,
    // The same positions are told more than once: to the node that gave them directly, and to all by the database.
    news: (upTo, stretch) => {
      if (stretch && asTold) ahead.add(stretch)
      if (upTo === undefined) isAsked = true
      else told = Math.max(told, upTo)
      if (!isReading && (isAsked || told > (reached ?? -1))) going.news()
    },
    get reached() {
      return reached
    },
  }
}
