import type { Database } from '../db/pool.ts'
import { openAssigner } from './assigner.ts'
import { feedHead } from './feed.ts'
import { type AsTold, type Follower, followFeed, type Going, type Reads } from './follow.ts'
import { Giving, type OnGiven } from './giving.ts'
import type { Lasting } from './lasting.ts'
import { openListener } from './listener.ts'
import { openReader, type Reader, type ReaderOptions } from './reader.ts'

/**
 * How what happened gets to the boards: `append` records it, and where that is little (`giving`) gives it its positions with it, in the
 * database (`restow_give_own`); what has none is given them by the `assigner`, round by round (`positions`, `restow_give_positions`). All nodes
 * are told by a notification (`listener`); a follower (`follow`) takes what it was told, or reads it; and boards/live-hub.ts tells its
 * groups, and they their sockets. Decisions 020, 035, 037, 039 and 040.
 */

/** One node's side of the feed: says what gets its positions as it is recorded, hears of new ones, and wakes its readers. */
export interface Feed {
  /** Whether it is this node that looks for what has no position just now. */
  readonly isAssigning: boolean
  readonly readers: readonly Reader[]
  /** Before it is opened nothing is given and nothing followed; it is opened once the server is ready. */
  open(): void
  /** The last position that there is. */
  head(): Promise<number>
  /**
   * Follows the feed from a position on, in this process's memory: each event once, in order, within moments.
   * @param after 0 begins with the first event, `now` with the next
   * @param asTold makes of a stretch that was told what `reads` would have answered, or null where that cannot be said; without it all is read
   */
  follow<E extends { readonly position: number }>(
    after: number | 'now',
    reads: Reads<E>,
    onBatch: (events: readonly E[], reached: number) => Promise<void> | void,
    asTold?: AsTold<E>,
  ): Follower
  /** Reads for good: how far it has come is on record. To be called before the feed is opened. */
  reader(options: ReaderOptions): void
  /** Where few events get their positions as they are recorded. */
  readonly giving: Pick<Giving, 'isWanted' | 'given'>
  close(): Promise<void>
}

class NodeFeed implements Feed {
  readonly #db: Database
  readonly #onTrouble: (error: unknown) => void
  readonly #going = new Set<Going>()
  readonly #wanted: ReaderOptions[] = []
  readonly giving: Giving
  #assigner: ReturnType<typeof openAssigner> | null = null
  #listener: Lasting | null = null
  readers: readonly Reader[] = []

  constructor(db: Database, onTrouble: (error: unknown) => void) {
    this.#db = db
    this.#onTrouble = onTrouble
    this.giving = new Giving(this.#given)
  }

  get isAssigning(): boolean {
    return this.#assigner?.isAssigning ?? false
  }

  open(): void {
    this.#assigner ??= openAssigner(this.#db, this.#given, this.#onTrouble)
    this.#listener ??= openListener(
      this.#db,
      { heard: this.#tell, missed: () => this.#tell() },
      this.#onTrouble,
    )
    this.giving.open()
    this.readers = this.#wanted.map((options) => openReader(this.#db, options, this.#onTrouble))
    for (const one of this.readers) this.#going.add(one)
  }

  /** Whoever has recorded something is answered first: telling hundreds of screens takes a moment. */
  readonly #tell: Going['news'] = (upTo, stretch) =>
    void setImmediate(() => {
      for (const one of this.#going) one.news(upTo, stretch)
    })
  readonly #given: OnGiven = (stretch) => this.#tell(stretch.until, stretch)

  head(): Promise<number> {
    return feedHead(this.#db.staff)
  }

  follow<E extends { readonly position: number }>(
    after: number | 'now',
    reads: Reads<E>,
    onBatch: (events: readonly E[], reached: number) => Promise<void> | void,
    asTold?: AsTold<E>,
  ): Follower {
    const follower = followFeed(this.#db.often, after, reads, onBatch, this.#onTrouble, asTold)
    this.#going.add(follower)
    return follower
  }

  reader(options: ReaderOptions): void {
    this.#wanted.push(options)
  }

  async close(): Promise<void> {
    await Promise.all([...this.#going].map((one) => one.close()))
    await Promise.all([this.#assigner?.close(), this.#listener?.close()])
  }
}

/** @param onTrouble told of every lost connection and every failed step; they are all tried again */
export const openFeed = (db: Database, onTrouble: (error: unknown) => void): Feed =>
  new NodeFeed(db, onTrouble)
