import { type ChildProcess, spawn } from 'node:child_process'
import { chmodSync, mkdtempSync, rmSync } from 'node:fs'
import { createRequire } from 'node:module'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import pg from 'pg'
import { destroyEmbedded } from './launcher.ts'

export const isRoot = process.getuid?.() === 0

/** Throwaway clusters do not wait for the disk. */
export const FAST = { fsync: 'off' }

const scratch: string[] = []
const started: ChildProcess[] = []

/** A new folder under the temporary folder that PostgreSQL's user can pass through, or with `mode` 0o700 cannot. */
export function scratchFolder(mode = 0o711): string {
  const folder = mkdtempSync(join(tmpdir(), 'restow-test-scratch- '))
  chmodSync(folder, mode)
  scratch.push(folder)
  return folder
}

/** Removes every folder, cluster and process that the tests of a file left. */
export async function cleanUp(): Promise<void> {
  for (const child of started.splice(0)) await killHard(child)
  for (const folder of scratch.splice(0)) {
    await destroyEmbedded(join(folder, 'data'))
    rmSync(folder, { recursive: true, force: true })
  }
}

/** What one statement answers, as rows. */
export async function ask<T>(url: string, sql: string): Promise<T[]> {
  const client = new pg.Client({ connectionString: url })
  await client.connect()
  try {
    return (await client.query(sql)).rows as T[]
  } finally {
    await client.end()
  }
}

/** Starts the embedded server in a process of its own, which lives until it is killed (SIGUSR2: until it ends
 * without stopping the server); answers that process and the URL. */
export async function startInOwnProcess(dataDir: string): Promise<{ child: ChildProcess; adminUrl: string }> {
  const launcher = JSON.stringify(new URL('./launcher.ts', import.meta.url).href)
  const script = `
    const { startEmbedded } = await import(${launcher})
    const { adminUrl } = await startEmbedded({ dataDir: ${JSON.stringify(dataDir)} })
    process.on('SIGUSR2', () => process.exit(1))
    console.log(adminUrl)
    setInterval(() => {}, 1000)`
  const tsx = createRequire(import.meta.url).resolve('tsx')
  const args = ['--import', tsx, '--input-type=module', '-e', script]
  const child = spawn(process.execPath, args, { stdio: ['ignore', 'pipe', 'ignore'] })
  started.push(child)
  const adminUrl = await new Promise<string>((resolve, reject) => {
    child.stdout?.once('data', (chunk: Buffer) => resolve(chunk.toString().trim()))
    child.once('exit', () => reject(new Error('the process ended before its database was up')))
  })
  return { child, adminUrl }
}

/** Kills as a power cut would, and waits until the process is gone. */
export function killHard(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return Promise.resolve()
  return new Promise((resolve) => {
    child.once('exit', () => resolve())
    child.kill('SIGKILL')
  })
}
