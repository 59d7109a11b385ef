import { setTimeout as pause } from 'node:timers/promises'
import type { AgentResult, AgentWork } from '@restow/contracts'
import type { PrinterTrouble } from '@restow/domain'
import { type Patience, send } from '@restow/printer'
import type { Options } from './options.ts'
import { post } from './talk.ts'

const TIMEOUT_MS = 10_000

interface Attempting {
  readonly options: Options
  /** Labels that are not out when this is aborted are in doubt. */
  readonly signal: AbortSignal
  readonly say: (line: string) => void
  readonly patience?: Patience
}

/** Says how it went until the server has heard it: without that, labels that came out would be in doubt. */
async function report(
  options: Options,
  path: string,
  result: AgentResult,
  signal: AbortSignal,
): Promise<void> {
  // Also when the agent ends, for a moment.
  const last = new AbortController()
  for (let waitMs = 500, tries = 0; ; tries++, waitMs = Math.min(waitMs * 2, 30_000)) {
    const answer = await post(options, path, result, { timeoutMs: TIMEOUT_MS, signal: last.signal }).catch(
      () => null,
    )
    if (answer && answer.status < 500) return
    if (signal.aborted && tries > 3) return
    await (signal.aborted ? pause(500) : pause(waitMs, undefined, { signal }).catch(() => {}))
  }
}

const told = (result: AgentResult): string =>
  'trouble' in result ? `${result.state}: ${result.trouble}` : result.state

/** Prints what the server gave out, and tells it what came of it. */
export async function attempt(work: AgentWork, attempting: Attempting): Promise<void> {
  const { options, signal, say, patience } = attempting
  const { printer, count, leaseS } = work
  const at = `/api/print-agent/attempts/${work.attempt}`
  const ask = (what: string, body: object) =>
    post(options, `${at}/${what}`, body, { timeoutMs: TIMEOUT_MS, signal })
  let trouble: PrinterTrouble | null = null
  const alive = () => {
    ask('alive', { trouble }).catch(() => {})
  }
  const keeping = setInterval(alive, (leaseS * 1000) / 3)
  try {
    const result = await send({
      to: printer,
      bytes: Buffer.from(work.bytes, 'base64'),
      async begin() {
        const { status } = await ask('begin', { count })
        if (status >= 500) throw new Error('The server cannot write it down just now.')
        return status === 204
      },
      heard(now) {
        trouble = now
        say(`${printer.code}: ${now ?? 'goes on'}`)
        alive()
      },
      signal,
      ...(patience ? { patience } : {}),
      // Where not even the beginning could be written down, nothing was sent.
    }).catch((): AgentResult => ({ state: 'unsent', trouble: 'sender_gone' }))
    say(`${printer.code}: ${count} ${told(result)}`)
    await report(options, `${at}/result`, result, signal)
  } finally {
    clearInterval(keeping)
  }
}
