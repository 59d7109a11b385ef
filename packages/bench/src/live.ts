import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { startEmbedded } from '@restow/server'
import { Handheld } from '@restow/testkit/commands'
import { reachable, type ServerProcess, startServer } from '@restow/testkit/server-process'
import { Api } from './lib/api.ts'
import { median, print, rounded, shareOf } from './lib/figures.ts'
import { boardsUnderLoad } from './lib/live-load.ts'
import { Arrivals, nextKey, openReaders, startEcho, type Taken } from './lib/live-readers.ts'
import { SocketClient } from './lib/socket-client.ts'
import type { SocketReader } from './lib/socket-reader.ts'

/**
 * Boards over two nodes, 200 sockets on each, 50 events a second: from sending a command until each socket hears of it,
 * against a bare @fastify/websocket that sends a message of the same size to as many, in turn. And what the boards cost
 * the commands: lib/live-load.ts.
 */

const ROUNDS = Number(process.env.ROUNDS ?? 5)
const SECONDS = Number(process.env.SECONDS ?? 12)
const SOCKETS = Number(process.env.SOCKETS ?? 200)
const RATE = 50
/** A minute of events is cut into rounds for the sake of the comparison: beginning anew each time, after the other side's turn, is no part of it. */
const LEAD_IN_S = 1
/**
 * Both sides run for a while before the first round: it is the work that is compared, not compiling what does it. At fifty events a
 * second that goes on for a minute and a half on our side, whose way is longer, and for some seconds on the other.
 */
const [WARM_UP_S, BARE_WARM_UP_S] = [90, 20]

/** Does something so many times a second, by the clock and not by the answers. @returns how often */
async function steadily(
  seconds: number,
  act: (n: number, isTimed: boolean) => void,
  leadIn = LEAD_IN_S,
): Promise<number> {
  const began = performance.now()
  const times = (leadIn + seconds) * RATE
  for (let n = 0; n < times; n++) {
    const wait = began + (n * 1000) / RATE - performance.now()
    if (wait > 0) await sleep(wait)
    act(n, n >= leadIn * RATE)
  }
  return times
}

/** Counting up a round keeps this process busy for a moment, which is no part of the next round. */
const CALM_MS = 500

/** Waits until nothing more is to come, or nothing more comes. */
async function settle(arrivals: Arrivals, expected: number): Promise<void> {
  let before = -1
  for (let quiet = 0; quiet < 30 && arrivals.heard < expected; ) {
    await sleep(100)
    quiet = arrivals.heard === before ? quiet + 1 : 0
    before = arrivals.heard
  }
}

interface Round {
  readonly p50: number
  readonly p99: number
  /** From when it was recorded; of the echo nothing is. */
  readonly p99SinceRecorded: number
  readonly delivered: number
  readonly expected: number
}
const roundOf = ({ latencies, sinceRecorded, heard }: Taken, expected: number): Round => ({
  p50: shareOf(latencies, 0.5),
  p99: shareOf(latencies, 0.99),
  p99SinceRecorded: shareOf(sinceRecorded, 0.99),
  delivered: heard,
  expected,
})

async function figureOf(node: ServerProcess, name: RegExp): Promise<number> {
  const text = await (await fetch(`${node.origin}/metrics`)).text()
  return Number(name.exec(text)?.[1] ?? Number.NaN)
}

async function main(): Promise<void> {
  const dataDir = mkdtempSync(join(tmpdir(), 'restow-live-'))
  const postgres = await startEmbedded({ dataDir: reachable(dataDir) })
  const env = {
    DATABASE_URL: postgres.appUrl,
    DATABASE_OWNER_URL: postgres.ownerUrl,
    RESTOW_DATA_DIR: dataDir,
    RESTOW_DEMO: '1',
  }
  const stops: (() => unknown)[] = []
  try {
    const nodes: ServerProcess[] = []
    for (let n = 0; n < 2; n++) {
      const node = await startServer(env)
      nodes.push(node)
      stops.unshift(() => node.stop())
    }
    const echoes = [await startEcho(), await startEcho()]
    for (const echo of echoes) stops.unshift(() => echo.stop())
    const api = new Api(nodes[0]?.origin ?? '')
    await api.signIn('OP1001', '135790')
    await delivery(nodes, echoes, api.cookie)
    await boardsUnderLoad(nodes, api.cookie, postgres.adminUrl, 8 * ROUNDS)
  } finally {
    for (const stop of stops) await stop()
    await postgres.stop()
    rmSync(dataDir, { recursive: true, force: true })
  }
}

/** A message of the echo, as long as one of ours. */
const echoed = (key: string): string =>
  JSON.stringify({
    type: 'events',
    after: '100000',
    cursor: '100001',
    events: [
      {
        cursor: '100001',
        type: 'ParcelReceived',
        kind: 'parcel',
        key,
        seller: null,
        state: 'received',
        by: 'OP1001',
        at: new Date().toISOString(),
        bin: null,
        fromBin: null,
      },
    ],
  })

