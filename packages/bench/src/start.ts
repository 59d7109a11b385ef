import { spawn } from 'node:child_process'
import { chmodSync, mkdtempSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { destroyEmbedded } from '@restow/server/embedded'
import { median, print } from './lib/figures.ts'

/**
 * How long `npm start` takes until the server is ready, from a built tree: with no data yet, and again on the same data.
 * Without demo data, whose filling in is work of its own.
 */

const ROUNDS = Number(process.env.ROUNDS ?? 5)
const START = fileURLToPath(new URL('../../../scripts/start.mjs', import.meta.url))

/** Starts, waits for a green readiness, stops. @returns the seconds until it was ready */
async function start(dataDir: string): Promise<number> {
  const began = performance.now()
  const env = { ...process.env, HOST: '127.0.0.1', PORT: '0', RESTOW_DATA_DIR: dataDir, RESTOW_DEMO: '0' }
  const child = spawn(process.execPath, [START], { env, stdio: ['ignore', 'pipe', 'inherit'] })
  const ended = new Promise<number | null>((resolve) => child.once('exit', resolve))
  const atExit = () => child.kill('SIGKILL')
  process.once('exit', atExit)
  let said = ''
  const origin = await new Promise<string>((resolve, reject) => {
    child.stdout.setEncoding('utf8').on('data', (text: string) => {
      said += text
      const port = /Restow is ready: https?:\/\/localhost:(\d+)/.exec(said)?.[1]
      if (port) resolve(`http://127.0.0.1:${port}`)
    })
    ended.then((code) => reject(new Error(`It ended with ${code} before it was ready: ${said}`)))
  })
  const ready = await fetch(`${origin}/readyz`, { headers: { connection: 'close' } })
  const seconds = (performance.now() - began) / 1000
  child.kill('SIGTERM')
  const code = await ended
  process.off('exit', atExit)
  if (!ready.ok) throw new Error(`It says that it is ready and answers ${ready.status}.`)
  if (code !== 0) throw new Error(`It was told to stop and ended with ${code}.`)
  if (/^(Installing|Building)/m.test(said)) throw new Error('The tree changed meanwhile and was built anew.')
  return seconds
}

async function main(): Promise<void> {
  const rounds: { first: number; warm: number }[] = []
  for (let round = 0; round < ROUNDS; round += 1) {
    const dataDir = mkdtempSync(join(tmpdir(), 'restow-test-start-'))
    // As root PostgreSQL runs as another user, who has to get to its cluster.
    chmodSync(dataDir, 0o711)
    try {
      rounds.push({ first: await start(dataDir), warm: await start(dataDir) })
    } finally {
      await destroyEmbedded(dataDir)
    }
  }
  for (const name of ['first', 'warm'] as const) {
    const seconds = rounds.map((round) => round[name])
    print({
      bench: 'start',
      figure: `${name}_s`,
      value: median(seconds),
      unit: 's',
      higherIsBetter: false,
      detail: { rounds: seconds.map((s) => Math.round(s * 1000) / 1000) },
    })
  }
}

await main()
