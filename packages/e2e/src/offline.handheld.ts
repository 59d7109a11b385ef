import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { openProfile } from '@restow/testkit/browser'
import { Floor, SCREEN } from './floor.ts'

/** A device with a memory: its browser can be killed, and opened again on what it kept. */
export class Handheld {
  readonly #profile = mkdtempSync(join(tmpdir(), 'restow handheld '))
  readonly #origin: string
  #floor: Floor | undefined
  #pids: number[] = []

  constructor(origin: string) {
    this.#origin = origin
  }

  /** What is on its screen now. */
  get floor(): Floor {
    if (!this.#floor) throw new Error('The handheld is off.')
    return this.#floor
  }

  /** Turns it on. */
  async open(): Promise<Floor> {
    const context = await openProfile(this.#profile, { ...SCREEN, locale: 'en-US' })
    const session = await context.browser()?.newBrowserCDPSession()
    const { processInfo = [] } = (await session?.send('SystemInfo.getProcessInfo')) ?? {}
    this.#pids = processInfo.map(({ id }) => id)
    this.#floor = await Floor.takeUp(context)
    await this.#floor.page.goto(`${this.#origin}/floor/`)
    return this.#floor
  }

  /** Waits until the app itself is on the device, so that it can be opened without a network. */
  async installed(): Promise<void> {
    await this.floor.page.evaluate('navigator.serviceWorker.ready.then(() => undefined)')
  }

  /** Pulls its battery: every process of the browser ends in the middle of what it does. */
  async kill(): Promise<void> {
    const { context } = this.floor
    const gone = new Promise((closed) => context.once('close', closed))
    for (const pid of this.#pids) killIfThere(pid)
    await gone
    this.#floor = undefined
  }

  async close(): Promise<void> {
    await this.#floor?.context.close()
    this.#floor = undefined
  }

  /** Closes it for good, with all it kept. */
  async throwAway(): Promise<void> {
    await this.close()
    rmSync(this.#profile, { recursive: true, force: true, maxRetries: 5 })
  }
}

/** A renderer that was replaced meanwhile has ended by itself. */
function killIfThere(pid: number): void {
  try {
    process.kill(pid, 'SIGKILL')
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'ESRCH') throw error
  }
}