async function delivery(
  nodes: readonly ServerProcess[],
  echoes: readonly { port: number }[],
  cookie: string,
) {
  const arrivals = new Arrivals(Math.max(SECONDS, WARM_UP_S) * RATE * SOCKETS * 2)
  const subscribe = (ws: SocketReader, n: number) =>
    ws.send(JSON.stringify({ type: 'subscribe', boards: [n % 2 ? 'bins' : 'pipeline'] }))
  let opened = 0
  const sockets: SocketReader[] = []
  for (const node of nodes)
    sockets.push(
      ...(await openReaders(
        SOCKETS,
        `${node.origin.replace('http', 'ws')}/api/live`,
        cookie,
        (ws) => subscribe(ws, opened++),
        arrivals.hear,
      )),
    )
  const bare: SocketReader[] = []
  const speakers: SocketReader[] = []
  for (const { port } of echoes) {
    const address = `ws://127.0.0.1:${port}/echo`
    bare.push(...(await openReaders(SOCKETS, address, '', () => {}, arrivals.hear)))
    speakers.push(
      ...(await openReaders(
        1,
        address,
        '',
        () => {},
        () => {},
      )),
    )
  }
  const posts = await Promise.all(
    Array.from({ length: 64 }, (_, n) => SocketClient.open(nodes[n % 2]?.port ?? 0, cookie, '/api/commands')),
  )
  const hand = new Handheld('bench-live')
  /** Each connection has one command under way; on a busy computer the others wait for their turn, and that counts. */
  const turns = posts.map(() => Promise.resolve())
  async function send(n: number, key: string): Promise<void> {
    const command = hand.command('ReceiveParcel', { tracking: key, condition: 'intact' })
    const own = n % posts.length
    const before = turns[own]
    turns[own] = (async () => {
      await before
      await posts[own]?.post(JSON.stringify({ commands: [command] }))
    })()
    await turns[own]
  }
  async function round(say: (n: number, key: string) => Promise<unknown> | undefined, seconds: number) {
    await sleep(CALM_MS)
    const said: (Promise<unknown> | undefined)[] = []
    const times = await steadily(seconds, (n, isTimed) => {
      const key = nextKey()
      arrivals.sending(key, isTimed)
      said.push(say(n, key))
    })
    await Promise.all(said)
    const expected = times * SOCKETS * nodes.length
    await settle(arrivals, expected)
    return roundOf(arrivals.take(), expected)
  }
  const live = (seconds: number) => round(send, seconds)
  const echo = (seconds: number) =>
    round((_, key) => {
      for (const speaker of speakers) speaker.send(echoed(key))
      return undefined
    }, seconds)

  // One that hears nothing any more, from the first round on.
  const [deaf] = await openReaders(
    1,
    `${nodes[0]?.origin.replace('http', 'ws')}/api/live`,
    cookie,
    (ws) => subscribe(ws, 0),
    () => {},
  )
  await sleep(1000)
  deaf?.pause()
  const deafSince = performance.now()
  let deafFor = Number.NaN
  const dropped = /restow_live_dropped_total\{why="\w+"\} [1-9]/
  const watching = (async () => {
    for (let s = 0; s < 60; s++) {
      await sleep(500)
      const text = await fetch(`${nodes[0]?.origin}/metrics`).then(
        (answer) => answer.text(),
        () => '',
      )
      if (!dropped.test(text)) continue
      deafFor = (performance.now() - deafSince) / 1000
      return
    }
  })()
  const rounds: { live: Round; bare: Round; mb: number }[] = []
  const warm = [await live(WARM_UP_S), await echo(BARE_WARM_UP_S)]
  if (warm.some(({ delivered, expected }) => delivered < expected)) throw new Error('not all was delivered')
  for (let n = 0; n < ROUNDS; n++) {
    const one = { live: await live(SECONDS), bare: await echo(SECONDS) }
    const mb = await figureOf(nodes[0] as ServerProcess, /^process_resident_memory_bytes (\S+)/m)
    rounds.push({ ...one, mb: mb / 1024 / 1024 })
  }
  await watching
  deaf?.terminate()
  report(rounds, arrivals.twice, deafFor)
  for (const ws of [...sockets, ...bare, ...speakers]) ws.terminate()
  for (const post of posts) post.close()
}

function report(
  rounds: readonly { live: Round; bare: Round; mb: number }[],
  twice: number,
  deafFor: number,
): void {
  const ratios = rounds.map(({ live, bare }) => live.p99 / bare.p99)
  const sum = (of: (round: Round) => number) => rounds.reduce((all, { live }) => all + of(live), 0)
  print({
    ...{ bench: 'live', figure: 'p99_vs_bare', value: median(ratios), unit: 'ratio', higherIsBetter: false },
    detail: {
      rounds: ratios.map((n) => rounded(n)),
      live_p99_ms: rounds.map(({ live }) => rounded(live.p99)),
      live_p99_since_recorded_ms: rounds.map(({ live }) => live.p99SinceRecorded),
      bare_p99_ms: rounds.map(({ bare }) => rounded(bare.p99)),
      live_p50_ms: rounded(median(rounds.map(({ live }) => live.p50))),
      bare_p50_ms: rounded(median(rounds.map(({ bare }) => bare.p50))),
      sockets: SOCKETS * 2,
      events_per_second: RATE,
      seconds: SECONDS * rounds.length,
    },
  })
  print({
    ...{ bench: 'live', figure: 'delivered_share', unit: 'ratio', higherIsBetter: true },
    value: sum((r) => r.delivered) / sum((r) => r.expected),
    detail: { delivered: sum((r) => r.delivered), expected: sum((r) => r.expected), twice },
  })
  print({
    ...{ bench: 'live', figure: 'deaf_dropped_after_s', value: deafFor, unit: 's', higherIsBetter: false },
    detail: { memory_mb_after_each_round: rounds.map(({ mb }) => Math.round(mb)) },
  })
}

await main()
