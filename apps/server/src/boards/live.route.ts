import websocket from '@fastify/websocket'
import type { LiveBoard } from '@restow/contracts'
import type { FastifyInstance, FastifyRequest } from 'fastify'
import type { Feed } from '../ledger/open-feed.ts'
import { ProblemError } from '../problem.ts'
import type { LatestBoards, Place } from './latest.ts'
import { LiveHub } from './live-hub.ts'
import { LiveSocket } from './live-socket.ts'

/** What is said to the server is short. */
const MOST_BYTES = 4096
/** So many connections are served by one node, and so many of one session: a wall has a few screens. */
const [MOST_SOCKETS, MOST_OF_ONE] = [5000, 300]
const CARE_MS = 1000
const STOPPED_WITHIN_MS = 2000

export interface LiveFigures {
  readonly sockets: number
  /** How long the last event took from being recorded to being told. */
  readonly lagSeconds: number
  readonly dropped: Readonly<Record<'too_slow' | 'silent', number>>
}

/** How live boards may be set up otherwise than usual. */
export interface LiveBoardOptions {
  /** Who was away for longer than so many positions of the feed begins anew. */
  readonly mostMissed?: number
}

interface Options extends LiveBoardOptions {
  readonly feed: Pick<Feed, 'follow'>
  readonly latest: LatestBoards
  /** Throws for what is not theirs to see, a place or a board. */
  readonly place: (
    request: FastifyRequest,
    wanted: { seller?: string; warehouse?: string },
    boards: readonly LiveBoard[],
  ) => Promise<Place>
  /** Throws for a page that may not connect, and where nobody is signed in. */
  readonly admit: (request: FastifyRequest) => void
  /** Whether whoever asked is still signed in, as the same. */
  readonly stillSignedIn: (request: FastifyRequest) => Promise<boolean>
}

const tooMany = () =>
  new ProblemError(
    503,
    'too_many_connections',
    'Too many boards are open already. Close some, or try again later.',
  )

/** Sockets of this node, and what is counted of them. */
class Sockets {
  readonly #all = new Map<LiveSocket, string>()
  readonly dropped = { too_slow: 0, silent: 0 }
  #care: NodeJS.Timeout | null = null

  get size(): number {
    return this.#all.size
  }

  isFull(session: string): boolean {
    const own = [...this.#all.values()].filter((one) => one === session).length
    return this.#all.size >= MOST_SOCKETS || own >= MOST_OF_ONE
  }

  add(socket: LiveSocket, session: string): () => void {
    this.#all.set(socket, session)
    this.#care ??= setInterval(() => {
      for (const one of this.#all.keys()) one.care()
    }, CARE_MS)
    return () => this.#all.delete(socket)
  }

  async end(): Promise<void> {
    if (this.#care) clearInterval(this.#care)
    for (const one of this.#all.keys()) one.end('stopping', 'The server stops. Connect again in a moment.')
    const until = Date.now() + STOPPED_WITHIN_MS
    while (this.#all.size > 0 && Date.now() < until) await new Promise((tick) => setTimeout(tick, 20))
  }
}

/** Boards as they change: WebSocket `/api/live`. @returns what is counted of it */
export async function liveRoute(app: FastifyInstance, options: Options): Promise<LiveFigures> {
  const { feed, latest, place, admit, stillSignedIn } = options
  const hub = new LiveHub(feed, latest, options.mostMissed)
  const sockets = new Sockets()
  app.addHook('onReady', async () => hub.open())
  app.addHook('onClose', () => hub.close())
  // In a scope of its own: an upgrade at any other address is none.
  await app.register(async (live) => {
    await live.register(websocket, {
      options: { maxPayload: MOST_BYTES, perMessageDeflate: false },
      errorHandler: (_error, socket) => socket.terminate(),
      preClose: (done) => void sockets.end().then(() => done()),
    })
    live.route({
      method: 'GET',
      url: '/api/live',
      preHandler: async (request) => {
        admit(request)
        if (request.ws && sockets.isFull(request.session?.hash ?? '')) throw tooMany()
      },
      handler: (_request, reply) => {
        reply.header('upgrade', 'websocket')
        throw new ProblemError(426, 'upgrade_required', 'This is a WebSocket. Connect to it as one.')
      },
      wsHandler: (ws, request) => {
        const socket = new LiveSocket(ws, request.raw.socket, hub, {
          place: async (wanted, boards) => ({
            ...(await place(request, wanted, boards)),
            eyes: request.session?.seller ?? null,
          }),
          stillSignedIn: () => stillSignedIn(request),
          onDropped: (why) => {
            sockets.dropped[why] += 1
          },
        })
        ws.on('close', sockets.add(socket, request.session?.hash ?? ''))
      },
    })
  })
  return {
    dropped: sockets.dropped,
    get sockets() {
      return sockets.size
    },
    get lagSeconds() {
      return hub.lagSeconds
    },
  }
}
