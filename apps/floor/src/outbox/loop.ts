import { waitBefore } from './backoff.ts'
import { aloneOnThisDevice } from './tabs.ts'

/** One round of sending. @returns whether there may be more to send at once */
export type Round = () => Promise<boolean>

/** However the timers were lost, a device that sleeps loses them: looked after this often, in milliseconds. */
const WATCH_EVERY_MS = 15_000

/** Does rounds until nothing is left; after a failure it waits, longer each time, and goes on by itself. */
export class SendingLoop {
  #running = false
  #again = false
  #failures = 0
  #timer: ReturnType<typeof setTimeout> | undefined
  readonly #name: string
  readonly #round: Round
  readonly #onSilence: () => void
  readonly #next: () => number | null

  /**
   * @param onSilence hears that the server was not reached
   * @param next when there is something to be done again although nothing was left: milliseconds from now, or null
   */
  constructor(name: string, round: Round, onSilence: () => void, next: () => number | null) {
    this.#name = name
    this.#round = round
    this.#onSilence = onSilence
    this.#next = next
  }

  /** Tries at once, whatever the back-off says. */
  wake(): void {
    clearTimeout(this.#timer)
    void this.#run()
  }

  /** The network is back: the next wait is a short one again. */
  reset(): void {
    this.#failures = 0
    this.wake()
  }

  /** Watches over itself. @returns ends that */
  watch(): () => void {
    const timer = setInterval(() => {
      if (!this.#running && this.#failures === 0) this.wake()
    }, WATCH_EVERY_MS)
    return () => {
      clearInterval(timer)
      clearTimeout(this.#timer)
    }
  }

  async #run(): Promise<void> {
    this.#again = true
    if (this.#running) return
    this.#running = true
    try {
      while (this.#again) {
        this.#again = false
        await aloneOnThisDevice(this.#name, async () => {
          while (await this.#round());
        })
      }
      this.#failures = 0
      this.#wait(this.#next())
    } catch {
      this.#onSilence()
      this.#failures += 1
      this.#wait(waitBefore(this.#failures, Math.random()))
    } finally {
      this.#running = false
    }
  }

  #wait(ms: number | null): void {
    clearTimeout(this.#timer)
    if (ms !== null) this.#timer = setTimeout(() => void this.#run(), ms)
  }
}
