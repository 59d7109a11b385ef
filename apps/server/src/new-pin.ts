import { recoverPin } from './catalog/recover.ts'
import { openEither } from './open-either.ts'
import { hashSecret } from './sessions/secrets.ts'

/** `npm run new-pin -- [badge]`: an admin's PIN anew, where no other admin is there to make one. */

async function main(): Promise<number> {
  const { db, stop } = await openEither()
  try {
    const { ok, lines } = await recoverPin(db, process.argv[2], hashSecret)
    for (const line of lines) console.log(line)
    return ok ? 0 : 1
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
