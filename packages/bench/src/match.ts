import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { readScan } from '@restow/barcodes'
import { findKnownByNumber, migrate, migrationsFolder, openDatabase, startEmbedded } from '@restow/server'
import { announceMany, type Label, labelsToScan, otherNumbers } from '@restow/testkit/announced-returns'
import { reachable } from '@restow/testkit/server-process'
import pg from 'pg'
import { median, print } from './lib/figures.ts'

/**
 * Finding what a label at the dock belongs to, among everything that is expected: the first question of `GET /api/scan`, which
 * finds parcels and announced returns by every number that the label may be read as, against one return read by its
 * primary key. Both are one named statement and one round trip through the same pool, in turn; what the scan may be read as
 * is worked out beforehand, and reading what was found is no part of it.
 */

const OTHERS = Number(process.env.OTHERS ?? 100_000)
const ROUNDS = Number(process.env.ROUNDS ?? 7)
const TIMES = Number(process.env.TIMES ?? 20)
const BY_KEY = 'select id, seller, rma_number, state from expected_return where id = $1'

interface Scanned extends Label {
  readonly keys: readonly string[]
  readonly id: string
}
type Pool = ReturnType<typeof openDatabase>['staff']

async function fill(admin: pg.Client): Promise<Scanned[]> {
  const { labels } = labelsToScan()
  await admin.query("insert into seller (code, name, policy) values ('BENCH', 'Bench', '{}')")
  await announceMany(admin, 'BENCH', otherNumbers(OTHERS, labels), 'OTHER')
  await announceMany(
    admin,
    'BENCH',
    labels.map((l) => l.tracking),
    'SCANNED',
  )
  await admin.query('vacuum analyze')
  const { rows } = await admin.query<{ id: string; number: string }>(
    `select t.expected_return as id, t.tracking_number as number from expected_tracking t join expected_return r on r.id = t.expected_return
     where r.rma_number like 'SCANNED-%'`,
  )
  const ids = new Map(rows.map((row) => [row.number, row.id]))
  return labels.map((label) => {
    const { trackingKeys, raw } = readScan(label.scanned)
    return { ...label, keys: [...new Set([...trackingKeys, raw.trim()])], id: ids.get(label.tracking) ?? '' }
  })
}

/** Every label finds its own return, and no other. @throws where one does not */
async function checkRight(pool: Pool, scans: readonly Scanned[]): Promise<void> {
  for (const { keys, id, scanned } of scans) {
    const found = await findKnownByNumber(pool, keys)
    if (found.length === 0 || found.some((hit) => hit.kind !== 'expected' || hit.id !== id))
      throw new Error(`${JSON.stringify(scanned)} found ${JSON.stringify(found)}`)
  }
}

async function timed(question: () => Promise<unknown>): Promise<number> {
  const began = performance.now()
  await question()
  return performance.now() - began
}

/** One of each for every label, in turn, and who goes first in turn too. @returns milliseconds in all */
async function round(pool: Pool, scans: readonly Scanned[]): Promise<{ match: number; key: number }> {
  const sum = { match: 0, key: 0 }
  for (let time = 0; time < TIMES; time++)
    for (const [n, { keys, id }] of scans.entries()) {
      const match = async () => {
        sum.match += await timed(() => findKnownByNumber(pool, keys))
      }
      const key = async () => {
        sum.key += await timed(() => pool.query({ name: 'by-key', text: BY_KEY, values: [id] }))
      }
      for (const ask of (n + time) % 2 === 0 ? [match, key] : [key, match]) await ask()
    }
  return sum
}

async function main(): Promise<void> {
  const dataDir = mkdtempSync(join(tmpdir(), 'restow-match-'))
  const postgres = await startEmbedded({ dataDir: reachable(dataDir) })
  const admin = new pg.Client({ connectionString: postgres.adminUrl })
  const db = openDatabase(postgres.appUrl, 1)
  try {
    await migrate(migrationsFolder, postgres.ownerUrl, decodeURIComponent(new URL(postgres.appUrl).username))
    await admin.connect()
    const scans = await fill(admin)
    await checkRight(db.staff, scans)
    await round(db.staff, scans)
    const rounds: { match: number; key: number }[] = []
    for (let n = 0; n < ROUNDS; n++) rounds.push(await round(db.staff, scans))
    report(scans.length, rounds)
  } finally {
    await admin.end()
    await db.close()
    await postgres.stop()
    rmSync(dataDir, { recursive: true, force: true })
  }
}

function report(scans: number, rounds: readonly { match: number; key: number }[]): void {
  const ratios = rounds.map(({ match, key }) => match / key)
  const micros = (ms: number) => Math.round((ms / (scans * TIMES)) * 1000)
  print({
    bench: 'match',
    figure: 'lookup_vs_primary_key',
    value: median(ratios),
    unit: 'ratio',
    higherIsBetter: false,
    detail: {
      rounds: ratios.map((r) => Math.round(r * 1000) / 1000),
      lookup_us: median(rounds.map((r) => micros(r.match))),
      primary_key_us: median(rounds.map((r) => micros(r.key))),
      others: OTHERS,
      scans,
      real_labels: labelsToScan().real,
      right: scans,
    },
  })
}

await main()
