import { chmodSync, mkdtempSync, readFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { migrationsFolder, openDatabase, runningAppUrl, verifyLedger } from '@restow/server'
import { destroyEmbedded } from '@restow/server/embedded'
import { createDatabase } from '@restow/testkit/database'
import { expect } from 'vitest'
import { Shift, signIn } from './operations.load.ts'
import { QUIET, Served } from './operations.process.ts'

/** What the short and the long run of the operations' tests have in common. */

const HANDS = 8

/** A data folder of its own, in which also a PostgreSQL of another user finds its way. */
export function dataFolder(): { path: string; remove(): Promise<void> } {
  const path = mkdtempSync(join(tmpdir(), 'restow-test-operations '))
  chmodSync(path, 0o711)
  return { path, remove: () => destroyEmbedded(path) }
}

/** What the ledger says of the commands that were acknowledged: once each, with the outcome that was answered. */
async function compare(dataDir: string, { acknowledged }: Shift): Promise<void> {
  const db = openDatabase(runningAppUrl(dataDir) ?? '', 1)
  try {
    const outcomes = await db.staff.query<{ id: string; outcome: string; events: number }>(
      `select o.command_id as id, o.outcome->>'outcome' as outcome, count(e.stream_id)::int as events
         from command_outcome o left join ledger_event e on e.meta->>'commandId' = o.command_id::text
        where o.command_id = any($1::uuid[]) group by 1, 2`,
      [[...acknowledged.keys()]],
    )
    const found = new Map(outcomes.rows.map(({ id, ...rest }) => [id, rest]))
    const wrong = [...acknowledged].filter(([id, outcome]) => {
      const there = found.get(id)
      return there?.outcome !== outcome || there.events !== (outcome === 'accepted' ? 1 : 0)
    })
    expect(wrong).toEqual([])
    expect((await verifyLedger(db.staff)).broken).toEqual([])
  } finally {
    await db.close()
  }
}

/** Lets handhelds work while their server is told to stop, and starts it again, over and over. */
export async function restartUnderLoad(times: number): Promise<Shift> {
  const folder = dataFolder()
  const env = { ...QUIET, RESTOW_DATA_DIR: folder.path, RESTOW_DEMO: '1' }
  const shift = new Shift()
  let server = new Served(env)
  try {
    for (let restart = 0; restart < times; restart += 1) {
      const client = await signIn(await server.ready())
      const before = shift.acknowledged.size
      const work = shift.work(client, HANDS)
      // At another moment of the work each time, though never before there is any.
      while (shift.acknowledged.size < before + 40 * HANDS + 7 * restart) await sleep(1)
      expect(await server.signal('SIGTERM')).toEqual({ code: 0, signal: null })
      await work
      server = new Served(env)
    }
    await shift.sendAgain(await signIn(await server.ready()))
    await compare(folder.path, shift)
  } finally {
    await server.signal('SIGTERM')
    await folder.remove()
  }
  return shift
}

/** Starts that many servers at one moment on an empty database. @returns the migrations as the database lists them */
export async function startAtOnce(servers: number): Promise<string[]> {
  const { ownerUrl, appUrl, adminUrl, drop } = await createDatabase()
  const folder = dataFolder()
  const env = { ...QUIET, DATABASE_URL: appUrl, DATABASE_OWNER_URL: ownerUrl, RESTOW_DATA_DIR: folder.path }
  const started = Array.from({ length: servers }, () => new Served(env))
  try {
    const origins = await Promise.all(started.map((server) => server.ready()))
    expect(new Set(origins).size).toBe(servers)
    for (const origin of origins) expect((await fetch(`${origin}/readyz`)).status).toBe(200)
    const db = openDatabase(adminUrl, 1)
    const { rows } = await db.staff.query<{ tag: string }>('select tag from restow_migration order by number')
    await db.close()
    return rows.map(({ tag }) => tag)
  } finally {
    await Promise.all(started.map((server) => server.signal('SIGTERM')))
    await folder.remove()
    await drop()
  }
}

/** The migrations that this version brings, in order. */
export function journal(): string[] {
  const text = readFileSync(join(migrationsFolder, 'meta', '_journal.json'), 'utf8')
  return (JSON.parse(text) as { entries: { tag: string }[] }).entries.map(({ tag }) => tag)
}
