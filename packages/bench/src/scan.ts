import { createHash } from 'node:crypto'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { openDatabase, startEmbedded, verifyLedger } from '@restow/server'
import { Handheld } from '@restow/testkit/commands'
import { reachable, startServer } from '@restow/testkit/server-process'
import pg from 'pg'
import { Api } from './lib/api.ts'
import { median, percentile, print } from './lib/figures.ts'
import { findPgbench, type Load, pgbench } from './lib/pgbench.ts'
import { SAME_WORK, SCRIPT } from './lib/same-work.ts'
import { SocketClient } from './lib/socket-client.ts'

/**
 * Whole commands over HTTP (session check, schema, rule, chain, idempotency) at 32 connections, against pgbench
 * doing the same reads and writes in one function on the same server, in turn.
 */

const CONNECTIONS = 32
const ROUNDS = Number(process.env.ROUNDS ?? 5)
const SECONDS = Number(process.env.SECONDS ?? 4)
const UNITS = 1280

/** Registers units that can be inspected, classified and put away over and over. */
async function prepareUnits(api: Api): Promise<string[]> {
  const hand = new Handheld('bench-setup')
  const tracking = '1Z0000000000000000'
  const { lpns } = { lpns: [] as string[] }
  for (let left = UNITS; left > 0; left -= 500)
    lpns.push(
      ...(await api.call<{ lpns: string[] }>('POST', '/api/plates', { count: Math.min(500, left) })).lpns,
    )
  const file = `rma,tracking,sku,quantity,value,currency\nBENCH-1,${tracking},BENCH-SKU,${UNITS},${UNITS * 20}.00,USD\n`
  await api.call('POST', '/api/imports/returns?seller=LOTUS&format=csv', file, 'text/csv')
  const photo = createHash('sha256').update('bench').digest('hex')
  const takenAt = new Date().toISOString()
  await api.must([hand.command('ReceiveParcel', { tracking, condition: 'intact' })])
  // Parcels of many units are rare, and each unit makes its parcel longer: a few pieces are enough to begin with.
  for (let from = 0; from < lpns.length; from += 100) {
    await api.must(
      lpns
        .slice(from, from + 100)
        .flatMap((lpn) => [
          hand.command('RegisterUnit', { parcel: tracking, lpn, product: { sku: 'BENCH-SKU' }, quantity: 1 }),
          hand.command('AttachPhoto', { subject: { lpn }, sha256: photo, angle: 'front', takenAt }),
          hand.command('AttachPhoto', { subject: { lpn }, sha256: photo, angle: 'damage', takenAt }),
        ]),
    )
  }
  return lpns
}

const ANSWERS = [
  { check: 'packaging', answer: 'opened' },
  { check: 'condition', answer: 'worn' },
  { check: 'complete', answer: 'all' },
]

/** The commands of one connection: its own units round and round, from inspection to the bench and back. */
function* cycle(hand: Handheld, own: readonly { lpn: string; n: number }[]): Generator<string> {
  for (;;)
    for (const { lpn, n } of own) {
      const round = [
        hand.command('InspectUnit', {
          lpn,
          identity: 'as_announced',
          answers: ANSWERS,
          findings: [],
          grade: 'good',
        }),
        hand.command('ClassifyUnit', { lpn, disposition: 'refurbish', route: 'repair' }),
        hand.command('PutAwayUnit', { lpn, bin: `LAX1-F-90-${n}` }),
        hand.command('StartRefurbishment', { lpn, route: 'repair' }),
        hand.command('FinishRefurbishment', { lpn, done: ['repair'], minutes: 6 }),
      ]
      for (const command of round) yield JSON.stringify({ commands: [command] })
    }
}

interface Connection {
  readonly client: SocketClient
  readonly bodies: Generator<string>
}

async function overHttp(connections: readonly Connection[], seconds: number): Promise<Load> {
  const latencies: number[] = []
  const until = performance.now() + seconds * 1000
  await Promise.all(
    connections.map(async ({ client, bodies }) => {
      for (let began = performance.now(); began < until; began = performance.now()) {
        const answer = await client.post(bodies.next().value as string)
        latencies.push(performance.now() - began)
        if (!answer.includes('"outcome":"accepted"')) throw new Error(`not accepted: ${answer}`)
      }
    }),
  )
  return { perSecond: latencies.length / seconds, latencies }
}

