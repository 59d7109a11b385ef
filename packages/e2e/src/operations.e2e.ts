import { createServer } from 'node:net'
import { startEmbedded } from '@restow/server/embedded'
import { Handheld } from '@restow/testkit/commands'
import { reachable } from '@restow/testkit/server-process'
import { afterEach, describe, expect, it } from 'vitest'
import { send, signIn } from './operations.load.ts'
import { QUIET, Served } from './operations.process.ts'
import { dataFolder, journal, restartUnderLoad, startAtOnce } from './operations.scenes.ts'

/** The built server as a process: stopped in the middle, started twice, started often, and left without its database. */

/** What a test still has to put away, the last first. */
const cleanings: (() => Promise<unknown>)[] = []
afterEach(async () => {
  for (const clean of cleanings.splice(0).reverse()) await clean()
})

function folder(): string {
  const { path, remove } = dataFolder()
  cleanings.push(remove)
  return path
}

function serve(env: Record<string, string>): Served {
  const server = new Served({ ...QUIET, ...env })
  cleanings.push(() => server.signal('SIGTERM'))
  return server
}

describe('a server that is told to stop', () => {
  it('has kept every command that it acknowledged, five restarts under load long', async () => {
    const { acknowledged, refusals, unanswered } = await restartUnderLoad(5)
    expect(acknowledged.size).toBeGreaterThan(5 * 40)
    expect(unanswered).toBe(0)
    // A broken connection, or “not now”: a 500 would be a bug that a restart brings to light.
    expect([...refusals].filter((status) => status !== 0 && status !== 503)).toEqual([])
  })
})

describe('several servers', () => {
  it('apply each migration once when they start at one moment on an empty database', async () => {
    expect(await startAtOnce(3)).toEqual(journal())
  })

  it('do not share a data folder: the second says so in one sentence and ends', async () => {
    const env = { RESTOW_DATA_DIR: folder(), RESTOW_DEMO: '0' }
    const first = serve(env)
    const origin = await first.ready()
    const second = serve(env)
    expect((await second.ended).code).toBe(1)
    expect(second.said.err.trim()).toMatch(/^Restow is already running on the data folder [^\n]+\.$/)
    expect(second.said.out).toBe('')
    expect((await fetch(`${origin}/readyz`)).status).toBe(200)
  })

  it('do not share a port: the second says so in one sentence and leaves no database behind', async () => {
    const taken = createServer().listen(0, '127.0.0.1')
    await new Promise((resolve) => taken.once('listening', resolve))
    cleanings.push(() => new Promise((resolve) => taken.close(resolve)))
    const { port } = taken.address() as { port: number }
    const path = folder()
    const server = serve({ RESTOW_DATA_DIR: path, RESTOW_DEMO: '0', PORT: String(port) })
    expect((await server.ended).code).toBe(1)
    expect(server.said.err.trim()).toBe(`Port ${port} is in use by another program. Set PORT to another one.`)
    await serve({ RESTOW_DATA_DIR: path, RESTOW_DEMO: '0' }).ready()
  })
})

describe('a server whose database is gone for a moment', () => {
  const THROWAWAY = { fsync: 'off', synchronous_commit: 'off', full_page_writes: 'off' }
  const readiness = async (origin: string) => (await fetch(`${origin}/readyz`)).status

  it('says so, takes no command, and recovers by itself', async () => {
    const dataDir = folder()
    let database = await startEmbedded({ dataDir: reachable(dataDir), settings: THROWAWAY })
    cleanings.push(() => database.stop())
    const { appUrl, ownerUrl, port } = database
    const env = { DATABASE_URL: appUrl, DATABASE_OWNER_URL: ownerUrl, RESTOW_DATA_DIR: folder() }
    const origin = await serve({ ...env, RESTOW_DEMO: '1' }).ready()
    const client = await signIn(origin)
    const hand = new Handheld('hand-1')
    const [before, meanwhile] = ['1Z0000000000000001', '1Z0000000000000002'].map((tracking) => [
      hand.command('ReceiveParcel', { tracking, condition: 'intact' }),
    ])
    const sent = (commands = before) => send(client, commands ?? [])
    expect(await sent()).toMatchObject({ status: 200, text: expect.stringContaining('"accepted"') })

    await database.stop()
    expect(await readiness(origin)).toBe(503)
    expect((await fetch(`${origin}/healthz`)).status).toBe(200)
    const refused = await sent(meanwhile)
    expect(refused.status).toBe(503)
    expect(JSON.parse(refused.text)).toMatchObject({ status: 503, code: 'database_unavailable' })

    database = await startEmbedded({ dataDir: reachable(dataDir), port, settings: THROWAWAY })
    await expect.poll(() => readiness(origin), { timeout: 30_000 }).toBe(200)
    expect(await sent(meanwhile)).toMatchObject({ status: 200, text: expect.stringContaining('"accepted"') })
    // The answer from before is still the answer.
    expect(await sent()).toMatchObject({ status: 200, text: expect.stringContaining('"accepted"') })
  })
})
