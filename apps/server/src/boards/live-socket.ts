import type { Socket } from 'node:net'
import type { WebSocket } from '@fastify/websocket'
import { LIVE_BOARDS, type LiveBoard, type LiveEnding, LiveSubscribe } from '@restow/contracts'
import { Ajv } from 'ajv'
import { frameOf } from './frame.ts'
import type { Seen } from './latest.ts'
import type { Looker } from './live-group.ts'
import { HEARTBEAT_S, type LiveHub } from './live-hub.ts'

/** One connection: who it is, what it looks at, and whether what it is sent gets through. */

/** What cannot be sent at once is kept up to here, in bytes; whoever reads more slowly is told again from where it stood. */
const MOST_KEPT = 256 * 1024
const LITTLE_KEPT = 16 * 1024
/** Nothing of what is kept went out for so long, or nothing was heard for so long: nobody reads there. */
const [STUCK_MS, SILENT_MS] = [15_000, 20_000]
const ASK_MS = 5000
/** How often it is looked whether the session still stands. */
const SESSION_MS = 30_000
const GOODBYE_MS = 1000

const CODES: Readonly<Record<LiveEnding, number>> = {
  stopping: 1001,
  message_malformed: 1008,
  session_ended: 4401,
  not_found: 4404,
}

const isSubscribe = new Ajv().compile<LiveSubscribe>(LiveSubscribe)

function read(data: Buffer, isBinary: boolean): LiveSubscribe | null {
  if (isBinary) return null
  try {
    const message: unknown = JSON.parse(data.toString('utf8'))
    return isSubscribe(message) ? message : null
  } catch {
    return null
  }
}

/** What the socket is asked about beside its boards. */
export interface LiveOf {
  /** @throws a problem for what is not theirs to see */
  place(wanted: { seller?: string; warehouse?: string }, boards: readonly LiveBoard[]): Promise<Seen>
  /** Whether whoever opened it is still signed in as the same. */
  stillSignedIn(): Promise<boolean>
  onDropped(why: 'too_slow' | 'silent'): void
}

interface Looking {
  readonly at: Seen
  readonly boards: readonly LiveBoard[]
  readonly wantsEvents: boolean
}

export class LiveSocket implements Looker {
  readonly #ws: WebSocket
  readonly #line: Socket
  readonly #hub: LiveHub
  readonly #of: LiveOf
  #looking: Looking | null = null
  #leave: () => void = () => {}
  /** Which of the subscriptions it is; one that was replaced meanwhile no longer counts. */
  #turn = 0
  #wanted: LiveSubscribe | null = null
  #isJoining = false
  #told: number | null = null
  #isBehind = false
  #heardAt = Date.now()
  #askedAt = Date.now()
  #sessionAt = Date.now()
  /** When something was seen to go out, or nothing was left to; and how many bytes had gone out by then. */
  #sentAt = Date.now()
  #gone = 0
  /** How much of what is on its way a subscription began with. */
  #begun = 0

  /** @param line what `ws` goes over: frames that are made already are written there */
  constructor(ws: WebSocket, line: Socket, hub: LiveHub, of: LiveOf) {
    this.#ws = ws
    this.#line = line
    this.#hub = hub
    this.#of = of
    ws.on('message', (data: Buffer, isBinary: boolean) => this.#hear(data, isBinary))
    ws.on('pong', () => {
      this.#heardAt = Date.now()
    })
    ws.on('close', () => this.#leave())
    line.write(frameOf({ type: 'hello', heartbeatSeconds: HEARTBEAT_S }))
  }

  get wantsEvents(): boolean {
    return this.#looking?.wantsEvents ?? false
  }

  get #isOpen(): boolean {
    return this.#ws.readyState === this.#ws.OPEN
  }

  #hear(data: Buffer, isBinary: boolean): void {
    this.#heardAt = Date.now()
    const message = read(data, isBinary)
    if (!message) return void this.end('message_malformed', 'This is no message that is understood here.')
    this.#wanted = message
    void this.#subscribe()
  }

