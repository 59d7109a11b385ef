import type { BinsBoard, LiveBoard, LiveBoards, LiveMessage } from '@restow/contracts'
import { findHappened, type Happened } from '../ledger/happened.ts'
import { Lately } from '../ledger/lately.ts'
import { binsChange } from './bins-change.ts'
import { eventsFrame } from './events-frame.ts'
import { frameOf } from './frame.ts'
import { inSlices } from './in-slices.ts'
import type { LatestBoards, Moment, Seen } from './latest.ts'
import type { Touched } from './live.queries.ts'

/** Somebody who looks at boards and is told of their changes. */
export interface Looker {
  readonly wantsEvents: boolean
  /** @param reached everything up to this position has been told with the frame; null where it tells of no position */
  tell(frame: Buffer, reached: number | null): void
  /** Tells, whatever is still on its way, what a subscription begins with. */
  begin(frames: readonly Buffer[], reached: number): void
}

/** Somebody's boards, and which of the bins board's states was told last: changes are told from there. */
interface Looks {
  readonly boards: readonly LiveBoard[]
  bins: BinsBoard | null
  /** Up to where it knew when it came: who comes from another node may know of more than has been heard of here. */
  readonly from: number
}

/** Boards are made anew at most so often, and so seldom that it is a twentieth of the time that is spent on it. */
const [GAP_MS, MOST_GAP_MS, COST] = [400, 5000, 19]
/** The same where so much is recorded that a computer has enough to do with that. */
const MANY_GAP_MS = 900
/** What is recorded together is shown together. */
const TOGETHER_MS = 40
/** Ages and clocks go on by themselves. */
const STANDS_MS = 30_000
/** Who was told of events so lately knows that the line stands. */
const LATELY_MS = 1500

/** All who look at the same place with the same eyes: what they are told is made once for all of them. */
export class LiveGroup {
  readonly at: Seen
  readonly #latest: LatestBoards
  readonly #lookers = new Map<Looker, Looks>()
  #timer: NodeJS.Timeout | null = null
  #dueAt = Number.POSITIVE_INFINITY
  #making: Promise<void> | null = null
  #madeAt = 0
  /** What the last three times took, in ms: a single one may have had to wait for something else, such as its first plan. */
  #took: readonly number[] = [0, 0, 0]
  #gap = GAP_MS
  #isDirty = false
  /** Of what waits, as it was told last. */
  #mark = ''
  /** How far the feed has come; up to where there is nothing left to tell; and up to where that has been said. */
  #reached: number
  #read: number
  #told: number
  #toldEventsAt = 0
  readonly #lately = new Lately()
  /** How many are about to join. */
  expected = 0

  constructor(at: Seen, latest: LatestBoards, reached: number) {
    this.at = at
    this.#latest = latest
    this.#reached = reached
    this.#read = reached
    this.#told = reached
  }

  /** Begins further on: nobody was there yet to be told of what was before. */
  begin(reached: number): void {
    this.#reached = reached
    this.#read = reached
    this.#told = reached
  }

  get told(): number {
    return this.#told
  }
  get isDeserted(): boolean {
    return this.#lookers.size === 0 && this.expected === 0
  }

  /**
   * @param bins the bins board that it was given, where it wants that one
   * @param from up to where it was told of events, or knew of them
   */
  join(looker: Looker, boards: readonly LiveBoard[], bins: BinsBoard | null, from: number): void {
    this.#lookers.set(looker, { boards, bins, from })
    this.#plan()
  }

  leave(looker: Looker): void {
    this.#lookers.delete(looker)
    if (this.#lookers.size === 0) this.#unplan()
  }

  async close(): Promise<void> {
    this.#lookers.clear()
    this.#unplan()
    await this.#making
  }

  /** Whether it has to know what happened: for who wants to be told of it, or since it may be another seller's. */
  get wantsEach(): boolean {
    return this.at.seller !== null || this.at.eyes !== null || this.#isListenedTo
  }

  get #isListenedTo(): boolean {
    for (const looker of this.#lookers.keys()) if (looker.wantsEvents) return true
    return false
  }

  #concerns = ({ warehouse, seller }: Happened): boolean =>
    warehouse === this.at.warehouse && (this.at.seller === null || seller === this.at.seller)

  #reach(reached: number): void {
    this.#lately.count(reached - this.#reached)
    this.#reached = reached
  }

