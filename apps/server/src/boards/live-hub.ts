import type { LiveBoard } from '@restow/contracts'
import { feedHead } from '../ledger/feed.ts'
import type { AsTold, Follower, Reads } from '../ledger/follow.ts'
import { findHappened, type Happened } from '../ledger/happened.ts'
import type { Feed } from '../ledger/open-feed.ts'
import { frameOf } from './frame.ts'
import { keyOf, type LatestBoards, type Seen } from './latest.ts'
import { findTouched, type Touched } from './live.queries.ts'
import { LiveGroup, type Looker } from './live-group.ts'

/** How often a line says that it stands; a client takes one for broken that is silent for twice as long. */
export const HEARTBEAT_S = 3
/** Unless it is said otherwise: who was away for longer than so many positions begins anew; of events that is, the boards are told as they are anyway. */
const MOST_MISSED = 5000
const AT_ONCE = 500

/** Stands for all that happened while nobody looked. */
interface Skipped {
  readonly position: number
  readonly skipped: true
  /** When the last of it was recorded; null where it is not known. */
  readonly at: string | null
}

/** Follows the feed for all who look at boards on this node. */
export class LiveHub {
  readonly #latest: LatestBoards
  readonly #mostMissed: number
  readonly #groups = new Map<string, LiveGroup>()
  readonly #feed: Pick<Feed, 'follow'>
  readonly #isReady: Promise<void>
  #setReady: () => void = () => {}
  #follower: Follower | null = null
  #heartbeat: NodeJS.Timeout | null = null
  #reached = 0
  /** Of the last event, from being recorded to being told, by this node's clock. */
  lagSeconds = 0

  constructor(feed: Pick<Feed, 'follow'>, latest: LatestBoards, mostMissed = MOST_MISSED) {
    this.#feed = feed
    this.#mostMissed = mostMissed
    this.#latest = latest
    this.#isReady = new Promise((ready) => {
      this.#setReady = ready
    })
  }

  open(): void {
    this.#follower = this.#feed.follow<Happened | Touched | Skipped>(
      'now',
      this.#reads,
      (all, reached) => this.#happened(all, reached),
      this.#asTold,
    )
    this.#heartbeat = setInterval(() => {
      for (const [key, group] of this.#groups) {
        if (group.isDeserted) this.#groups.delete(key)
        else {
          group.ping()
          void group.lookAgain()
        }
      }
    }, HEARTBEAT_S * 1000)
  }

  async close(): Promise<void> {
    if (this.#heartbeat) clearInterval(this.#heartbeat)
    await Promise.all([...this.#groups.values()].map((group) => group.close()))
    await this.#follower?.close()
  }

  get #wantsEach(): boolean {
    return [...this.#groups.values()].some((group) => group.wantsEach)
  }

  /** What happened, or only where, if that is enough for all who look; where nobody looks, only how far the feed has come. */
  readonly #asTold: AsTold<Happened | Touched | Skipped> = ({ until, at, warehouses, happened }) => {
    if (this.#groups.size === 0) return [{ position: until, skipped: true, at }]
    if (happened !== null || this.#wantsEach) return happened
    return warehouses.map((warehouse) => ({ position: until, warehouse, at }))
  }

  /** The same of what was not told. */
  readonly #reads: Reads<Happened | Touched | Skipped> = async (on, after, limit) => {
    if (this.#groups.size === 0) {
      const position = await feedHead(on)
      if (this.#groups.size === 0) return position > after ? [{ position, skipped: true, at: null }] : []
    }
    return this.#wantsEach ? findHappened(on, after, limit) : findTouched(on, after)
  }

  #happened(read: readonly (Happened | Touched | Skipped)[], reached: number): void {
    this.#reached = reached
    this.#setReady()
    const known = read.filter((one): one is Happened | Touched => !('skipped' in one))
    // Whoever came just now has nobody in it yet, and makes its boards after this.
    if (known.length < read.length) for (const group of this.#groups.values()) group.begin(reached)
    const all = known.filter((one): one is Happened => 'key' in one)
    for (const group of this.#groups.values())
      if (all.length === known.length) group.happened(all, reached)
      else group.touched(known, reached)
    const last = read.at(-1)
    if (last?.at) this.lagSeconds = Math.max(0, Date.now() - Date.parse(last.at)) / 1000
  }

  #groupOf(at: Seen): LiveGroup {
    const key = keyOf(at)
    const group = this.#groups.get(key) ?? new LiveGroup(at, this.#latest, this.#reached)
    this.#groups.set(key, group)
    return group
  }

  /**
   * Tells somebody what was missed since the cursor, the boards as they are, and from then on every change.
   * @param cursor where an earlier connection ended, if it is one that goes on
   * @param isThere asked last, since the answers take a moment
   * @returns what ends it
   */
  async join(
    looker: Looker,
    at: Seen,
    boards: readonly LiveBoard[],
    cursor: number | null,
    isThere: () => boolean,
  ): Promise<() => void> {
    await this.#isReady
    const group = this.#groupOf(at)
    group.expected += 1
    try {
      const snapshots = await Promise.all(boards.map((board) => group.snapshot(board)))
      const goesOn = cursor !== null && Math.abs(group.told - cursor) <= this.#mostMissed
      const missed: Buffer[] = []
      let told = goesOn ? cursor : group.told
      // Meanwhile more may happen; from the last look on nothing is waited for.
      while (goesOn && looker.wantsEvents && told < group.told) {
        const until = Math.min(told + AT_ONCE, group.told)
        missed.push(await group.happenedBetween(told, until))
        told = until
      }
      told = goesOn ? Math.max(told, group.told) : group.told
      if (!isThere()) return () => {}
      const ready = frameOf({ type: 'ready', cursor: String(told), missedNone: goesOn })
      looker.begin([...missed, ...snapshots.map(({ message }) => message), ready], told)
      group.join(looker, boards, snapshots.find(({ bins }) => bins !== null)?.bins ?? null, told)
      return () => group.leave(looker)
    } finally {
      group.expected -= 1
    }
  }
}
