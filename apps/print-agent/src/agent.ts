import { setTimeout as pause } from 'node:timers/promises'
import type { AgentWork } from '@restow/contracts'
import type { Patience } from '@restow/printer'
import { attempt } from './attempt.ts'
import type { Options } from './options.ts'
import { type Answer, post } from './talk.ts'

/** The server answers within this time, with labels or without. */
const WAIT_S = 25
const AT_A_TIME = 16
/** For so long labels under print are waited for when the agent is told to stop: whoever runs it kills it soon after. */
const GRACE_MS = 5000

export class TokenRefused extends Error {
  constructor() {
    super('The server knows no agent with this token: it was withdrawn, or belongs to another server.')
  }
}

interface Waiting {
  readonly graceMs?: number
  readonly patience?: Patience
}

/** What the server gave out. @returns null of what is none of it, such as the page of a proxy in between */
function workOf(body: string): AgentWork | null {
  try {
    const work = JSON.parse(body) as Partial<AgentWork> | null
    const { host, port } = work?.printer ?? {}
    const isWhole = typeof work?.attempt === 'string' && typeof work.bytes === 'string'
    return isWhole && typeof host === 'string' && typeof port === 'number' ? (work as AgentWork) : null
  } catch {
    return null
  }
}

/** Waits for labels under print, for a moment; what then is not out is given up, and the server told so. */
async function endOf(
  running: ReadonlySet<Promise<void>>,
  graceMs: number,
  giveUp: () => void,
): Promise<void> {
  const all = Promise.allSettled(running)
  const grace = new AbortController()
  await Promise.race([all, pause(graceMs, undefined, { signal: grace.signal }).catch(() => {})])
  grace.abort()
  giveUp()
  await all
}

/**
 * Fetches labels and prints them until it is told to stop; labels under print are waited for then, for a moment.
 * @throws TokenRefused
 */
export async function run(
  options: Options,
  signal: AbortSignal,
  say: (line: string) => void,
  { graceMs = GRACE_MS, patience }: Waiting = {},
): Promise<void> {
  const running = new Set<Promise<void>>()
  const given = new AbortController()
  const attempting = { options, signal: given.signal, say, ...(patience ? { patience } : {}) }
  const stopped = new Promise<void>((stop) => signal.addEventListener('abort', () => stop(), { once: true }))
  const begin = (work: AgentWork) => {
    const one = attempt(work, attempting).catch((error: Error) => say(error.message))
    running.add(one)
    one.finally(() => running.delete(one))
  }
  try {
    for (let waitMs = 1000; !signal.aborted; ) {
      const answer = await next(options, signal)
      if (signal.aborted) break
      if (answer?.status === 401) throw new TokenRefused()
      const work = answer?.status === 200 ? workOf(answer.body) : null
      if (work) begin(work)
      if (running.size >= AT_A_TIME) await Promise.race([...running, stopped])
      if (work || answer?.status === 204) {
        waitMs = 1000
        continue
      }
      const how = answer ? ` as it should (${answer.status})` : ''
      say(`The server does not answer${how}; asking again in ${Math.round(waitMs / 1000)} s.`)
      await pause(waitMs, undefined, { signal }).catch(() => {})
      waitMs = Math.min(waitMs * 2, 30_000)
    }
  } finally {
    await endOf(running, graceMs, () => given.abort())
  }
}

/** @returns null where no answer came */
function next(options: Options, signal: AbortSignal): Promise<Answer | null> {
  const timeoutMs = (WAIT_S + 15) * 1000
  return post(options, '/api/print-agent/next', { waitS: WAIT_S }, { timeoutMs, signal }).catch(() => null)
}
