import { setTimeout as pause } from 'node:timers/promises'
import type { AgentWork } from '@restow/contracts'
import { attempt } from './attempt.ts'
import type { Options } from './options.ts'
import { post } from './talk.ts'

/** The server answers within this time, with labels or without. */
const WAIT_S = 25
const AT_A_TIME = 16

export class TokenRefused extends Error {
  constructor() {
    super('The server knows no agent with this token: it was withdrawn, or belongs to another server.')
  }
}

/**
 * Fetches labels and prints them until it is told to stop; labels under print are waited for then, as far as the
 * printer answers.
 * @throws TokenRefused
 */
export async function run(options: Options, signal: AbortSignal, say: (line: string) => void): Promise<void> {
  const running = new Set<Promise<void>>()
  let waitMs = 1000
  while (!signal.aborted) {
    const answer = await post(
      options,
      '/api/print-agent/next',
      { waitS: WAIT_S },
      { timeoutMs: (WAIT_S + 15) * 1000, signal },
    ).catch(() => null)
    if (signal.aborted) break
    if (answer?.status === 401) throw new TokenRefused()
    if (answer?.status === 200) {
      const work = JSON.parse(answer.body) as AgentWork
      const one = attempt(work, { options, signal, say }).catch((error: Error) => say(error.message))
      running.add(one)
      one.finally(() => running.delete(one))
      if (running.size >= AT_A_TIME) await Promise.race(running)
    }
    if (answer?.status === 200 || answer?.status === 204) {
      waitMs = 1000
      continue
    }
    say(
      `The server does not answer${answer ? ` as it should (${answer.status})` : ''}; asking again in ${Math.round(waitMs / 1000)} s.`,
    )
    await pause(waitMs, undefined, { signal }).catch(() => {})
    waitMs = Math.min(waitMs * 2, 30_000)
  }
  await Promise.allSettled(running)
}
