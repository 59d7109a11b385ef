import { createServer } from 'node:net'
import { setTimeout as sleep } from 'node:timers/promises'
import { lastLines } from './cluster.ts'
import { launch, type Postmaster, type ServerPlan } from './postmaster.ts'

/** Small enough for any computer; what survives a power cut is never traded for speed. */
const SETTINGS = {
  listen_addresses: '127.0.0.1',
  unix_socket_directories: '',
  max_connections: '100',
  shared_buffers: '128MB',
  fsync: 'on',
  full_page_writes: 'on',
  password_encryption: 'scram-sha-256',
  timezone: 'UTC',
  log_timezone: 'UTC',
  log_line_prefix: '%m [%p] ',
  log_checkpoints: 'off',
}

const ATTEMPTS = 8

/**
 * Starts the server on the wanted port, or if that is taken and need not be that one, on any free one.
 * Answers the server and its port.
 */
export async function serve(
  plan: ServerPlan,
  wanted: number,
  onlyThatPort: boolean,
): Promise<{ postmaster: Postmaster; port: number }> {
  let port = await portFor(wanted, onlyThatPort)
  for (let attempt = 1; ; attempt += 1) {
    try {
      const settings = { ...SETTINGS, ...plan.settings, port: String(port) }
      return { postmaster: await launch({ ...plan, settings }), port }
    } catch (error) {
      const said = (error as Error).message
      const hindrance = passingHindrance(said)
      if (hindrance === undefined || attempt === ATTEMPTS) {
        throw new Error(
          `The embedded database did not start: ${lastLines(said)} (all of it in ${plan.logFile})`,
        )
      }
      if (hindrance === 'port') port = await portFor(port, onlyThatPort, port)
      else await sleep(attempt * 100)
    }
  }
}

/** What goes away by trying again: a port taken meanwhile, or the last breath of a server that was killed. */
function passingHindrance(said: string): 'port' | 'predecessor' | undefined {
  if (/could not bind|address already in use/i.test(said)) return 'port'
  if (/pre-existing shared memory block|lock file ".*" already exists/.test(said)) return 'predecessor'
  return undefined
}

async function portFor(wanted: number, onlyThatPort: boolean, refused = 0): Promise<number> {
  const free = wanted === refused ? undefined : await freePort(wanted)
  if (free !== undefined) return free
  if (onlyThatPort) throw new Error(`Port ${wanted} for the embedded database is taken.`)
  return (await freePort(0)) ?? 0
}

/** The port itself when nobody listens on it, any free one for 0, else undefined. */
function freePort(port: number): Promise<number | undefined> {
  return new Promise((resolve) => {
    const trial = createServer()
    trial.once('error', () => resolve(undefined))
    trial.listen({ port, host: '127.0.0.1', exclusive: true }, () => {
      const address = trial.address()
      const found = typeof address === 'object' && address !== null ? address.port : undefined
      trial.close(() => resolve(found))
    })
  })
}
