import type { APIRequestContext } from 'playwright-core'
import { expect } from 'vitest'

/** What journeys ask the server without a page. */

/** From then on whoever asks through it is signed in. */
export async function signIn(request: APIRequestContext, origin: string, who: object): Promise<void> {
  const answer = await request.post(`${origin}/api/sessions`, { data: who })
  expect(answer.status()).toBe(200)
}

/** Sends commands as whoever is signed in; each has to be accepted. */
export async function record(
  request: APIRequestContext,
  origin: string,
  commands: readonly object[],
): Promise<void> {
  const answer = await request.post(`${origin}/api/commands`, { data: { commands } })
  const { outcomes } = (await answer.json()) as { outcomes: { outcome: string }[] }
  expect(outcomes.filter((o) => o.outcome !== 'accepted')).toEqual([])
  expect(outcomes).toHaveLength(commands.length)
}
