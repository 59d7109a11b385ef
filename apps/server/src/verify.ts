import { runningAppUrl } from './db/embedded/running.ts'
import { openDatabase } from './db/pool.ts'
import { readEnvironment } from './environment.ts'
import { verifyLedger } from './ledger/verify.ts'
import { migrationsFolder } from './places.ts'
import { startDatabase } from './start-database.ts'

/** `npm run verify`: every hash chain of the ledger, beside a running server or alone. */

async function openEither() {
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

async function main(): Promise<number> {
  const { db, stop } = await openEither()
  try {
    const { streams, events, broken } = await verifyLedger(db.staff)
    for (const { streamId, version, problem } of broken.slice(0, 100))
      console.log(`broken: stream ${streamId}, event ${version} ${problem}`)
    const verdict = broken.length === 0 ? 'all whole' : `${broken.length} broken`
    console.log(`${streams} chains, ${events} events: ${verdict}`)
    return broken.length === 0 ? 0 : 1
  } finally {
    await stop()
  }
}

main().then(
  (code) => {
    process.exitCode = code
  },
  (error: Error) => {
    console.error(error.message)
    process.exitCode = 2
  },
)
