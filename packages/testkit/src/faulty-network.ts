import {
  type ClientRequest,
  createServer,
  type IncomingMessage,
  request,
  type ServerResponse,
} from 'node:http'
import { type AddressInfo, connect, type Socket } from 'node:net'
import { type Chance, chanceFrom } from './chance.ts'
import { headOf, pipeUpTo } from './message.ts'

/**
 * The Wi-Fi of a hall, between a browser and its server: a proxy on a port of its own that is slow, dead, swallowing, cut
 * off in the middle, or that loses the answer to what the server has done already. A browser's own offline switch shows
 * none of that: it tells the page, and nothing is ever half done.
 */

export type Fault =
  | { readonly kind: 'none' }
  /** Every request is on its way for so many milliseconds, by chance up to `jitter` more. */
  | { readonly kind: 'latency'; readonly ms: number; readonly jitter?: number }
  /** Every connection is reset at once, also those that stand, WebSockets among them. */
  | { readonly kind: 'down' }
  /** Requests are taken and never answered, not even once the network is back: only a client's own patience ends them. */
  | { readonly kind: 'black hole' }
  /** The body of a message is cut after so many bytes, by a reset; a shorter one passes. */
  | { readonly kind: 'cut'; readonly way: 'to the server' | 'to the client'; readonly after: number }
  /**
   * The server does it and answers, and the answer is lost: the client sees a reset. Of requests that begin with `of`, as
   * in `POST /api/commands`; a share of them by chance, or so many next ones; all where neither is said.
   */
  | { readonly kind: 'lost answer'; readonly of: string; readonly share?: number; readonly next?: number }

/** What came of the requests so far; one that is still under way is in `requests` only. */
export interface NetworkStats {
  requests: number
  answered: number
  /** Done by the server, the client never heard. */
  lostAnswers: number
  cut: number
  swallowed: number
  /** Connections that were reset, or whose server was gone. */
  resets: number
}

export interface FaultyNetwork {
  readonly origin: string
  readonly port: number
  readonly stats: Readonly<NetworkStats>
  /** From now on; what is under way feels it as well. */
  set(fault: Fault): void
  close(): Promise<void>
}

/** Longer than any server's, so that no idle connection is closed by us: that would be a fault nobody asked for. */
const IDLE_MS = 600_000

class Line {
  readonly stats: NetworkStats = {
    ...{ requests: 0, answered: 0, lostAnswers: 0, cut: 0, swallowed: 0, resets: 0 },
  }
  readonly server = createServer({ keepAliveTimeout: IDLE_MS, requestTimeout: 0 }, (asked, answer) => {
    this.#take(asked, answer)
  })
  readonly #targetPort: number
  readonly #chance: Chance
  readonly #clients = new Set<Socket>()
  readonly #upstream = new Set<ClientRequest>()
  readonly #timers = new Set<NodeJS.Timeout>()
  #fault: Fault = { kind: 'none' }
  #left = 0

