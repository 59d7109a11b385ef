import type { WireCommand } from '@restow/contracts'
import type { Command } from '@restow/domain'
import { keptDatabase, writeDown } from './database.ts'
import { inEnvelope } from './device.ts'
import { drainNow } from './drain.ts'
import { exchange, forget, useOutbox } from './outbox.store.ts'
import type { Queued } from './queued.ts'
import { renamed } from './rename.ts'
import { uuidV7 } from './uuid.ts'

/** What a person does about a refused command: sends it once more, or drops it and says why. */

export const DROP_REASONS = ['done_by_other', 'mistake', 'not_there', 'settled', 'other'] as const
export type DropReason = (typeof DROP_REASONS)[number]

export interface Dropped {
  readonly command: WireCommand
  readonly code: string
  readonly by: string
  readonly reason: DropReason
  readonly at: number
}
const FACT = 'dropped'
/** So many are kept for whoever asks what became of them. */
const KEPT = 200

/**
 * The same once more, as a new command: the refusal of the first stands for good. What waited for it waits for this one, and
 * what takes it back takes this one back.
 */
export async function sendAgain(entry: Queued): Promise<void> {
  const { commandId, deviceId, deviceSeq, scannedAt, performed, expectedVersion, ...facts } = entry.command
  const again = { ...inEnvelope(facts as Command), scannedAt, performed: 'earlier' } as WireCommand
  // In its old place in the order: what builds on it comes after it. One for the other in one go, whatever happens meanwhile.
  const queued: Queued = {
    ...{ command: { ...again, deviceSeq }, by: entry.by, about: entry.about, queuedAt: Date.now() },
    ...{ status: 'queued', offline: true, sealed: false },
  }
  const { commands } = useOutbox.getState()
  const follow = renamed(commands, commandId, again.commandId, () => uuidV7(Date.now()))
  await exchange(new Map([...follow, [commandId, queued]]))
  drainNow()
}

/** Takes it off the list; what waited for it goes out and is judged by itself. */
export async function drop({ command, refusal, by }: Queued, reason: DropReason): Promise<void> {
  const kept = ((await (await keptDatabase()).get('facts', FACT)) ?? []) as Dropped[]
  const dropped: Dropped = { command, code: refusal?.code ?? '', by, reason, at: Date.now() }
  await writeDown(['facts'], (tx) => tx.objectStore('facts').put([dropped, ...kept].slice(0, KEPT), FACT))
  await forget(command.commandId)
  drainNow()
}
