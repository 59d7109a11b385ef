import { Agent, createServer, type IncomingMessage, request } from 'node:http'
import type { AddressInfo } from 'node:net'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { WebSocket, WebSocketServer } from 'ws'
import { type FaultyNetwork, openFaultyNetwork } from './faulty-network.ts'

/** A tiny server that notes what reached it whole, a client that notes what it heard, and the network between them. */

const LONG = 'x'.repeat(300_000)
/** As a browser keeps one: the next request goes over the connection that stands. */
let agent: Agent
let network: FaultyNetwork
let done: string[] = []
let told: (() => void) | undefined
const server = createServer((asked, answer) => {
  let body = ''
  asked.setEncoding('utf8').on('data', (text: string) => {
    body += text
  })
  asked.once('end', () => {
    done.push(`${asked.method} ${asked.url} ${asked.headers.host} ${body.length}`)
    answer.writeHead(
      200,
      [
        ['set-cookie', 'a=1'],
        ['set-cookie', 'b=2'],
        ['content-type', 'text/plain'],
      ].flat(),
    )
    answer.end(LONG)
    told?.()
  })
})

beforeEach(async () => {
  await new Promise<void>((listening) => server.listen(0, '127.0.0.1', listening))
  network = await openFaultyNetwork((server.address() as AddressInfo).port, 'test')
  agent = new Agent({ keepAlive: true, maxSockets: 1 })
  done = []
})

afterEach(async () => {
  agent.destroy()
  await network.close()
  await new Promise((closed) => server.close(closed))
})

interface Heard {
  readonly status: number
  readonly bytes: number
  readonly head: IncomingMessage['headers']
  readonly port: number | undefined
}

/** Asks once; a broken connection is heard as its code. */
function ask(method: string, path: string, body = '', signal?: AbortSignal): Promise<Heard | string> {
  return new Promise((hears) => {
    const { port } = network
    const asked = request({ host: '127.0.0.1', port, method, path, agent, ...(signal ? { signal } : {}) })
    const broken = (error: NodeJS.ErrnoException) => hears(error.code ?? error.message)
    asked.once('error', broken)
    asked.once('response', (answer) => {
      let bytes = 0
      const local = answer.socket.localPort
      answer.once('error', broken)
      answer.on('data', (chunk: Buffer) => {
        bytes += chunk.length
      })
      answer.once('end', () =>
        hears({ status: answer.statusCode ?? 0, bytes, head: answer.headers, port: local }),
      )
    })
    asked.end(body)
  })
}

const right = { status: 200, bytes: LONG.length }
const BROKEN = 'ECONNRESET'

describe('a network without a fault', () => {
  it('passes on heads and bodies as they are, one request after another over one connection', async () => {
    const heard = [await ask('POST', '/api/commands?a=1', LONG), await ask('GET', '/floor/')] as Heard[]
    expect(heard).toMatchObject([right, right])
    expect(heard[0]?.head['set-cookie']).toEqual(['a=1', 'b=2'])
    expect(heard[1]?.port).toBe(heard[0]?.port)
    const host = `127.0.0.1:${network.port}`
    expect(done).toEqual([`POST /api/commands?a=1 ${host} ${LONG.length}`, `GET /floor/ ${host} 0`])
    expect(network.stats).toEqual({
      ...{ requests: 2, answered: 2, lostAnswers: 0, cut: 0, swallowed: 0, resets: 0 },
    })
  })

  it('breaks the connection when the server is gone', async () => {
    await new Promise((closed) => server.close(closed))
    expect(await ask('GET', '/')).toBe(BROKEN)
    await new Promise<void>((listening) => server.listen(0, '127.0.0.1', listening))
  })
})

describe('a slow network', () => {
  it('brings everything, later', async () => {
    network.set({ kind: 'latency', ms: 40, jitter: 40 })
    const before = performance.now()
    expect(await ask('POST', '/', 'one')).toMatchObject(right)
    // A timer may be a millisecond early.
    expect(performance.now() - before).toBeGreaterThan(38)
  })

  it('loses what is on its way when it goes down', async () => {
    network.set({ kind: 'latency', ms: 60_000 })
    const asked = ask('POST', '/', 'one')
    await expect.poll(() => network.stats.requests).toBe(1)
    network.set({ kind: 'down' })
    expect(await asked).toBe(BROKEN)
    expect(done).toEqual([])
  })
})

describe('a network that is down', () => {
  it('breaks every connection at once, the standing one too, and lets nothing through', async () => {
    await ask('GET', '/')
    network.set({ kind: 'down' })
    expect([await ask('GET', '/'), await ask('GET', '/')]).toEqual([BROKEN, BROKEN])
    expect(done).toHaveLength(1)
    network.set({ kind: 'none' })
    expect(await ask('GET', '/')).toMatchObject(right)
  })
})

