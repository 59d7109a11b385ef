import type { Outcome } from '@restow/contracts'
import { timeOfUuid } from '@restow/domain'
import type { Queryable } from '../db/pool.ts'
import type { Door } from './door.ts'
import { firstAnswer } from './first-answer.ts'
import type { Sender } from './prepare.ts'

/**
 * One command that is asked for away from the floor. Sent again it is the same command to the byte, since its time is its id's, and
 * has its first answer whatever became of its subject since.
 * @param senderOf asked only where it is new: as whom, and in which warehouse; may throw
 */
export async function submitOnce(
  { on, door }: { readonly on: Queryable; readonly door: Door },
  facts: { readonly type: string; readonly commandId: string } & Readonly<Record<string, unknown>>,
  senderOf: () => Promise<Sender>,
): Promise<Outcome> {
  const scannedAt = new Date(timeOfUuid(facts.commandId)).toISOString()
  const command = { ...facts, deviceId: 'desk', deviceSeq: 0, scannedAt }
  const first = await firstAnswer(on, command)
  if (first) return first
  const [outcome] = await door.submit([command], await senderOf())
  if (!outcome) throw new Error('a command got no outcome')
  return outcome
}
