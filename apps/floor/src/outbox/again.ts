import type { Outcome, WireCommand } from '@restow/contracts'
import type { Command, DropReason } from '@restow/domain'
import { inEnvelope } from './device.ts'
import { drainNow } from './drain.ts'
import { keepDropped, tellDropped } from './dropped.ts'
import { answerTo, exchange, forget, useOutbox } from './outbox.store.ts'
import type { Queued } from './queued.ts'
import { renamed } from './rename.ts'
import { freshId } from './uuid.ts'

/** What a person does about a refused command: sends it once more, or drops it and says why. */

/**
 * The same once more, as a new command: the refusal of the first stands for good. What waited for it waits for this one, and
 * what takes it back takes this one back. `outcome` comes when the server has spoken.
 */
export async function sendAgain(entry: Queued): Promise<{ outcome: Promise<Outcome> }> {
  const { commandId, deviceId, deviceSeq, scannedAt, performed, expectedVersion, ...facts } = entry.command
  const again = { ...inEnvelope(facts as Command), scannedAt, performed: 'earlier' } as WireCommand
  // In its old place in the order: what builds on it comes after it. One for the other in one go, whatever happens meanwhile.
  const queued: Queued = {
    ...{
      command: { ...again, deviceSeq },
      by: entry.by,
      about: entry.about,
      streams: entry.streams,
      queuedAt: Date.now(),
    },
    ...{ status: 'queued', offline: true, sealed: false },
  }
  const { commands } = useOutbox.getState()
  const follow = renamed(commands, commandId, again.commandId, () => freshId(Date.now()))
  const outcome = answerTo(again.commandId)
  await exchange(new Map([...follow, [commandId, queued]]))
  drainNow()
  return { outcome }
}

/**
 * Takes it off the list; what waited for it goes out and is judged by itself. Supervisors are told.
 * @param droppedBy the badge of whoever says so
 */
export async function drop(entry: Queued, reason: DropReason, droppedBy: string): Promise<void> {
  await keepDropped(entry, reason, droppedBy)
  await forget(entry.command.commandId)
  drainNow()
  void tellDropped().catch(() => {})
}
