import type { WireCommand } from '@restow/contracts'
import type { Queued } from './queued.ts'

/**
 * A refused command that is sent once more is another command, whose events have other names. What takes one of them back
 * has to name it as it will be called then. Pure: the exchange itself stands in `outbox.store`.
 * @param freshId gives a new command id: one that may have reached the server is not changed under its old one
 * @returns what takes the place of which command
 */
export function renamed(
  entries: readonly Queued[],
  from: string,
  to: string,
  freshId: () => string,
): ReadonlyMap<string, Queued> {
  const changed = new Map<string, Queued>()
  for (const entry of entries) {
    const { command, sealed, status } = entry
    if (command.type !== 'TakeBack' || !command.eventId.startsWith(`${from}:`)) continue
    const mayBeThere = sealed && status !== 'rejected'
    const commandId = mayBeThere ? freshId() : command.commandId
    const eventId = `${to}${command.eventId.slice(from.length)}`
    const next = { ...command, commandId, eventId } as WireCommand
    changed.set(command.commandId, { ...entry, command: next, sealed: sealed && !mayBeThere })
  }
  return changed
}
