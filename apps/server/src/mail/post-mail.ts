import { once } from 'node:events'
import { Readable } from 'node:stream'
import SMTPConnection from 'nodemailer/lib/smtp-connection'
import type { Mail } from './compose.ts'
import type { MailHouse } from './house.ts'

/** One attempt at handing a mail to the house's mail server. Whatever that does, it takes no longer than this. */

export interface MailPatience {
  /** Milliseconds for all of it, and for a server that says nothing. */
  readonly allMs: number
  readonly silentMs: number
}

/**
 * What became of it: taken; refused for good because of the address or the mail (`bounced`), or of the sender (`refused`); not
 * taken now (`passing`); or gone out without an answer, so that nobody knows (`unknown`).
 */
export interface Posted {
  readonly is: 'sent' | 'bounced' | 'refused' | 'passing' | 'unknown'
  readonly answer: string
  readonly wentOut: boolean
}

interface Trouble extends Error {
  readonly code?: string
  readonly command?: string
  readonly response?: string
  readonly responseCode?: number
}

const ANSWER_LENGTH = 300
const line = (text: string): string =>
  text
    .replaceAll(/[\s\p{Cc}]+/gu, ' ')
    .trim()
    .slice(0, ANSWER_LENGTH)

const WORDS: Readonly<Record<string, string>> = {
  ETIMEDOUT: 'The mail server did not answer in time.',
  ECONNECTION: 'The mail server hung up.',
  ESOCKET: 'The mail server cannot be reached.',
  EDNS: 'There is no mail server of that name.',
  ETLS: 'The mail server’s certificate or encryption is not in order.',
  EMESSAGE: 'The mail is larger than the mail server takes.',
}
/** Said of a mail that went out and of which nothing was heard. */
export const UNKNOWN = 'The mail went out, and the mail server hung up before it said whether it took it.'

function judged(
  { command = '', code = '', response, responseCode = 0 }: Trouble,
  wentOut: boolean,
  isAll: boolean,
): Posted {
  const answer = response ? line(response) : (WORDS[code] ?? 'The mail server cannot be reached.')
  if (responseCode >= 500 && /^(RCPT TO|DATA)/.test(command)) return { is: 'bounced', answer, wentOut }
  const isTooLarge = code === 'EMESSAGE' && responseCode === 0 && command === 'MAIL FROM'
  if (isTooLarge || (responseCode >= 500 && command === 'MAIL FROM'))
    return { is: 'refused', answer, wentOut }
  // Whoever may not sign in, or is not greeted, has a house to set right: it is no matter of this one mail.
  if (responseCode === 0 && isAll) return { is: 'unknown', answer: UNKNOWN, wentOut }
  return { is: 'passing', answer, wentOut }
}

const isOwnMachine = (host: string): boolean =>
  host === 'localhost' || host === '::1' || host.startsWith('127.')

function connectionTo({ host, port, secure, sign }: MailHouse, silentMs: number): SMTPConnection {
  return new SMTPConnection({
    ...{ host, port, secure },
    ...{
      connectionTimeout: silentMs,
      greetingTimeout: silentMs,
      dnsTimeout: silentMs,
      socketTimeout: silentMs,
    },
    socketCloseTimeout: 500,
    // A password goes over an open line to nobody but this machine.
    requireTLS: sign !== null && !secure && !isOwnMachine(host),
    // Without a password TLS that nobody vouches for is still more than none.
    tls: { rejectUnauthorized: secure || (sign !== null && !isOwnMachine(host)) },
  })
}

const PIECE = 65_536

class Attempt {
  #wentOut = false
  #isAll = false
  readonly #house: MailHouse
  readonly #mail: Mail
  readonly #goesOut: () => Promise<void>
  readonly connection: SMTPConnection

  constructor(house: MailHouse, mail: Mail, silentMs: number, goesOut: () => Promise<void>) {
    this.#house = house
    this.#mail = mail
    this.#goesOut = goesOut
    this.connection = connectionTo(house, silentMs)
  }

  /** The mail's bytes, from when the server asks for them on. */
  async *#pieces(): AsyncGenerator<Buffer> {
    const { bytes } = this.#mail
    await this.#goesOut()
    this.#wentOut = true
    for (let at = 0; at < bytes.length; at += PIECE) {
      this.#isAll = at + PIECE >= bytes.length
      yield bytes.subarray(at, at + PIECE)
    }
  }

  async run(): Promise<Posted> {
    const { connection } = this
    const lost = once(connection, 'error').then(([error]) => Promise.reject(error))
    const ended = once(connection, 'end').then(() =>
      Promise.reject(Object.assign(new Error(), { code: 'ECONNECTION' })),
    )
    for (const one of [lost, ended]) one.catch(() => {})
    // What is said after it is over is nobody's any more.
    connection.on('error', () => {})
    try {
      const sent = await Promise.race([this.#talk(), lost, ended])
      return { is: 'sent', answer: line(sent), wentOut: true }
    } catch (error) {
      return judged(error as Trouble, this.#wentOut, this.#isAll)
    }
  }

  async #talk(): Promise<string> {
    const { connection } = this
    const { sign, from } = this.#house
    const settled = <T>(ask: (done: (error?: Error | null, result?: T) => void) => void) =>
      new Promise<T>((resolve, reject) =>
        ask((error, result) => (error ? reject(error) : resolve(result as T))),
      )
    await settled<void>((done) => connection.connect(done))
    if (sign) await settled<unknown>((done) => connection.login({ user: sign.user, pass: sign.pass }, done))
    const envelope = { from: from.address, to: [this.#mail.to], size: this.#mail.bytes.length }
    const { response } = await settled<{ response: string }>((done) =>
      connection.send(envelope, Readable.from(this.#pieces(), { objectMode: false }), done),
    )
    connection.quit()
    return response
  }

  /** As of a server that hung up. */
  outOfTime(): Posted {
    return judged(Object.assign(new Error(), { code: 'ETIMEDOUT' }), this.#wentOut, this.#isAll)
  }
}

/**
 * Hands a mail over once. Never throws: what went wrong is told.
 * @param patience `signal` ends it before its time
 * @param goesOut waited for before the first byte of the mail goes out
 */
export async function postMail(
  house: MailHouse,
  mail: Mail,
  { allMs, silentMs, signal }: MailPatience & { readonly signal?: AbortSignal },
  goesOut: () => Promise<void>,
): Promise<Posted> {
  const attempt = new Attempt(house, mail, silentMs, goesOut)
  let over = () => {}
  const late = new Promise<Posted>((resolve) => {
    over = () => resolve(attempt.outOfTime())
  })
  const timer = setTimeout(over, allMs)
  signal?.addEventListener('abort', over, { once: true })
  if (signal?.aborted) over()
  try {
    return await Promise.race([attempt.run(), late])
  } finally {
    clearTimeout(timer)
    signal?.removeEventListener('abort', over)
    attempt.connection.close()
  }
}
