import { type ChildProcess, spawn } from 'node:child_process'
import { chmodSync, mkdirSync } from 'node:fs'
import { readFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { dirname, sep } from 'node:path'
import { createInterface } from 'node:readline'
import { fileURLToPath } from 'node:url'
import { beginWithDemo } from './demo-folder.ts'

const MAIN = fileURLToPath(new URL('../../../apps/server/dist/main.js', import.meta.url))

export interface ServerProcess {
  readonly origin: string
  readonly port: number
  /** Of the process. */
  readonly pid: number
  /** The lines it has said so far. */
  readonly said: readonly string[]
  stop(): Promise<void>
}

function ended(child: ChildProcess): Promise<void> {
  return child.exitCode !== null || child.signalCode !== null
    ? Promise.resolve()
    : new Promise((resolve) => child.once('exit', () => resolve()))
}

/**
 * As root the database runs as another user. It has to get into the folder, else its cluster lies elsewhere and stays when the folder is
 * removed.
 */
export function reachable(dataDir: string): string {
  mkdirSync(dataDir, { recursive: true })
  for (let folder = dataDir; folder.startsWith(tmpdir() + sep); folder = dirname(folder))
    chmodSync(folder, 0o711)
  return dataDir
}

/** Starts the built server in a process of its own, on a free port, and waits until it says that it is ready. */
export async function startServer(
  env: Record<string, string>,
  words: readonly string[] = [],
): Promise<ServerProcess> {
  if (env.RESTOW_DATA_DIR) {
    const dataDir = reachable(env.RESTOW_DATA_DIR)
    if (env.RESTOW_DEMO === '1' && !env.DATABASE_URL) beginWithDemo(dataDir)
  }
  const child = spawn(process.execPath, [MAIN, ...words], {
    // Nothing of a developer's own database or data may come in from outside.
    env: {
      ...process.env,
      DATABASE_URL: '',
      DATABASE_OWNER_URL: '',
      HOST: '127.0.0.1',
      PORT: '0',
      RESTOW_LOG_LEVEL: 'silent',
      ...env,
    },
    stdio: ['ignore', 'pipe', 'inherit'],
  })
  const stop = async () => {
    child.kill('SIGTERM')
    await ended(child)
  }
  process.once('exit', () => child.kill('SIGKILL'))
  const said: string[] = []
  const ready = new Promise<RegExpExecArray>((resolve) => {
    createInterface({ input: child.stdout }).on('line', (line) => {
      said.push(line)
      const found = /Restow is ready: (https?):\/\/localhost:(\d+)/.exec(line)
      if (found) resolve(found)
    })
  })
  const found = await Promise.race([ready, ended(child)])
  if (!found) throw new Error('The server ended before it was ready.')
  const [, scheme = 'http', port = ''] = found
  return { origin: `${scheme}://127.0.0.1:${port}`, port: Number(port), pid: child.pid ?? 0, said, stop }
}

/** What the process holds in memory: by the system where it tells, so that asking takes nothing of the server; else by itself. */
export async function residentBytes({ origin, pid }: ServerProcess): Promise<number> {
  const status = await readFile(`/proc/${pid}/status`, 'utf8').catch(() => null)
  if (status !== null) return Number(/^VmRSS:\s+(\d+) kB/m.exec(status)?.[1]) * 1024
  const text = await (await fetch(`${origin}/metrics`)).text()
  return Number(/^process_resident_memory_bytes (\S+)/m.exec(text)?.[1])
}
