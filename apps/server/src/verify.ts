import { verifyLedger } from './ledger/verify.ts'
import { openEither } from './open-either.ts'

/** `npm run verify`: every hash chain of the ledger, beside a running server or alone. */

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
