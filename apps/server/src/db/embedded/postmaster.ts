import { type ChildProcess, spawn } from 'node:child_process'
import { closeSync, openSync, readFileSync, rmSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { program } from './binaries.ts'
import { isRunning, servesCluster } from './process-identity.ts'
import { type RunUser, run, spawnOptions } from './run-as.ts'

export interface ServerPlan {
  native: string
  cluster: string
  user: RunUser | undefined
  logFile: string
  settings: Record<string, string>
}

/** A running server: its process number, and how it ended if it did. */
export interface Postmaster {
  pid: number
  ended(): boolean
  /** Resolves when it has ended, told to or not; on Windows, where it is no child of ours, never. */
  readonly whenEnded: Promise<void>
}

/** Recovery after a power cut replays the log first; it is waited for as long as the process lives, up to this. */
const START_LIMIT_MS = 600_000
const STOP_LIMIT_MS = 60_000

/**
 * Starts the server and answers when it takes connections. Throws with what PostgreSQL wrote when it ends before that.
 */
export async function launch(plan: ServerPlan): Promise<Postmaster> {
  const logged = sizeOf(plan.logFile)
  const child = spawnServer(plan)
  let ended = false
  const whenEnded = new Promise<void>((resolve) => {
    if (process.platform !== 'win32') child.once('exit', () => resolve())
  })
  child.once('error', () => {
    ended = true
  })
  // On Windows the child is pg_ctl, which ends at once; there the server is known by its own file only.
  child.once('exit', (code) => {
    ended = process.platform !== 'win32' || code !== 0
  })
  const until = Date.now() + START_LIMIT_MS
  while (!ended && Date.now() < until) {
    const file = readPidFile(plan.cluster)
    const ours = process.platform === 'win32' || file?.pid === child.pid
    if (file?.ready === true && ours) return { pid: file.pid, ended: () => ended, whenEnded }
    await sleep(10)
  }
  throw new Error(readFileSync(plan.logFile, 'utf8').slice(logged))
}

/**
 * In a session of its own: the terminal's Ctrl-C must reach us alone, since requests in flight still need the database.
 * Windows has no such thing; there PostgreSQL's own launcher also gives up an administrator's rights.
 */
function spawnServer(plan: ServerPlan): ChildProcess {
  const settings = Object.entries(plan.settings).map(([name, value]) => `${name}=${value}`)
  const options = { ...spawnOptions(plan.user), detached: true }
  if (process.platform === 'win32') {
    const quoted = settings.map((setting) => `-c "${setting}"`).join(' ')
    const args = ['start', '-W', '-D', plan.cluster, '-l', plan.logFile, '-o', quoted]
    return spawn(program(plan.native, 'pg_ctl'), args, { ...options, stdio: 'ignore' })
  }
  const log = openSync(plan.logFile, 'a', 0o600)
  const args = ['-D', plan.cluster, ...settings.flatMap((setting) => ['-c', setting])]
  const child = spawn(program(plan.native, 'postgres'), args, { ...options, stdio: ['ignore', log, log] })
  closeSync(log)
  child.unref()
  return child
}

/** Fast shutdown: sessions are ended, everything is written, and the answer comes when the server is gone. */
export async function shutDown(
  plan: Pick<ServerPlan, 'native' | 'cluster' | 'user'>,
  pid: number,
): Promise<void> {
  // Asked politely first; a server that hangs on a dead disk is then told to leave recovery to the next start.
  for (const [signal, mode] of [
    ['SIGINT', 'fast'],
    ['SIGQUIT', 'immediate'],
  ] as const) {
    if (process.platform === 'win32') {
      await run(program(plan.native, 'pg_ctl'), ['stop', '-W', '-m', mode, '-D', plan.cluster], {
        user: plan.user,
      })
    } else tell(pid, signal)
    if (await isGone(plan.cluster, pid)) return
  }
  throw new Error(`PostgreSQL (process ${pid}) does not stop.`)
}

/** At the very end of our process, when nothing can be waited for any more. */
export function tell(pid: number, signal: NodeJS.Signals): void {
  try {
    process.kill(pid, signal)
  } catch {
    // Already gone.
  }
}

async function isGone(cluster: string, pid: number): Promise<boolean> {
  for (const until = Date.now() + STOP_LIMIT_MS; Date.now() < until; await sleep(10)) {
    if (readPidFile(cluster)?.pid !== pid || !isRunning(pid)) return true
  }
  return false
}

/**
 * Clears what a killed Restow left: its PostgreSQL, when that still runs, is shut down, and a process file that names
 * nobody, or a stranger who was given the number since, is removed. Answers whether a server had to be shut down.
 */
export async function clearOrphan(plan: Pick<ServerPlan, 'native' | 'cluster' | 'user'>): Promise<boolean> {
  const left = readPidFile(plan.cluster)
  if (left === undefined) return false
  const runs = servesCluster(left.pid, plan.cluster)
  if (runs) await shutDown(plan, left.pid)
  rmSync(join(plan.cluster, 'postmaster.pid'), { force: true })
  return runs
}

/** PostgreSQL's own account of itself: the first line is the process, the eighth says when it takes connections. */
function readPidFile(cluster: string): { pid: number; ready: boolean } | undefined {
  try {
    const lines = readFileSync(join(cluster, 'postmaster.pid'), 'utf8').split('\n')
    return { pid: Number(lines[0]), ready: lines[7]?.trim() === 'ready' }
  } catch {
    return undefined
  }
}

function sizeOf(file: string): number {
  return statSync(file, { throwIfNoEntry: false })?.size ?? 0
}
