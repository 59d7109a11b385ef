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

const roleOf = (url: string): string => decodeURIComponent(new URL(url).username)

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
    if (ownerUrl) await migrate(migrations, ownerUrl, roleOf(url))
    const refusal = await refuseToStart(migrations, url)
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
    throw error
  }
}