describe('a black hole', () => {
  it('takes what is sent, tells nobody, and never answers it, also once the network is back', async () => {
    network.set({ kind: 'black hole' })
    const patience = new AbortController()
    const asked = ask('POST', '/', 'one', patience.signal)
    await expect.poll(() => network.stats.swallowed).toBe(1)
    network.set({ kind: 'none' })
    const own = new Agent()
    const another = new Promise((hears) =>
      request({ host: '127.0.0.1', port: network.port, agent: own }, (answer) => {
        answer.resume().once('end', () => hears(answer.statusCode))
      }).end(),
    )
    expect(await another).toBe(200)
    own.destroy()
    expect(done).toHaveLength(1)
    patience.abort()
    expect(await asked).toBe('ABORT_ERR')
  })

  it('swallows the answer of what was asked before', async () => {
    const patience = new AbortController()
    told = () => network.set({ kind: 'black hole' })
    const asked = ask('POST', '/', 'one', patience.signal)
    await expect.poll(() => network.stats.swallowed).toBe(1)
    told = undefined
    expect(done).toHaveLength(1)
    patience.abort()
    expect(await asked).toBe('ABORT_ERR')
  })
})

describe('a network that cuts in the middle', () => {
  it('on the way to the server, which then has nothing whole', async () => {
    network.set({ kind: 'cut', way: 'to the server', after: 100_000 })
    expect(await ask('PUT', '/', LONG)).toBe(BROKEN)
    expect(done).toEqual([])
    expect(await ask('PUT', '/', 'short')).toMatchObject(right)
    expect(network.stats).toMatchObject({ cut: 1, answered: 1 })
  })

  it.each([0, 1, 100_000])(
    'on the way to the client after %i bytes, when the server has done it',
    async (after) => {
      network.set({ kind: 'cut', way: 'to the client', after })
      expect(await ask('PUT', '/', 'short')).toBe(BROKEN)
      expect(done).toHaveLength(1)
      expect(network.stats).toMatchObject({ cut: 1, answered: 0 })
    },
  )
})

describe('a lost answer', () => {
  it('of so many next requests of one kind, each of them done by the server', async () => {
    network.set({ kind: 'lost answer', of: 'POST /api/commands', next: 2 })
    const heard: (Heard | string)[] = []
    for (const [method, path] of [
      ['POST', '/api/commands'],
      ['GET', '/api/commands'],
      ['POST', '/api/commands'],
      ['POST', '/api/commands'],
    ] as const)
      heard.push(await ask(method, path))
    expect(heard).toMatchObject([BROKEN, right, BROKEN, right])
    expect(done).toHaveLength(4)
    expect(network.stats).toMatchObject({ lostAnswers: 2, answered: 2 })
  })

  it('of a share of them, the same ones each time with the same seed', async () => {
    const lost = async (seed: string) => {
      await network.close()
      network = await openFaultyNetwork((server.address() as AddressInfo).port, seed)
      network.set({ kind: 'lost answer', of: 'POST /', share: 0.5 })
      const heard: boolean[] = []
      for (let i = 0; i < 20; i += 1) heard.push((await ask('POST', '/')) === BROKEN)
      return heard
    }
    const first = await lost('a')
    expect(first).toContain(true)
    expect(first).toContain(false)
    expect(await lost('a')).toEqual(first)
    expect(await lost('b')).not.toEqual(first)
  })
})

describe('a WebSocket', () => {
  let sockets: WebSocketServer
  beforeEach(() => {
    sockets = new WebSocketServer({ server })
    sockets.on('connection', (one) => one.on('message', (data) => one.send(`heard ${data}`)))
  })
  afterEach(() => {
    for (const one of sockets.clients) one.terminate()
    sockets.close()
  })
  async function connected() {
    const ws = new WebSocket(`ws://127.0.0.1:${network.port}/live`)
    const heard: string[] = []
    let isClosed = false
    ws.on('message', (data) => heard.push(String(data)))
    ws.on('error', () => {})
    ws.on('close', () => {
      isClosed = true
    })
    await vi.waitUntil(() => ws.readyState === ws.OPEN || isClosed)
    return { ws, heard, isClosed: () => isClosed }
  }

  it('goes through both ways, is reset when the network is down, and stands again afterwards', async () => {
    const one = await connected()
    one.ws.send('a')
    await vi.waitUntil(() => one.heard.length === 1)
    expect(one.heard).toEqual(['heard a'])
    network.set({ kind: 'down' })
    await vi.waitUntil(one.isClosed)
    expect((await connected()).isClosed()).toBe(true)
    network.set({ kind: 'none' })
    const other = await connected()
    other.ws.send('b')
    await vi.waitUntil(() => other.heard.length === 1)
    other.ws.terminate()
  })

  it('that has fallen into a hole stands and hears nothing, also once the network is back', async () => {
    const one = await connected()
    network.set({ kind: 'black hole' })
    one.ws.send('a')
    await vi.waitUntil(() => network.stats.swallowed > 0)
    network.set({ kind: 'none' })
    one.ws.send('b')
    const other = await connected()
    other.ws.send('c')
    await vi.waitUntil(() => other.heard.length === 1)
    expect([one.heard, one.isClosed()]).toEqual([[], false])
    one.ws.terminate()
    other.ws.terminate()
  })
})
