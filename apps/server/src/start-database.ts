import { startEmbedded } from './db/embedded/launcher.ts'
import { migrate, refuseToStart } from './db/migrate.ts'
import { type Database, openDatabase } from './db/pool.ts'
import type { Environment } from './environment.ts'

/** The database that the server works on, migrated and checked. */
export interface RunningDatabase {
  readonly db: Database
  readonly embedded: boolean
  /** What a person should know, such as where the data is kept. */
  readonly notes: readonly string[]
  stop(): Promise<void>
}

/** One sentence for a database that cannot be reached or does not let us in; other errors speak for themselves. */
function asSentence(error: unknown, env: Environment): Error {
  const { code, message } = error as { code?: string; message: string }
  const { host } = env.databaseUrl ? new URL(env.databaseUrl) : { host: 'its own port' }
  if (code === 'ECONNREFUSED' || code === 'ENOTFOUND' || code === 'ETIMEDOUT' || code === 'EHOSTUNREACH')
    return new Error(`The database at ${host} does not answer. Is it running, and is its address right?`)
  if (code?.startsWith('28') || code === '3D000')
    return new Error(`The database at ${host} does not let us in: ${message}.`)
  return error instanceof Error ? error : new Error(String(error))
}

const roleOf = (url: string): string => decodeURIComponent(new URL(url).username)

const UNREACHABLE = new Set([
  'ECONNREFUSED',
  'ECONNRESET',
  'ENOTFOUND',
  'EAI_AGAIN',
  'ETIMEDOUT',
  'EHOSTUNREACH',
  'ENETUNREACH',
])

/** What Node itself says of an address where nobody listens is no sentence, and at times empty. */
const reach = <T>(variable: string, url: string, work: Promise<T>): Promise<T> =>
  work.catch((error: NodeJS.ErrnoException) => {
    if (!UNREACHABLE.has(error.code ?? '')) throw error
    throw new Error(`The database at ${new URL(url).host} does not answer. Start it, or correct ${variable}.`)
  })

/**
 * Starts the embedded PostgreSQL, or goes to the one that the environment names; migrates and checks it.
 * @param migrations the folder with the numbered SQL files
 * @throws Error with one sentence for the person who starts the server
 */
export async function startDatabase(env: Environment, migrations: string): Promise<RunningDatabase> {
  const embedded = env.databaseUrl ? null : await startEmbedded({ dataDir: env.dataDir })
  try {
    const url = env.databaseUrl ?? embedded?.appUrl ?? ''
    const ownerUrl = env.databaseUrl ? env.databaseOwnerUrl : (embedded?.ownerUrl ?? null)
    if (ownerUrl) await reach('DATABASE_OWNER_URL', ownerUrl, migrate(migrations, ownerUrl, roleOf(url)))
    const refusal = await reach('DATABASE_URL', url, refuseToStart(migrations, url))
    if (refusal) throw new Error(refusal)
    const db = openDatabase(url)
    return {
      db,
      embedded: embedded !== null,
      notes: embedded?.notes ?? [],
      async stop() {
        await db.close()
        await embedded?.stop()
      },
    }
  } catch (error) {
    await embedded?.stop()
    throw asSentence(error, env)
  }
}
