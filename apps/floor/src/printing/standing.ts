import type { PrintJob } from '@restow/contracts'
import { isPrintOver, type Policy, type PrintedUnasked, relabelsFor } from '@restow/domain'
import type { Queued } from '../outbox/queued.ts'

/** What is to be said about prints, one thing at a time: the most pressing first. */
export type PrintWord =
  | { readonly say: 'did it come out'; readonly job: PrintJob }
  | { readonly say: 'not printed'; readonly job: PrintJob }
  | { readonly say: 'in the way'; readonly job: PrintJob; readonly count: number }
  | { readonly say: 'waits for the line'; readonly count: number }
  | { readonly say: 'printing'; readonly job: PrintJob }
  | { readonly say: 'printed'; readonly job: PrintJob }

interface Situation {
  readonly jobs: readonly PrintJob[]
  readonly seen: ReadonlySet<string>
  readonly offline: boolean
  /** Labels that wait here for the line. */
  readonly waitingHere: number
}

/**
 * How many labels come out once the server hears of what is unsent.
 * @param printsOf what the seller of a plate's unit wants printed, as far as that is known here
 */
export function labelsToCome(
  commands: readonly Queued[],
  unasked: readonly PrintedUnasked[],
  own: readonly string[],
  printsOf: (lpn: string) => Policy['prints'],
): number {
  const kindOf = ({ command }: Queued): PrintedUnasked | null => {
    if (command.type === 'RegisterUnit') return own.includes(command.lpn) ? 'plate' : null
    if (command.type === 'ReplacePlate' || command.type === 'SplitUnit')
      return own.includes(command.newLpn) ? 'plate' : null
    if (command.type === 'ClassifyUnit') {
      const { disposition, route, lpn } = command
      if (disposition !== 'resell') return disposition
      return relabelsFor(route, printsOf(lpn)) > 0 ? 'relabel' : null
    }
    return command.type === 'HoldUnit' ? 'hold' : null
  }
  const waiting = commands.filter(({ status }) => status !== 'rejected')
  return waiting.filter((entry) => {
    const kind = kindOf(entry)
    return kind !== null && unasked.includes(kind)
  }).length
}

/** @returns null where there is nothing to say */
export function printWord({ jobs, seen, offline, waitingHere }: Situation): PrintWord | null {
  const fresh = jobs.filter(({ id }) => !seen.has(id))
  const unsure = fresh.findLast(({ state }) => state === 'maybe_printed')
  if (unsure && !offline) return { say: 'did it come out', job: unsure }
  const failed = fresh.find(({ state, answer }) => state === 'failed' && answer === null)
  if (failed) return { say: 'not printed', job: failed }
  if (offline) return waitingHere > 0 ? { say: 'waits for the line', count: waitingHere } : null
  const open = jobs.filter(({ state }) => !isPrintOver(state))
  const stuck = open.findLast(({ trouble }) => trouble !== null && trouble !== 'busy')
  if (stuck) return { say: 'in the way', job: stuck, count: open.length }
  const next = open.at(-1)
  if (next) return { say: 'printing', job: next }
  const done = fresh.find(
    ({ state, printer }) => (state === 'printed' || state === 'sent') && printer !== null,
  )
  return done ? { say: 'printed', job: done } : null
}
