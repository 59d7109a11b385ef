import type { WireCommand } from '@restow/contracts'
import { sendable } from './order.ts'
import type { Queued } from './queued.ts'

/** What one request carries, and what is fixed about it before it goes out. Pure: what sends it stands in `drain`. */

const MOST = 100
/** What was not tried within this time was done, and cannot be undone by refusing it. */
const EARLIER_AFTER_MS = 5000

/** What goes out next: all of one person, since a request goes out under one person's name. */
export function nextBatch(
  entries: readonly Queued[],
  now: number,
  isBlocked: (badge: string) => boolean,
): Queued[] {
  const [first] = sendable(entries, now, 1, ({ by }) => !isBlocked(by))
  return first ? sendable(entries, now, MOST, ({ by }) => by === first.by) : []
}

/** Decides for good whether it was done now or earlier: every copy of it that is sent says the same. */
export function sealedAt(entry: Queued, now: number): Queued {
  if (entry.sealed) return entry
  const isLate = entry.offline || now - entry.queuedAt > EARLIER_AFTER_MS
  const command = isLate ? ({ ...entry.command, performed: 'earlier' } as WireCommand) : entry.command
  return { ...entry, command, sealed: true }
}
