import { request as http, type IncomingMessage } from 'node:http'
import { request as https } from 'node:https'
import { isIPv6 } from 'node:net'
import { addressOf, type WebhookReach } from './reach.ts'

/** One attempt at telling a receiver. Whatever it does, it takes no longer and gives no more than this. */

export interface Patience {
  /** Milliseconds for all of it: connecting, sending, and the beginning of the answer. */
  readonly answerMs: number
}

export interface Posted {
  /** The answer's status; null where there was none. */
  readonly status: number | null
  /** In words, what was wrong; null where it was taken. */
  readonly error: string | null
}

/** So much of a refusal is read, for people to see why. */
const REFUSAL_BYTES = 300

/** The beginning of an answer, in one line. */
async function beginning(answer: IncomingMessage): Promise<string> {
  let text = ''
  try {
    for await (const chunk of answer) {
      text += (chunk as Buffer).toString('utf8')
      if (text.length >= REFUSAL_BYTES) break
    }
  } catch {
    // What came is told.
  }
  return text
    .slice(0, REFUSAL_BYTES)
    .replaceAll(/[\s\p{Cc}]+/gu, ' ')
    .trim()
}

async function judged(answer: IncomingMessage): Promise<Posted> {
  const status = answer.statusCode ?? 0
  // What stands in the answer to a message that was taken is nobody's business, however long it is.
  if (status >= 200 && status < 300) return { status, error: null }
  if (status >= 300 && status < 400)
    return { status, error: `It answered ${status}, and redirects are not followed.` }
  const words = await beginning(answer)
  return { status, error: words === '' ? `It answered ${status}.` : `It answered ${status}: ${words}` }
}

const WORDS: Readonly<Record<string, string>> = {
  ECONNREFUSED: 'Nobody listens there.',
  ECONNRESET: 'It hung up.',
  EPIPE: 'It hung up.',
  EHOSTUNREACH: 'It cannot be reached.',
  ENETUNREACH: 'It cannot be reached.',
  ETIMEDOUT: 'It did not answer.',
  CERT_HAS_EXPIRED: 'Its certificate has expired.',
  DEPTH_ZERO_SELF_SIGNED_CERT: 'Its certificate is its own, and not trusted.',
  ERR_TLS_CERT_ALTNAME_INVALID: 'Its certificate is for another name.',
}
const wordsOf = (error: Error & { code?: string }): string =>
  WORDS[error.code ?? ''] ?? (error.name === 'AbortError' ? 'It did not answer in time.' : error.message)

/** A name server may take longer than anybody waits. */
const inTime = <T>(work: Promise<T>, signal: AbortSignal): Promise<T> =>
  new Promise((resolve, reject) => {
    signal.addEventListener('abort', () => reject(signal.reason as Error), { once: true })
    work.then(resolve, reject)
  })

/** Sends a body once. Never throws: what went wrong is told. */
export async function post(
  to: string,
  headers: Readonly<Record<string, string>>,
  body: string,
  { reach, patience }: { readonly reach: WebhookReach; readonly patience: Patience },
): Promise<Posted> {
  const signal = AbortSignal.timeout(patience.answerMs)
  try {
    const url = new URL(to)
    const address = await inTime(addressOf(url, reach), signal)
    return await new Promise<Posted>((resolve, reject) => {
      const send = url.protocol === 'https:' ? https : http
      const sent = send(
        url,
        {
          ...{ method: 'POST', headers, signal, agent: false },
          // The name was looked up and judged: another answer to the same question is not gone by.
          lookup: (_host, options, found) =>
            options.all
              ? found(null, [{ address, family: isIPv6(address) ? 6 : 4 }])
              : found(null, address, isIPv6(address) ? 6 : 4),
        },
        (answer) => {
          judged(answer)
            .then(resolve, reject)
            .finally(() => sent.destroy())
        },
      )
      sent.on('error', reject)
      sent.end(body)
    })
  } catch (error) {
    const told = error as Error & { code?: string }
    const isLate = signal.aborted || told.name === 'TimeoutError'
    return { status: null, error: isLate ? 'It did not answer in time.' : wordsOf(told) }
  }
}