async function main(): Promise<void> {
  const program = findPgbench()
  const dataDir = mkdtempSync(join(tmpdir(), 'restow-scan-'))
  const postgres = await startEmbedded({ dataDir: reachable(dataDir) })
  const env = {
    DATABASE_URL: postgres.appUrl,
    DATABASE_OWNER_URL: postgres.ownerUrl,
    RESTOW_DATA_DIR: dataDir,
    RESTOW_DEMO: '1',
  }
  const server = await startServer(env)
  try {
    const api = new Api(server.origin)
    await api.signIn('OP1001', '135790')
    const lpns = await prepareUnits(api)
    const admin = new pg.Client({ connectionString: postgres.adminUrl })
    await admin.connect()
    // Bins of its own, so many that neither side waits for the other's rows: how full they get is not what is measured.
    await admin.query(`insert into bin (warehouse, code, zone, capacity)
      select 'LAX1', 'LAX1-F-90-' || n, 'refurbish', 100000 from generate_series(1, ${UNITS}) n`)
    const listed = `array[${lpns.map((l) => `'${l}'`).join(',')}]`
    await admin.query(SAME_WORK.replace('$LPNS$', listed))
    await admin.query('vacuum analyze')
    await admin.end()
    const script = SCRIPT.replaceAll(':units', String(lpns.length))
    const connections = await Promise.all(
      Array.from({ length: CONNECTIONS }, async (_, i): Promise<Connection> => {
        const own = lpns.map((lpn, n) => ({ lpn, n: n + 1 })).filter(({ n }) => n % CONNECTIONS === i)
        return {
          client: await SocketClient.open(server.port, api.cookie, '/api/commands'),
          bodies: cycle(new Handheld(`bench-${i}`), own),
        }
      }),
    )
    await overHttp(connections, 2)
    const rounds: { http: Load; bare: Load }[] = []
    // The chains are checked before pgbench writes events of its own, which no rule ever made.
    for (let round = 0; round < ROUNDS; round++) {
      const http = await overHttp(connections, SECONDS)
      if (round === 0) await checkChains(postgres.appUrl)
      rounds.push({ http, bare: await pgbench(program, postgres.adminUrl, script, CONNECTIONS, SECONDS) })
    }
    for (const { client } of connections) client.close()
    report(rounds)
  } finally {
    await server.stop()
    await postgres.stop()
    rmSync(dataDir, { recursive: true, force: true })
  }
}

async function checkChains(url: string): Promise<void> {
  const db = openDatabase(url, 1)
  const { broken } = await verifyLedger(db.staff)
  await db.close()
  if (broken.length > 0) throw new Error(`broken chains: ${JSON.stringify(broken.slice(0, 3))}`)
}

function report(rounds: readonly { http: Load; bare: Load }[]): void {
  const throughput = rounds.map(({ http, bare }) => http.perSecond / bare.perSecond)
  const p99 = rounds.map(
    ({ http, bare }) => percentile(http.latencies, 0.99) / percentile(bare.latencies, 0.99),
  )
  const detail = {
    rounds: throughput.map((t) => Math.round(t * 1000) / 1000),
    http_per_second: Math.round(median(rounds.map((r) => r.http.perSecond))),
    pgbench_per_second: Math.round(median(rounds.map((r) => r.bare.perSecond))),
    http_p99_ms: Math.round(median(rounds.map((r) => percentile(r.http.latencies, 0.99))) * 10) / 10,
    pgbench_p99_ms: Math.round(median(rounds.map((r) => percentile(r.bare.latencies, 0.99))) * 10) / 10,
    connections: CONNECTIONS,
    seconds: SECONDS,
  }
  print({
    bench: 'scan',
    figure: 'throughput_vs_pgbench',
    value: median(throughput),
    unit: 'ratio',
    higherIsBetter: true,
    detail,
  })
  print({
    bench: 'scan',
    figure: 'p99_vs_pgbench',
    value: median(p99),
    unit: 'ratio',
    higherIsBetter: false,
    detail: { rounds: p99 },
  })
}

await main()
