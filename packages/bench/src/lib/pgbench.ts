import { spawn, spawnSync } from 'node:child_process'
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

/** Where pgbench is. @throws Error that says how to get it */
export function findPgbench(): string {
  const versions = existsSync('/usr/lib/postgresql') ? readdirSync('/usr/lib/postgresql') : []
  const places = ['pgbench', ...versions.map((v) => `/usr/lib/postgresql/${v}/bin/pgbench`)]
  const found = places.find((place) => spawnSync(place, ['--version']).status === 0)
  if (found) return found
  throw new Error(
    'pgbench is not found. It comes with PostgreSQL: on Debian and Ubuntu "apt-get install postgresql-contrib" (or postgresql-15), on macOS "brew install postgresql".',
  )
}

export interface Load {
  readonly perSecond: number
  /** Milliseconds of each transaction. */
  readonly latencies: readonly number[]
}

function run(program: string, args: string[], cwd: string, password: string): Promise<string> {
  return new Promise((resolve, reject) => {
    const child = spawn(program, args, { cwd, env: { ...process.env, PGPASSWORD: password } })
    let out = ''
    child.stdout.on('data', (chunk) => {
      out += chunk
    })
    child.stderr.on('data', (chunk) => {
      out += chunk
    })
    child.once('error', reject)
    child.once('exit', (code) => (code === 0 ? resolve(out) : reject(new Error(`pgbench: ${out}`))))
  })
}

/** Runs a script at so many connections for so many seconds. */
export async function pgbench(
  program: string,
  url: string,
  script: string,
  connections: number,
  seconds: number,
): Promise<Load> {
  const folder = mkdtempSync(join(tmpdir(), 'restow-pgbench-'))
  try {
    const { hostname, port, username, password, pathname } = new URL(url)
    writeFileSync(join(folder, 'script.sql'), script)
    const at = ['-h', hostname, '-p', port, '-U', username, pathname.slice(1)]
    const how = ['-n', '-M', 'prepared', '-c', String(connections), '-j', '1', '-T', String(seconds)]
    await run(program, [...how, '-l', '-f', 'script.sql', ...at], folder, decodeURIComponent(password))
    const logs = readdirSync(folder).filter((name) => name.startsWith('pgbench_log'))
    const lines = logs.flatMap((name) => readFileSync(join(folder, name), 'utf8').split('\n').filter(Boolean))
    // A line is: client, transaction, microseconds, script, epoch, microseconds.
    const latencies = lines.map((line) => Number(line.split(' ')[2]) / 1000)
    return { perSecond: latencies.length / seconds, latencies }
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}