  /** More is on its way than whoever reads there gets through: nothing is added to it, however often it is asked for. */
  get #isFull(): boolean {
    return this.#line.writableLength > MOST_KEPT + this.#begun
  }

  /** One at a time; of those that come meanwhile, the last, once there is room for what it begins with. */
  async #subscribe(): Promise<void> {
    if (this.#isJoining) return
    this.#isJoining = true
    try {
      for (let wanted = this.#wanted; wanted && this.#isOpen && !this.#isFull; wanted = this.#wanted) {
        this.#wanted = null
        const { boards, cursor, seller, warehouse, events: wantsEvents = true } = wanted
        const of = { ...(seller ? { seller } : {}), ...(warehouse ? { warehouse } : {}) }
        const at = await this.#of.place(of, boards)
        this.#looking = { at, boards: LIVE_BOARDS.filter((board) => boards.includes(board)), wantsEvents }
        await this.#join(cursor === undefined ? null : Number(cursor))
      }
    } catch (error) {
      this.#refuse(error)
    } finally {
      this.#isJoining = false
    }
  }

  #refuse(error: unknown): void {
    const { status, message } = error as { status?: number; message: string }
    if (status !== undefined && status < 500) this.end('not_found', message)
    else this.end('stopping', 'The boards cannot be read just now. Try again in a moment.')
  }

  async #join(cursor: number | null): Promise<void> {
    if (!this.#looking) return
    this.#leave()
    const turn = ++this.#turn
    const isThere = () => this.#isOpen && turn === this.#turn
    const { at, boards } = this.#looking
    this.#isBehind = false
    const leave = await this.#hub.join(this, at, boards, cursor, isThere)
    if (isThere()) this.#leave = leave
    else leave()
  }

  tell(frame: Buffer, reached: number | null): void {
    if (this.#isBehind || !this.#isOpen) return
    if (this.#isFull) {
      this.#isBehind = true
      return
    }
    this.#line.write(frame)
    if (reached !== null) this.#told = reached
  }

  begin(frames: readonly Buffer[], reached: number): void {
    if (!this.#isOpen) return
    this.#begun = frames.reduce((bytes, frame) => bytes + frame.length, 0)
    for (const frame of frames) this.#line.write(frame)
    this.#told = reached
  }

  /** To be called every second or so: ends what nobody reads, and takes up again what reads once more. */
  care(now = Date.now()): void {
    if (!this.#isOpen) return
    // A large board takes its time on a slow line: as long as some of it goes out, somebody reads.
    const kept = this.#line.writableLength
    const gone = this.#line.bytesWritten - kept
    if (kept === 0 || gone > this.#gone) this.#sentAt = now
    this.#gone = gone
    if (kept < LITTLE_KEPT) this.#begun = 0
    if (now - this.#sentAt > STUCK_MS) return void this.#drop('too_slow')
    if (now - this.#heardAt > SILENT_MS) return void this.#drop('silent')
    if (kept < LITTLE_KEPT && !this.#isJoining) {
      if (this.#wanted) void this.#subscribe()
      else if (this.#isBehind) this.#catchUp()
    }
    if (now - this.#askedAt >= ASK_MS) {
      this.#askedAt = now
      this.#ws.ping()
    }
    if (now - this.#sessionAt >= SESSION_MS) {
      this.#sessionAt = now
      void this.#checkSession()
    }
  }

  #catchUp(): void {
    this.#isJoining = true
    this.#join(this.#told)
      .catch((error: unknown) => this.#refuse(error))
      .finally(() => {
        this.#isJoining = false
        if (this.#wanted) void this.#subscribe()
      })
  }

  async #checkSession(): Promise<void> {
    // A database that does not answer says nothing about whether somebody is signed in; it is asked again.
    const stands = await this.#of.stillSignedIn().catch(() => true)
    if (!stands) this.end('session_ended', 'The session has ended. Sign in again.')
  }

  /** Cuts off a reader that does not read: it could not be told why. */
  #drop(why: 'too_slow' | 'silent'): void {
    this.#of.onDropped(why)
    this.#leave()
    this.#ws.terminate()
  }

  /** Says why, and closes. */
  end(why: LiveEnding, message: string): void {
    this.#leave()
    if (!this.#isOpen) return
    this.#line.write(frameOf({ type: 'closing', why, message }))
    this.#isBehind = true
    this.#ws.close(CODES[why], why)
    setTimeout(() => this.#ws.terminate(), GOODBYE_MS).unref()
  }
}
