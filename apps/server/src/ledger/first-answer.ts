import type { Outcome } from '@restow/contracts'
import { ask, type Queryable } from '../db/pool.ts'
import { contentHash } from './chain.ts'

/**
 * What was answered to exactly this command when it came first; null where it is new, or its id stands for another one.
 * For whoever has to know before it can be said which warehouse a command is for.
 */
export async function firstAnswer(
  on: Queryable,
  command: { readonly commandId: string },
): Promise<Outcome | null> {
  const text = 'select outcome from command_outcome where command_id = $1::uuid and content_hash = $2'
  const [kept] = await ask<{ outcome: Outcome }>(on, 'first-answer', text, [
    command.commandId,
    contentHash(command),
  ])
  return kept?.outcome ?? null
}
