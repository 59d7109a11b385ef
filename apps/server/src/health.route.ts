import { constants } from 'node:fs'
import { access, statfs } from 'node:fs/promises'
import type { FastifyInstance } from 'fastify'
import { type Database, ping } from './db/pool.ts'
import { roomProblem } from './operations/health.queries.ts'

/** A probe that waits for longer is taken for a failure by whoever asks. */
const PATIENCE_MS = 2000
/** With less room for photos than this, one more of them might be half written. */
const ROOM_BYTES = 64 * 1024 * 1024

type Checked = Promise<string | null>

/** The answer of a check, or what is wrong where it does not come. */
async function within(check: Checked, otherwise: string): Checked {
  let timer: NodeJS.Timeout | undefined
  const late = new Promise<string>((resolve) => {
    timer = setTimeout(() => resolve(otherwise), PATIENCE_MS)
  })
  return Promise.race([check, late]).finally(() => clearTimeout(timer))
}

/** Can photos and imported files be kept? @returns null, or what is wrong */
async function diskProblem(folder: string): Checked {
  try {
    await access(folder, constants.W_OK)
    const { bavail, bsize } = await statfs(folder)
    return bavail * bsize < ROOM_BYTES ? 'disk full' : null
  } catch (error) {
    // Before the first photo there is no folder yet.
    return (error as NodeJS.ErrnoException).code === 'ENOENT' ? null : 'data folder not writable'
  }
}

/** Did PostgreSQL say so (53100), one error further in or not? */
const isDiskFull = (error: { code?: string; cause?: unknown }): boolean =>
  error.code === '53100' || (error.cause instanceof Error && isDiskFull(error.cause))

/** Is the process alive; can it do its work? Register it before the routes whose failures it is to notice. */
export function healthRoutes(app: FastifyInstance, { db, dataDir }: { db: Database; dataDir: string }): void {
  let closing = false
  app.addHook('preClose', async () => {
    closing = true
  })
  let wasFull = false
  app.addHook('onError', async (_request, _reply, error) => {
    wasFull ||= isDiskFull(error)
  })
  const databaseProblem = async (): Checked => {
    const problem = (await ping(db.staff)) ?? (wasFull ? await roomProblem(db.staff) : null)
    if (!problem) wasFull = false
    return problem
  }
  app.get('/healthz', () => ({ status: 'ok' }))
  app.get('/readyz', async (_request, reply) => {
    const [database, disk] = await Promise.all([
      within(databaseProblem(), 'database too slow'),
      within(diskProblem(dataDir), 'disk too slow'),
    ])
    const problem = closing ? 'shutting down' : (database ?? disk)
    reply.header('cache-control', 'no-store').code(problem ? 503 : 200)
    return {
      status: problem ? 'not ready' : 'ready',
      ...(problem ? { problem } : {}),
      checks: { database: database ?? 'ok', disk: disk ?? 'ok', shutdown: closing ? 'shutting down' : 'ok' },
    }
  })
}
