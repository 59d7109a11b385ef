import { setTimeout as sleep } from 'node:timers/promises'
import { clearOrphan, type Postmaster, type ServerPlan, shutDown, tell } from './postmaster.ts'
import { serve } from './serve.ts'

const FIRST_PAUSE_MS = 250
const LONGEST_PAUSE_MS = 15_000

/** Starts the server again that ended without being told to, on its port, as often as it takes. */
async function serveAgain(plan: ServerPlan, port: number, wanted: () => boolean): Promise<Postmaster | null> {
  for (let pause = FIRST_PAUSE_MS; wanted(); pause = Math.min(LONGEST_PAUSE_MS, pause * 2)) {
    try {
      await clearOrphan(plan)
      return (await serve(plan, port, true)).postmaster
    } catch {
      // A disk that is full, memory that ran out: what killed it may pass. Readiness is red meanwhile.
      await sleep(pause)
    }
  }
  return null
}

/**
 * Watches over the server: one that is killed, by a person or by want of memory, is started again on the same port, and
 * recovers by its own log. A process that ends without asking still tells its server to stop.
 * @returns stops it, once, however often it is asked
 */
export function keepServing(
  plan: ServerPlan,
  first: Postmaster,
  port: number,
  release: () => void,
  log: ((line: string) => void) | undefined,
): () => Promise<void> {
  let postmaster = first
  let stopping = false
  let starting: Promise<Postmaster | null> = Promise.resolve(first)
  const atExit = () => tell(postmaster.pid, 'SIGINT')
  process.once('exit', atExit)

  async function watch(): Promise<void> {
    for (;;) {
      await postmaster.whenEnded
      if (stopping) return
      log?.('PostgreSQL ended without being told to; it is started again.')
      starting = serveAgain(plan, port, () => !stopping)
      const again = await starting
      if (!again) return
      postmaster = again
    }
  }

  async function stop(): Promise<void> {
    stopping = true
    process.off('exit', atExit)
    // One that is just being started again comes up first, or never will.
    const last = (await starting) ?? postmaster
    if (!last.ended()) await shutDown(plan, last.pid)
    release()
  }

  void watch()
  let stopped: Promise<void> | undefined
  return () => {
    stopped ??= stop()
    return stopped
  }
}
