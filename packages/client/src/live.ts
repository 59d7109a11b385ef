import type {
  BinsBoard,
  LiveBoard,
  LiveBoards,
  LiveEnding,
  LiveEvent,
  LiveMessage,
  LiveSubscribe,
} from '@restow/contracts'
import { mergeBins } from './live-bins.ts'

/** `live`: what is shown is true now. `reconnecting`: the line is down and is being opened again. */
export type LineState = 'connecting' | 'live' | 'reconnecting'

/** A browser's WebSocket, as far as it is used here. */
export interface Socket {
  onopen: (() => void) | null
  onmessage: ((message: { data: unknown }) => void) | null
  onclose: ((closed: { code: number }) => void) | null
  onerror: (() => void) | null
  send(text: string): void
  close(): void
}

export interface LiveOptions<N extends LiveBoard> {
  readonly boards: readonly N[]
  readonly seller?: string | undefined
  readonly warehouse?: string | undefined
  /** A board as it is now: at first, and whenever it has changed. */
  readonly onBoard: <B extends N>(name: B, board: LiveBoards[B]) => void
  /** What happened, each event once and in order, breaks of the line included. */
  readonly onEvents?: (events: readonly LiveEvent[]) => void
  /** More has happened during a break than is told again; the boards are right all the same. */
  readonly onMissed?: () => void
  readonly onState?: (state: LineState) => void
  /** Something was heard: all that was told is true up to now. */
  readonly onHeard?: () => void
  /** It is over and is not tried again, such as where nobody is signed in any more. */
  readonly onEnd?: (why: LiveEnding) => void
  readonly open?: (address: string) => Socket
  readonly address?: string
}

export interface LiveLine {
  readonly state: LineState
  /** Does not wait any longer, such as when the device is online again or the page is seen. */
  retry(): void
  /** The device says that it has no network, or the page knows better that nothing comes through: begins anew. */
  doubt(): void
  close(): void
}

/** A line that is silent for longer than two heartbeats and a bit is broken, also where nobody says so. */
const silentAfter = (heartbeatSeconds: number): number => heartbeatSeconds * 2000 + 1000
const OPENS_WITHIN_MS = 6000
const [FIRST_MS, LONGEST_MS] = [250, 8000]
const FINAL: ReadonlySet<LiveEnding> = new Set<LiveEnding>([
  'session_ended',
  'not_found',
  'message_malformed',
])

/** How long is waited before the next try: longer each time, and never all at once after a server was away. */
export const backOff = (tries: number, chance: number): number =>
  Math.min(LONGEST_MS, FIRST_MS * 2 ** tries) * (0.5 + chance / 2)

/** Tests and measurements run where there is no page. */
const page = globalThis as unknown as {
  readonly location: { readonly protocol: string; readonly host: string }
  readonly WebSocket: new (address: string) => Socket
}
const ownAddress = (): string =>
  `${page.location.protocol === 'https:' ? 'wss:' : 'ws:'}//${page.location.host}/api/live`

class Line<N extends LiveBoard> implements LiveLine {
  readonly #options: LiveOptions<N>
  #socket: Socket | null = null
  #timer: ReturnType<typeof setTimeout> | undefined
  #tries = 0
  #heartbeat = 3
  #cursor: number | null = null
  #ended = false
  #bins: BinsBoard | null = null
  state: LineState = 'connecting'

  constructor(options: LiveOptions<N>) {
    this.#options = options
    this.#open()
  }

