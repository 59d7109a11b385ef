import { randomUUID } from 'node:crypto'
import { setTimeout as pause } from 'node:timers/promises'
import type { PrinterTrouble } from '@restow/domain'
import { type Sent, send } from '@restow/printer'
import type { Queryable } from '../db/pool.ts'
import { WorkLoop } from '../work-loop.ts'
import { type Draw, type DrawnWork, takeDrawn } from './drawn.ts'
import { mayReach, type PrinterReach } from './reach.ts'
import { beginSending, hearTrouble, keepPrinter, type Retry, settle } from './sending.queries.ts'

/**
 * Sends what waits in the queues to the printers that this server reaches, one printer beside the other, each in the
 * strict order of its queue. Several servers on one database share the printers between them.
 */

export interface Pace {
  /** How often a server looks for what others have queued, or what can be tried again; in milliseconds. */
  readonly pollMs: number
  /** For so long a printer stays with a sender that is not heard of; in seconds. */
  readonly leaseS: number
  /** For so long labels under print are waited for when the server stops; in milliseconds. */
  readonly graceMs: number
  /** Between two tries to write down what came of labels, growing from the first to the second; in milliseconds. */
  readonly settleMs: readonly [number, number]
}
export const PACE: Pace = { pollMs: 1000, leaseS: 10, graceMs: 5000, settleMs: [100, 5000] }

/** More at a time would take the connections to the database from those who work. */
const PRINTERS_AT_A_TIME = 32
/** How often it is tried to write down what came of labels, which is half a minute all in all. */
const SETTLE_TRIES = 12
/** A printer that answers is asked again soon: somebody may just be putting paper in. */
const SILENT: ReadonlySet<PrinterTrouble> = new Set(['unreachable', 'refused', 'no_answer', 'not_allowed'])

/** When an attempt in vain is followed by the next. */
export function retryAfter(sent: Sent): Retry {
  const trouble = 'trouble' in sent ? sent.trouble : null
  if (trouble === 'sender_gone') return { firstS: 0, mostS: 0 }
  if (trouble === 'busy') return { firstS: 0.2, mostS: 2 }
  return trouble !== null && SILENT.has(trouble) ? { firstS: 1, mostS: 30 } : { firstS: 1, mostS: 5 }
}

interface Options {
  readonly on: Queryable
  readonly draw: Draw
  readonly reach: PrinterReach
  readonly pace?: Pace
  readonly onBug: (error: unknown) => void
}

export class Sender {
  readonly #options: Options
  readonly #pace: Pace
  readonly #stop = new AbortController()
  readonly #loop: WorkLoop<DrawnWork>

  constructor(options: Options) {
    this.#options = options
    this.#pace = options.pace ?? PACE
    this.#loop = new WorkLoop({
      pollMs: this.#pace.pollMs,
      take: () => this.#take(),
      attempt: (drawn) => this.#attempt(drawn),
      onBug: options.onBug,
    })
  }

  /** Looks for work now: something was queued here. */
  wake(): void {
    this.#loop.wake()
  }

  /** Lets labels that are under print come out, for a moment, and ends. What then is not confirmed is maybe printed. */
  async stop(): Promise<void> {
    await this.#loop.stop()
    const grace = new AbortController()
    await Promise.race([
      this.#loop.settled(),
      pause(this.#pace.graceMs, undefined, { signal: grace.signal }).catch(() => {}),
    ])
    grace.abort()
    this.#stop.abort()
    await this.#loop.settled()
  }

  /** While the database is away there is nothing to send: no byte may leave unrecorded. */
  async *#take(): AsyncGenerator<DrawnWork> {
    const { on, draw, onBug } = this.#options
    const asked = { on, draw, agent: null, leaseS: this.#pace.leaseS, newId: randomUUID, onBug }
    while (!this.#loop.isStopping && this.#loop.running.length < PRINTERS_AT_A_TIME) {
      const drawn = await takeDrawn(asked).catch(() => null)
      if (!drawn) return
      yield drawn
    }
  }

  async #attempt({ work, bytes, count }: DrawnWork): Promise<void> {
    const { on, reach } = this.#options
    const { attempt, host, port, language, tells } = work
    const { leaseS } = this.#pace
    const keeping = setInterval(
      () => {
        keepPrinter(on, attempt, leaseS).catch(() => {})
      },
      (leaseS * 1000) / 3,
    )
    const sending = {
      to: { host, port, language, tells, mayReach: (ip: string) => mayReach(reach, ip) },
      bytes,
      begin: () => beginSending(on, attempt, count),
      heard: (trouble: PrinterTrouble | null) => {
        hearTrouble(on, attempt, trouble).catch(() => {})
      },
      signal: this.#stop.signal,
    }
    try {
      // Where not even the beginning could be written down, nothing was sent.
      const sent = await send(sending).catch((): Sent => ({ state: 'unsent', trouble: 'sender_gone' }))
      await this.#settle(attempt, sent)
    } finally {
      clearInterval(keeping)
    }
  }

  /** What came of it is written down, also where the database is away for a while; after that it is in doubt. */
  async #settle(attempt: string, sent: Sent): Promise<void> {
    const { on, onBug } = this.#options
    const [firstMs, mostMs] = this.#pace.settleMs
    for (let waitMs = firstMs, tries = 1; ; tries++, waitMs = Math.min(waitMs * 2, mostMs)) {
      try {
        await settle(on, attempt, sent, retryAfter(sent))
        return
      } catch (error) {
        if (tries >= (this.#stop.signal.aborted ? 4 : SETTLE_TRIES)) return onBug(error)
        await pause(waitMs)
      }
    }
  }
}
