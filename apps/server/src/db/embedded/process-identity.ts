import { execFileSync } from 'node:child_process'
import { readFileSync, readlinkSync, realpathSync } from 'node:fs'

/**
 * Tells one process from a later one that was given the same number.
 * Returns undefined when no such process runs (a zombie counts as gone), otherwise a text that stays the same for its life.
 */
export function processIdentity(pid: number): string | undefined {
  if (process.platform === 'linux') return linuxIdentity(pid)
  if (process.platform === 'win32') return isAlive(pid) ? 'alive' : undefined
  return ps(pid, 'lstart=')
}

/** Whether a process of this number runs, cheap enough to ask in a loop. */
export function isRunning(pid: number): boolean {
  return process.platform === 'linux' ? linuxIdentity(pid) !== undefined : isAlive(pid)
}

/** Whether this process number is a PostgreSQL that serves exactly this cluster folder. */
export function servesCluster(pid: number, cluster: string): boolean {
  if (process.platform === 'linux') {
    // A postmaster's working directory is its cluster; it survives every change of the command line.
    return readOr(() => readlinkSync(`/proc/${pid}/cwd`)) === readOr(() => realpathSync(cluster))
  }
  if (process.platform === 'win32') return tasklist(pid).includes('postgres')
  const command = ps(pid, 'command=') ?? ''
  return command.includes('postgres') && command.includes(cluster)
}

function linuxIdentity(pid: number): string | undefined {
  const stat = readOr(() => readFileSync(`/proc/${pid}/stat`, 'utf8'))
  if (stat === undefined) return undefined
  // The process name may hold spaces and brackets, so that fields are counted from its last bracket: state is 3rd, start 22nd.
  const fields = stat.slice(stat.lastIndexOf(')') + 2).split(' ')
  if (fields[0] === 'Z' || fields[0] === 'X') return undefined
  const boot = readOr(() => readFileSync('/proc/sys/kernel/random/boot_id', 'utf8').trim()) ?? ''
  return `${boot}:${fields[19]}`
}

function ps(pid: number, column: string): string | undefined {
  const text = readOr(() =>
    execFileSync('ps', ['-o', column, '-p', String(pid)], { encoding: 'utf8' }).trim(),
  )
  return text === '' ? undefined : text
}

function tasklist(pid: number): string {
  return readOr(() => execFileSync('tasklist', ['/FI', `PID eq ${pid}`, '/NH'], { encoding: 'utf8' })) ?? ''
}

function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0)
    return true
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'EPERM'
  }
}

function readOr<T>(read: () => T): T | undefined {
  try {
    return read()
  } catch {
    return undefined
  }
}