  /** Everything that happened since the last time, in order, as staff sees it. */
  happened(all: readonly Happened[], reached: number): void {
    const own = all.filter(this.#concerns)
    // A seller's own are asked for with its own eyes, together with the boards; and so is what comes after what is yet to be asked for.
    const isTold = this.at.eyes === null && this.#read === this.#reached
    this.#reach(reached)
    if (own.length > 0) this.#isDirty = true
    if (isTold) this.#tellEvents(own, reached)
    else if (!this.#isDirty && !this.#making) this.#read = reached
    if (own.length > 0) this.#plan()
  }

  /** The same where it was not asked what: boards are made anew, and whoever has come meanwhile and wants to be told is told with them. */
  touched(all: readonly Touched[], reached: number): void {
    const isOwn = all.some(({ warehouse }) => warehouse === null || warehouse === this.at.warehouse)
    const isTold = !this.wantsEach && this.#read === this.#reached
    this.#reach(reached)
    if (isTold) this.#read = reached
    if (isOwn && isTold) this.#told = reached
    if (isOwn || !isTold) this.#isDirty = true
    if (this.#isDirty) this.#plan()
  }

  #tellEvents(own: readonly Happened[], reached: number): void {
    this.#read = Math.max(this.#read, reached)
    if (own.length === 0) return
    const after = this.#told
    this.#told = reached
    if (!this.#isListenedTo) return
    const message = eventsFrame(own, after, reached)
    for (const [looker, { from }] of this.#lookers) {
      if (!looker.wantsEvents) continue
      if (from <= after) looker.tell(message, reached)
      else if (from < reached) looker.tell(eventsFrame(own, from, reached), reached)
    }
    this.#toldEventsAt = Date.now()
  }

  async #tellUnread(): Promise<void> {
    const [from, until] = [this.#read, this.#reached]
    if (until === from) return
    const seen = await this.at.asking((on) => findHappened(on, from, until - from))
    this.#tellEvents(seen.filter(this.#concerns), until)
  }

  /** That the line stands, and how far all has been told. */
  ping(): void {
    if (!this.#isDirty && !this.#making) this.#told = Math.max(this.#told, this.#read)
    const pingAt = (reached: number) => frameOf({ type: 'ping', cursor: String(reached) })
    const message = pingAt(this.#told)
    const isKnown = Date.now() - this.#toldEventsAt < LATELY_MS
    for (const [looker, { from }] of this.#lookers)
      if (from > this.#told) looker.tell(pingAt(from), from)
      // Who knew of all that was told so lately was told none of it.
      else if (from === this.#told || !isKnown || !looker.wantsEvents) looker.tell(message, this.#told)
  }

  /** What happened between two positions, for who comes back. */
  async happenedBetween(after: number, until: number): Promise<Buffer> {
    const all = await this.at.asking((on) => findHappened(on, after, until - after))
    return eventsFrame(all.filter(this.#concerns), after, until)
  }

  /**
   * Devices and what was dropped on them are no part of the feed, so what waits is looked at with each heartbeat as well,
   * and told where it is not what was told last.
   */
  async lookAgain(): Promise<void> {
    const isLooked = [...this.#lookers.values()].some(({ boards }) => boards.includes('waiting'))
    if (!isLooked || this.#making || this.#isDirty) return
    try {
      const [before, cursor] = [this.#mark, String(this.#told)]
      const board = await this.#data('waiting')
      if (board.mark !== before) await this.#tell('waiting', board, cursor)
    } catch {
      // The next heartbeat looks again.
    }
  }

  async #data<N extends LiveBoard>(board: N, moment?: Moment): Promise<LiveBoards[N]> {
    const latest = await this.#latest.of(board, this.at, moment)
    const data = await latest.board()
    if ('mark' in data) this.#mark = data.mark
    return data
  }

  /** A board as it is now, and the bins board itself where it is that one. */
  async snapshot(board: LiveBoard): Promise<{ message: Buffer; bins: BinsBoard | null }> {
    const cursor = String(this.#told)
    const data = await this.#data(board)
    const message = frameOf({ type: 'snapshot', board, cursor, data })
    return { message, bins: board === 'bins' ? (data as BinsBoard) : null }
  }

  /** Tells a board that was made at this cursor. @returns ms that it waited */
  #tell<N extends LiveBoard>(board: N, data: LiveBoards[N], cursor: string): Promise<number> {
    if (board === 'bins') return this.#tellBins(data as BinsBoard, cursor)
    const message = frameOf({ type: 'change', board, cursor, data } as LiveMessage)
    return this.#tellLookers(board, (looker) => looker.tell(message, null))
  }

  /** Tells how the bins have changed since each was told of them last; most were told the same. */
  #tellBins(data: BinsBoard, cursor: string): Promise<number> {
    const messages = new Map<BinsBoard | null, Buffer>()
    const since = (before: BinsBoard | null): Buffer =>
      frameOf({ type: 'change', board: 'bins', cursor, ...(before ? binsChange(before, data) : { data }) })
    return this.#tellLookers('bins', (looker, looks) => {
      if (looks.bins === data) return
      const message = messages.get(looks.bins) ?? since(looks.bins)
      messages.set(looks.bins, message)
      looks.bins = data
      looker.tell(message, null)
    })
  }

  /** Who joined again meanwhile has been given the board as it is. */
  #tellLookers(board: LiveBoard, tell: (looker: Looker, looks: Looks) => void): Promise<number> {
    const looking = [...this.#lookers].filter(([, { boards }]) => boards.includes(board))
    return inSlices(looking, ([looker, looks]) => {
      if (this.#lookers.get(looker) === looks) tell(looker, looks)
    })
  }

  #unplan(): void {
    if (this.#timer) clearTimeout(this.#timer)
    this.#timer = null
    this.#dueAt = Number.POSITIVE_INFINITY
  }

  /** The next time that boards are made: soon after something happened, else before their ages are worth nothing. */
  #plan(): void {
    if (this.#lookers.size === 0 || this.#making) return
    const now = Date.now()
    const due = this.#isDirty ? Math.max(now + TOGETHER_MS, this.#madeAt + this.#gap) : now + STANDS_MS
    if (due >= this.#dueAt) return
    this.#unplan()
    this.#dueAt = due
    this.#timer = setTimeout(() => {
      this.#unplan()
      this.#making = this.#make().finally(() => {
        this.#making = null
        this.#plan()
      })
    }, due - now)
  }

  /** Makes the boards anew and tells them. What fails is made again with the next turn. */
  async #make(): Promise<void> {
    const began = Date.now()
    let waited = 0
    this.#isDirty = false
    try {
      await this.#tellUnread()
      const wanted = new Set([...this.#lookers.values()].flatMap(({ boards }) => boards))
      const [cursor, moment] = [String(this.#told), await this.#latest.moment(this.at)]
      const made: [LiveBoard, LiveBoards[LiveBoard]][] = []
      for (const board of wanted) made.push([board, await this.#data(board, moment)])
      for (const [board, data] of made) waited += await this.#tell(board, data, cursor)
    } catch {
      this.#isDirty = true
    }
    this.#madeAt = Date.now()
    // Nodes hear of the same at the same moment; they need not all go to the database at the same moment.
    const apart = GAP_MS * 0.25 * Math.random()
    const took = this.#madeAt - began - waited
    this.#took = [...this.#took.slice(1), took]
    const { areMany } = this.#lately
    const cost = COST * (areMany ? took : Math.min(...this.#took))
    this.#gap = Math.min(MOST_GAP_MS, Math.max((areMany ? MANY_GAP_MS : GAP_MS) + apart, cost))
  }
}
