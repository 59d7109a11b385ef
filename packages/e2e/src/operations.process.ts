import { type ChildProcess, spawn } from 'node:child_process'
import { fileURLToPath } from 'node:url'

/** The checkout. */
export const ROOT = fileURLToPath(new URL('../../../', import.meta.url))
const MAIN = 'apps/server/dist/main.js'

export interface Ended {
  readonly code: number | null
  readonly signal: NodeJS.Signals | null
}

/** The built server in a process of its own, with what it says and how it ends: for tests of just that. */
export class Served {
  /** What it wrote so far. */
  said = { out: '', err: '' }
  readonly ended: Promise<Ended>
  readonly #child: ChildProcess
  #origin: string | null = null

  /** @param env all of its environment: nothing is handed down */
  constructor(env: Readonly<Record<string, string>>) {
    this.#child = spawn(process.execPath, [MAIN], { cwd: ROOT, env, stdio: ['ignore', 'pipe', 'pipe'] })
    this.#child.stdout?.setEncoding('utf8').on('data', (text: string) => {
      this.said.out += text
    })
    this.#child.stderr?.setEncoding('utf8').on('data', (text: string) => {
      this.said.err += text
    })
    this.ended = new Promise((resolve) => {
      this.#child.once('close', (code, signal) => resolve({ code, signal }))
    })
    const atExit = () => this.#child.kill('SIGKILL')
    process.once('exit', atExit)
    this.ended.then(() => process.off('exit', atExit))
  }

  /** Where it listens, once it says that it is ready. */
  async ready(): Promise<string> {
    if (this.#origin !== null) return this.#origin
    const found = new Promise<string>((resolve) => {
      const look = () => {
        const port = /Restow is ready: https?:\/\/localhost:(\d+)/.exec(this.said.out)?.[1]
        if (port) resolve(`http://127.0.0.1:${port}`)
      }
      this.#child.stdout?.on('data', look)
      look()
    })
    const failed = this.ended.then(({ code }) => {
      throw new Error(`The server ended with ${code} before it was ready: ${this.said.err}`)
    })
    this.#origin = await Promise.race([found, failed])
    return this.#origin
  }

  signal(name: NodeJS.Signals): Promise<Ended> {
    this.#child.kill(name)
    return this.ended
  }
}

/** What every start here is given: a port of its own and silence. */
export const QUIET = { HOST: '127.0.0.1', PORT: '0', RESTOW_LOG_LEVEL: 'silent' }
