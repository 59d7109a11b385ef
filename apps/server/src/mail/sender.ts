import type { Queryable } from '../db/pool.ts'
import { WorkLoop } from '../work-loop.ts'
import { letterOf, type ReadDay } from './day-letter.ts'
import {
  addDayMails,
  countBounce,
  forgetMails,
  markGoingOut,
  settleNotSent,
  settleSent,
  type TakenMail,
  takeMails,
} from './day-mails.queries.ts'
import type { MailHouse } from './house.ts'
import { type MailPatience, type Posted, postMail, UNKNOWN } from './post-mail.ts'

/** Sends the mails of days that have closed. Several servers on one database share them: each mail is one server's at a time. */

export interface MailPace extends MailPatience {
  /** How often it is looked for days that have closed, and for what can be tried again; milliseconds. */
  readonly pollMs: number
  /** For so long a mail stays with a sender that is not heard of; seconds, more than an attempt takes. */
  readonly takenS: number
  /** Seconds to the next attempt, by how often it was tried; the last one ever after. */
  readonly againS: readonly number[]
  /** A mail is given up so many seconds after its first attempt. */
  readonly giveUpS: number
}

const HOUR = 3600
export const MAIL_PACE: MailPace = {
  pollMs: 5000,
  silentMs: 30_000,
  allMs: 300_000,
  takenS: 900,
  againS: [60, 300, 900, 1800, HOUR, 2 * HOUR],
  giveUpS: 24 * HOUR,
}

/** Under way at a time: mail servers like few lines better than many. */
const MOST = 3
/** An address that was refused so often in a row gets nothing more until somebody says so. */
const BOUNCES = 3
/** What was sent can be looked up for so many days. */
const KEPT_DAYS = 90
const TIDY_MS = HOUR * 1000
/** Nobody who stops a server waits longer for a mail server. */
const STOP_MS = 5000

interface Options {
  readonly on: Queryable
  readonly house: MailHouse
  readonly pace: MailPace
  readonly readDay: ReadDay
  readonly onBug: (error: unknown) => void
}

export class MailSender {
  readonly #options: Options
  readonly #loop: WorkLoop<TakenMail>
  readonly #ending = new AbortController()
  #tidiedAt = Date.now()

  constructor(options: Options) {
    this.#options = options
    this.#loop = new WorkLoop({
      pollMs: options.pace.pollMs,
      take: () => this.#take(),
      attempt: (mail) => this.#attempt(mail),
      onBug: options.onBug,
    })
  }

  /** Looks for work now. */
  wake(): void {
    this.#loop.wake()
  }

  /** Waits a moment for what is under way, and lets go of a mail server that does not answer. */
  async stop(): Promise<void> {
    const late = setTimeout(() => this.#ending.abort(), STOP_MS)
    await this.#loop.stop()
    await this.#loop.settled()
    clearTimeout(late)
  }

  async *#take(): AsyncGenerator<TakenMail> {
    const most = MOST - this.#loop.running.length
    if (most > 0) yield* await this.#due(most)
  }

  /** While the database is away there is nothing to send. */
  async #due(most: number): Promise<TakenMail[]> {
    const { on, pace } = this.#options
    try {
      await this.#tidy()
      await addDayMails(on)
      return await takeMails(on, { most, takenS: pace.takenS, unknown: UNKNOWN })
    } catch {
      return []
    }
  }

  async #tidy(): Promise<void> {
    if (Date.now() - this.#tidiedAt < TIDY_MS) return
    this.#tidiedAt = Date.now()
    await forgetMails(this.#options.on, KEPT_DAYS)
  }

  async #attempt(mail: TakenMail): Promise<void> {
    const { on, house, pace, readDay, onBug } = this.#options
    let posted: Posted
    try {
      const letter = await letterOf(house, mail, readDay)
      posted = letter
        ? await postMail(house, letter, { ...pace, signal: this.#ending.signal }, () =>
            markGoingOut(on, mail),
          )
        : { is: 'refused', answer: 'There is no such day.', wentOut: false }
    } catch (error) {
      onBug(error)
      posted = { is: 'passing', answer: 'The mail could not be written. It is tried again.', wentOut: false }
    }
    await this.#settle(mail, posted)
  }

  async #settle(mail: TakenMail, { is, answer, wentOut }: Posted): Promise<void> {
    const { on, pace } = this.#options
    if (is === 'sent') return settleSent(on, mail)
    const { againS, giveUpS } = pace
    await settleNotSent(on, mail, {
      ...{ answer, wentOut, giveUpS, known: is !== 'unknown', final: is === 'bounced' || is === 'refused' },
      againS: againS[Math.min(mail.attempts, againS.length) - 1] ?? HOUR,
    })
    if (is === 'bounced') await countBounce(on, mail.id, BOUNCES)
  }
}
