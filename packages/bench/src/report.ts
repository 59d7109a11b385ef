import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { startEmbedded } from '@restow/server'
import { reachable, residentBytes, type ServerProcess, startServer } from '@restow/testkit/server-process'
import pg from 'pg'
import { Api } from './lib/api.ts'
import { type Came, copied, fetched } from './lib/bytes-over.ts'
import { median, print, rounded } from './lib/figures.ts'

/**
 * A closed day of 20,000 units as CSV, to its last byte over HTTP, against `COPY … TO STDOUT` of the very same lines, in turn. And
 * what the server holds in memory while it sends 500,000 rows, against what it holds while it sends 50,000.
 * The rows are copies of those that the demo's own days were closed with.
 */

const ROUNDS = Number(process.env.ROUNDS ?? 7)
const MEMORY_ROUNDS = Number(process.env.MEMORY_ROUNDS ?? 5)
const UNITS = 20_000
const [DAY, FIRST, FEW, MANY] = ['2019-06-01', '2020-01-01', '2020-01-05', '2020-02-19']
const ROWS_A_DAY = 10_000

/** Lines of the day as the server sends them; COPY ends each by itself. */
const sameLines = (origin: string) =>
  `select rtrim(replace(csv, chr(1), '${origin}'), chr(13) || chr(10)) from report_row
   where warehouse = 'LAX1' and seller = 'LOTUS' and day = '${DAY}' order by day, n`

/** Are all days of the demo closed? */
async function isClosed(admin: pg.Client): Promise<boolean> {
  const text = "select exists (select from day_closing where ends > now() - interval '26 hours') as is"
  return (await admin.query<{ is: boolean }>(text)).rows[0]?.is ?? false
}

async function fill(admin: pg.Client): Promise<void> {
  while (!(await isClosed(admin))) await sleep(100)
  const copies = (days: string, rows: number) => `
    insert into report_row (warehouse, seller, day, n, json, csv, took)
    select 'LAX1', 'LOTUS', d.day, r.n, r.json, r.csv, r.took from (${days}) d cross join (
      select row_number() over () as n, k.json, k.csv, k.took from (select * from report_row where seller = 'LOTUS' and day > '2021') k
        cross join generate_series(1, ${rows}) limit ${rows}) r`
  const days = `select to_char(g, 'YYYY-MM-DD') as day from generate_series('${FIRST}'::date, '${MANY}'::date, '1 day') g`
  await admin.query(copies(`select '${DAY}' as day`, UNITS))
  await admin.query(copies(days, ROWS_A_DAY))
  await admin.query(`
    insert into report_day (warehouse, seller, day, counts, totals, rows, digest)
    select r.warehouse, r.seller, r.day, k.counts, k.totals, r.rows, 'copies' from
      (select warehouse, seller, day, count(*)::int as rows from report_row where day < '2021' group by 1, 2, 3) r
      cross join (select counts, totals from report_day where seller = 'LOTUS' limit 1) k`)
  await admin.query('vacuum analyze')
}

const addressOf = ({ origin }: ServerProcess, days: string) =>
  `${origin}/api/reports/dispositions?seller=LOTUS&${days}&format=csv`

interface Round {
  readonly report: Came
  readonly copy: Came
}

function checkSame({ report, copy }: Round): void {
  if (copy.lines !== UNITS || report.lines !== UNITS + 1 || report.bytes <= copy.bytes)
    throw new Error(`they are not the same lines: ${JSON.stringify({ report, copy })}`)
}

async function rate(server: ServerProcess, cookie: string, admin: pg.Client): Promise<Round[]> {
  const rounds: Round[] = []
  for (let n = -1; n < ROUNDS; n++) {
    const ask = {
      report: () => fetched(addressOf(server, `date=${DAY}`), cookie),
      copy: () => copied(admin, sameLines(server.origin)),
    }
    let [report, copy]: [Came | null, Came | null] = [null, null]
    for (const which of n % 2 === 0 ? (['report', 'copy'] as const) : (['copy', 'report'] as const)) {
      if (which === 'report') report = await ask.report()
      else copy = await ask.copy()
    }
    if (!report || !copy) throw new Error('a round has two sides')
    checkSame({ report, copy })
    // The first is for both to warm up.
    if (n >= 0) rounds.push({ report, copy })
  }
  return rounds
}

