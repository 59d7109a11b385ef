import { runningAppUrl } from './db/embedded/running.ts'
import { type Database, openDatabase } from './db/pool.ts'
import { readEnvironment } from './environment.ts'
import { migrationsFolder } from './places.ts'
import { startDatabase } from './start-database.ts'

/** The database for a command line: beside a running server, or alone. */
export async function openEither(): Promise<{ db: Database; stop(): Promise<void> }> {
  const env = readEnvironment(process.env)
  const running = env.databaseUrl ? null : runningAppUrl(env.dataDir)
  if (running) {
    const db = openDatabase(running, 2)
    if (
      await db.staff.query('select 1').then(
        () => true,
        () => false,
      )
    )
      return { db, stop: () => db.close() }
    await db.close()
  }
  return startDatabase(env, migrationsFolder)
}
