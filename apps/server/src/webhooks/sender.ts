import type { Queryable } from '../db/pool.ts'
import { WorkLoop } from '../work-loop.ts'
import {
  findFailures,
  forgetDelivered,
  settleDelivered,
  settleFailed,
  type Taken,
  takeMessages,
} from './messages.queries.ts'
import { type Patience, type Posted, post } from './post.ts'
import type { WebhookReach } from './reach.ts'
import { headersOf } from './signing.ts'

/**
 * Sends what waits: several webhooks side by side, and within one several things side by side, each thing's messages in order.
 * Several servers on one database share the messages between them.
 */

export interface WebhookPace extends Patience {
  /** How often it is looked for what others have written down, or what can be tried again; milliseconds. */
  readonly pollMs: number
  /** For so long a message stays with a sender that is not heard of; seconds, more than an attempt takes. */
  readonly takenS: number
  /** Seconds to the next attempt at a message, by how often it was tried; the last one ever after. */
  readonly againS: readonly number[]
  /** A message is given up so many seconds after its first attempt. */
  readonly giveUpS: number
  /** A webhook that nothing comes through to rests for so many seconds: at first, and at most. */
  readonly pauseS: readonly [number, number]
}

const HOUR = 3600
export const WEBHOOK_PACE: WebhookPace = {
  pollMs: 1000,
  answerMs: 15_000,
  takenS: 60,
  againS: [5, 30, 120, 600, 1800, HOUR, 2 * HOUR, 4 * HOUR, 8 * HOUR],
  giveUpS: 72 * HOUR,
  pauseS: [5, 600],
}

/** Under way at a time: to one webhook, and to all. */
const [EACH, MOST] = [8, 32]
/** What was delivered can be looked up for so many days. */
const KEPT_DAYS = 30
const TIDY_MS = HOUR * 1000

interface Options {
  readonly on: Queryable
  readonly reach: WebhookReach
  readonly pace: WebhookPace
  readonly onBug: (error: unknown) => void
}

/** Nothing comes through, whatever is sent: not this one message is the matter. */
const isDown = ({ status }: Posted): boolean =>
  status === null || status >= 500 || status === 429 || status === 408

export class WebhookSender {
  readonly #options: Options
  readonly #loop: WorkLoop<Taken>
  #tidiedAt = Date.now()

  constructor(options: Options) {
    this.#options = options
    this.#loop = new WorkLoop({
      pollMs: options.pace.pollMs,
      take: () => this.#take(),
      attempt: (taken) => this.#attempt(taken),
      onBug: options.onBug,
    })
  }

  /** Looks for work now: something was written down here. */
  wake(): void {
    this.#loop.wake()
  }

  /** Waits for what is under way, which takes no longer than an attempt. */
  async stop(): Promise<void> {
    await this.#loop.stop()
    await this.#loop.settled()
  }

  /** While the database is away there is nothing to send. */
  async *#take(): AsyncGenerator<Taken> {
    const { on, pace } = this.#options
    await this.#tidy()
    const under = this.#loop.running.map(({ webhook }) => webhook)
    const busy = [...new Set(under)].filter((id) => under.filter((one) => one === id).length >= EACH)
    const most = MOST - under.length
    if (most <= 0) return
    yield* await takeMessages(on, { busy, each: EACH, most, takenS: pace.takenS }).catch(() => [])
  }

  async #tidy(): Promise<void> {
    if (Date.now() - this.#tidiedAt < TIDY_MS) return
    this.#tidiedAt = Date.now()
    await forgetDelivered(this.#options.on, KEPT_DAYS).catch(this.#options.onBug)
  }

  async #attempt(taken: Taken): Promise<void> {
    const { on, reach, pace } = this.#options
    const { id, body, secrets, url } = taken
    const posted = await post(url, headersOf(id, body, secrets), body, { reach, patience: pace })
    if (posted.error === null) return settleDelivered(on, taken)
    const { againS, giveUpS } = pace
    await settleFailed(on, taken, {
      error: posted.error,
      againS: againS[Math.min(taken.attempts, againS.length) - 1] ?? HOUR,
      giveUpS,
      pauseS: isDown(posted) ? await this.#pauseOf(taken.webhook) : null,
      isGone: posted.status === 410,
    })
  }

  async #pauseOf(webhook: string): Promise<number> {
    const [first, most] = this.#options.pace.pauseS
    return Math.min(most, first * 2 ** Math.min(20, await findFailures(this.#options.on, webhook)))
  }
}