  #open(): void {
    const { open, address = ownAddress() } = this.#options
    const socket = open ? open(address) : new page.WebSocket(address)
    this.#socket = socket
    this.#patience(OPENS_WITHIN_MS)
    socket.onopen = () => this.#subscribe()
    socket.onmessage = ({ data }) => this.#hear(JSON.parse(String(data)) as LiveMessage)
    socket.onclose = () => this.#lost(socket)
    socket.onerror = () => {}
  }

  #subscribe(): void {
    const { boards, seller, warehouse } = this.#options
    const message: LiveSubscribe = {
      type: 'subscribe',
      boards: [...boards],
      ...(seller ? { seller } : {}),
      ...(warehouse ? { warehouse } : {}),
      ...(this.#options.onEvents ? {} : { events: false }),
      ...(this.#cursor === null ? {} : { cursor: String(this.#cursor) }),
    }
    this.#socket?.send(JSON.stringify(message))
  }

  #patience(ms: number): void {
    clearTimeout(this.#timer)
    this.#timer = setTimeout(() => this.#lost(this.#socket), ms)
  }

  #hear(message: LiveMessage): void {
    if (this.#ended) return
    if (message.type === 'hello') this.#heartbeat = message.heartbeatSeconds
    this.#patience(silentAfter(this.#heartbeat))
    if (message.type === 'closing') return void this.#closing(message.why)
    if (message.type === 'snapshot' || message.type === 'change') this.#board(message)
    else if (message.type === 'events') this.#events(message)
    else if (message.type === 'ready') this.#ready(message)
    else if (message.type === 'ping') this.#reach(message.cursor)
    if (this.state === 'live') this.#options.onHeard?.()
  }

  /** Of the bins only those that changed are told: they are laid over what was told before. */
  #board(message: Extract<LiveMessage, { type: 'snapshot' | 'change' }>): void {
    const { board, data } = message
    if (board !== 'bins') return void this.#options.onBoard(board as N, data as LiveBoards[N])
    const gone = message.type === 'change' ? message.gone : undefined
    const told = data as BinsBoard
    this.#bins = gone && this.#bins ? mergeBins(this.#bins, told, gone) : told
    this.#options.onBoard(board as N, this.#bins as LiveBoards[N])
  }

  #ready({ cursor, missedNone }: Extract<LiveMessage, { type: 'ready' }>): void {
    if (missedNone) this.#reach(cursor)
    else {
      if (this.#cursor !== null) this.#options.onMissed?.()
      this.#cursor = Number(cursor)
    }
    this.#tries = 0
    this.#become('live')
  }

  #reach(cursor: string): void {
    this.#cursor = Math.max(this.#cursor ?? 0, Number(cursor))
  }

  /** What was told already is left out; what follows upon something that never came is asked for again. */
  #events({ after, cursor, events }: Extract<LiveMessage, { type: 'events' }>): void {
    const known = this.#cursor ?? Number(after)
    if (Number(after) > known) return void this.#subscribe()
    const fresh = events.filter((event) => Number(event.cursor) > known)
    this.#reach(cursor)
    if (fresh.length > 0) this.#options.onEvents?.(fresh)
  }

  #closing(why: LiveEnding): void {
    if (!FINAL.has(why)) return
    this.close()
    this.#options.onEnd?.(why)
  }

  #lost(socket: Socket | null): void {
    if (this.#ended || socket !== this.#socket) return
    this.#letGo()
    this.#become('reconnecting')
    this.#timer = setTimeout(() => this.#open(), backOff(this.#tries, Math.random()))
    this.#tries += 1
  }

  /** What a socket that was given up still says is not heard. */
  #letGo(): void {
    clearTimeout(this.#timer)
    const socket = this.#socket
    this.#socket = null
    if (!socket) return
    socket.onmessage = null
    socket.onclose = null
    socket.onopen = null
    socket.close()
  }

  #become(state: LineState): void {
    if (this.state === state) return
    this.state = state
    this.#options.onState?.(state)
  }

  retry(): void {
    if (this.#ended || this.#socket) return
    clearTimeout(this.#timer)
    this.#open()
  }

  doubt(): void {
    if (this.#socket) this.#lost(this.#socket)
  }

  close(): void {
    this.#ended = true
    this.#letGo()
  }
}

/** Keeps boards fresh over one connection, which opens itself again and goes on where it broke. */
export const openLive = <N extends LiveBoard>(options: LiveOptions<N>): LiveLine => new Line(options)