  constructor(targetPort: number, chance: Chance) {
    this.#targetPort = targetPort
    this.#chance = chance
    this.server.on('upgrade', (asked: IncomingMessage, client: Socket, head: Buffer) => {
      this.#passUpgrade(asked, client, head)
    })
    this.server.on('connection', (client: Socket) => {
      this.#clients.add(client)
      client.once('close', () => this.#clients.delete(client))
      if (this.#fault.kind === 'down') this.#reset(client)
    })
  }

  set(fault: Fault): void {
    this.#fault = fault
    this.#left = fault.kind === 'lost answer' ? (fault.next ?? Number.POSITIVE_INFINITY) : 0
    if (fault.kind === 'down') for (const client of this.#clients) this.#reset(client)
  }

  async close(): Promise<void> {
    for (const timer of this.#timers) clearTimeout(timer)
    for (const client of this.#clients) client.destroy()
    for (const one of this.#upstream) one.destroy()
    await new Promise((closed) => this.server.close(closed))
  }

  #reset(client: Socket): void {
    this.stats.resets += 1
    client.resetAndDestroy()
  }

  #take(asked: IncomingMessage, answer: ServerResponse): void {
    this.stats.requests += 1
    const fault = this.#fault
    const arrive = () => {
      // What was under way when the hole opened falls into it.
      if (this.#fault.kind === 'black hole') this.#swallow(asked)
      else if (!asked.socket.destroyed) this.#passOn(asked, answer)
    }
    if (fault.kind === 'latency') this.#after(fault.ms + (fault.jitter ?? 0) * this.#chance(), arrive)
    else arrive()
  }

  #after(ms: number, then: () => void): void {
    const timer = setTimeout(() => {
      this.#timers.delete(timer)
      then()
    }, ms)
    this.#timers.add(timer)
  }

  #swallow(message: IncomingMessage): void {
    this.stats.swallowed += 1
    message.resume()
  }

  /** Sends the request on, as it came: the same head, so that the server sees the client's own origin. */
  #passOn(asked: IncomingMessage, answer: ServerResponse): void {
    const client = asked.socket
    const { method = 'GET', url: path = '/', rawHeaders } = asked
    const losesAnswer = this.#losesAnswer(`${method} ${path}`)
    const up = request({ port: this.#targetPort, host: '127.0.0.1', method, path, agent: false })
    for (const [name, ...values] of headOf(rawHeaders)) up.setHeader(name, values)
    this.#upstream.add(up)
    up.once('close', () => this.#upstream.delete(up))
    up.once('error', () => {
      if (!client.destroyed) this.#reset(client)
    })
    // What has reached the server whole is done there, whoever still waits for the answer.
    asked.once('close', () => {
      if (!asked.complete) up.destroy()
    })
    up.once('response', (came) => {
      came.once('close', () => {
        if (!came.complete && !client.destroyed) this.#reset(client)
      })
      if (losesAnswer) this.#lose(came, client)
      else this.#answer(came, answer)
    })
    this.#forward(asked, up, client, 'to the server')
  }

  /**
   * A WebSocket: the request as it came, and from then on bytes both ways. What has fallen into a hole once hears nothing
   * any more, since half a message would be no fault of a network.
   */
  #passUpgrade(asked: IncomingMessage, client: Socket, first: Buffer): void {
    this.stats.requests += 1
    const server = connect(this.#targetPort, '127.0.0.1')
    const { rawHeaders: raw, method, url } = asked
    const lines = raw.flatMap((name, i) => (i % 2 === 0 ? [`${name}: ${raw[i + 1]}`] : []))
    server.write([`${method} ${url} HTTP/1.1`, ...lines, '', ''].join('\r\n'))
    server.write(first)
    let isSwallowed = false
    const pass = (from: Socket, to: Socket) => {
      from.on('data', (bytes: Buffer) => {
        isSwallowed ||= this.#fault.kind === 'black hole'
        if (isSwallowed) this.stats.swallowed += 1
        else to.write(bytes)
      })
      from.on('error', () => to.destroy())
      from.on('close', () => to.destroy())
    }
    pass(client, server)
    pass(server, client)
  }

  #losesAnswer(asked: string): boolean {
    const fault = this.#fault
    if (fault.kind !== 'lost answer' || this.#left === 0 || !asked.startsWith(fault.of)) return false
    if (this.#chance() >= (fault.share ?? 1)) return false
    this.#left -= 1
    return true
  }

  /** Hears the server out, so that it is sure to have done all of it, and hangs up. */
  #lose(came: IncomingMessage, client: Socket): void {
    came.resume()
    came.once('end', () => {
      this.stats.lostAnswers += 1
      this.#reset(client)
    })
  }

  #answer(came: IncomingMessage, answer: ServerResponse): void {
    if (this.#fault.kind === 'black hole') {
      this.#swallow(came)
      return
    }
    const head = headOf(came.rawHeaders).flatMap(([name, ...values]) => values.flatMap((v) => [name, v]))
    answer.writeHead(came.statusCode ?? 502, head)
    // The head goes first also where the body is then cut at its very beginning.
    answer.flushHeaders()
    answer.once('finish', () => {
      this.stats.answered += 1
    })
    this.#forward(came, answer, answer.req.socket, 'to the client')
  }

  #forward(
    from: IncomingMessage,
    to: ClientRequest | ServerResponse,
    client: Socket,
    way: (Fault & { kind: 'cut' })['way'],
  ): void {
    const fault = this.#fault
    const after = fault.kind === 'cut' && fault.way === way ? fault.after : Number.POSITIVE_INFINITY
    pipeUpTo(after, from, to, () => {
      this.stats.cut += 1
      this.#reset(client)
      to.destroy()
    })
  }
}

/**
 * Opens a network to the server on a port of this machine, on a free port.
 * @param seed what happens by chance happens the same way with the same seed
 */
export async function openFaultyNetwork(targetPort: number, seed = 'network'): Promise<FaultyNetwork> {
  const line = new Line(targetPort, chanceFrom(seed))
  await new Promise<void>((listening) => line.server.listen(0, '127.0.0.1', listening))
  const { port } = line.server.address() as AddressInfo
  return {
    ...{ origin: `http://127.0.0.1:${port}`, port, stats: line.stats },
    set: (fault) => line.set(fault),
    close: () => line.close(),
  }
}