/** The most that the server held while it sent these days. */
async function heldDuring(server: ServerProcess, cookie: string, to: string, rows: number): Promise<number> {
  let most = 0
  let isOver = false
  const sending = fetched(addressOf(server, `from=${FIRST}&to=${to}`), cookie).finally(() => {
    isOver = true
  })
  while (!isOver) {
    most = Math.max(most, await residentBytes(server))
    await sleep(20)
  }
  const { lines } = await sending
  if (lines !== rows + 1) throw new Error(`${lines} lines came of ${rows + 1}`)
  return most
}

async function memory(server: ServerProcess, cookie: string) {
  const idle = await residentBytes(server)
  const rounds: { few: number; many: number }[] = []
  for (let n = 0; n < MEMORY_ROUNDS; n++)
    rounds.push({
      few: await heldDuring(server, cookie, FEW, 5 * ROWS_A_DAY),
      many: await heldDuring(server, cookie, MANY, 50 * ROWS_A_DAY),
    })
  return { idle, rounds }
}

const megabytes = (bytes: number) => Math.round(bytes / 1e5) / 10

function printAll(rounds: readonly Round[], held: Awaited<ReturnType<typeof memory>>): void {
  const ratios = rounds.map(({ report, copy }) => copy.whole / report.whole)
  const firsts = rounds.map(({ report }) => report.first / report.whole)
  const growths = held.rounds.map(({ few, many }) => many / few)
  print({
    bench: 'report',
    figure: 'first_byte_share',
    value: median(firsts),
    unit: 'ratio',
    higherIsBetter: false,
    detail: {
      rounds: firsts.map((n) => rounded(n, 3)),
      first_ms: rounded(median(rounds.map(({ report }) => report.first))),
    },
  })
  print({
    bench: 'report',
    figure: 'rate_vs_copy',
    value: median(ratios),
    unit: 'ratio',
    higherIsBetter: true,
    detail: {
      rounds: ratios.map((n) => rounded(n, 3)),
      units: UNITS,
      bytes: rounds[0]?.report.bytes,
      report_ms: rounded(median(rounds.map(({ report }) => report.whole))),
      copy_ms: rounded(median(rounds.map(({ copy }) => copy.whole))),
    },
  })
  print({
    bench: 'report',
    figure: 'memory_growth',
    value: median(growths),
    unit: 'ratio',
    higherIsBetter: false,
    detail: {
      rounds: growths.map((n) => rounded(n, 3)),
      idle_mb: megabytes(held.idle),
      few_mb: held.rounds.map(({ few }) => megabytes(few)),
      many_mb: held.rounds.map(({ many }) => megabytes(many)),
      // At its most, over a server that had sent nothing yet.
      growth_mb: megabytes(Math.max(...held.rounds.map(({ many }) => many)) - held.idle),
    },
  })
}

async function main(): Promise<void> {
  const dataDir = mkdtempSync(join(tmpdir(), 'restow-report-'))
  const postgres = await startEmbedded({ dataDir: reachable(dataDir) })
  const admin = new pg.Client({ connectionString: postgres.adminUrl })
  const env = {
    DATABASE_URL: postgres.appUrl,
    DATABASE_OWNER_URL: postgres.ownerUrl,
    RESTOW_DATA_DIR: dataDir,
    RESTOW_DEMO: '1',
  }
  let server: ServerProcess | null = null
  try {
    server = await startServer(env)
    await admin.connect()
    await fill(admin)
    // One that has not filled a demo first: what that took is not given back.
    await server.stop()
    server = await startServer(env)
    const api = new Api(server.origin)
    await api.call('POST', '/api/sessions', { email: 'lotus@demo.restow', password: 'restow-demo' })
    // Before it has sent anything long, so that what it held for that is seen.
    const held = await memory(server, api.cookie)
    printAll(await rate(server, api.cookie, admin), held)
  } finally {
    await server?.stop()
    await admin.end()
    await postgres.stop()
    rmSync(dataDir, { recursive: true, force: true })
  }
}

await main()
