import type { Outcome } from '@restow/contracts'
import { timeOfUuid } from '@restow/domain'
import type { Queryable } from '../db/pool.ts'
import type { Door } from './door.ts'
import { firstAnswer } from './first-answer.ts'
import type { Sender } from './prepare.ts'

/**
 * One command of a seller, asked for away from the floor. Sent again it is the same command to the byte, since its time is its id's,
 * and has its first answer whatever became of its subject since. Another seller who sends the same to the letter sends another
 * command, and hears nothing of what was answered to the first.
 * @param senderOf asked only where it is new: as whom, and in which warehouse; may throw
 */
export async function submitOnce(
  { on, door, seller }: { readonly on: Queryable; readonly door: Door; readonly seller: string },
  facts: { readonly type: string; readonly commandId: string } & Readonly<Record<string, unknown>>,
  senderOf: () => Promise<Sender>,
): Promise<Outcome> {
  const scannedAt = new Date(timeOfUuid(facts.commandId)).toISOString()
  const command = { ...facts, deviceId: `desk of ${seller}`, deviceSeq: 0, scannedAt }
  const first = await firstAnswer(on, command)
  if (first) return first
  const [outcome] = await door.submit([command], await senderOf())
  if (!outcome) throw new Error('a command got no outcome')
  return outcome
}
