import type { Acknowledged, WaitingList, WaitingQuery } from '@restow/contracts'
import type { Static } from 'typebox'
import { type Call, jsonOf } from './call.ts'

/** What waits for whoever is signed in. */
export function waiting(call: Call) {
  return {
    waiting: (query: Static<typeof WaitingQuery>, signal?: AbortSignal) =>
      jsonOf<WaitingList>(
        call('GET', '/api/waiting', {
          query: query as Record<string, string>,
          ...(signal ? { signal } : {}),
        }),
      ),
    /** One outcome for each, in order. */
    acknowledgeDropped: (commandIds: readonly string[]) =>
      jsonOf<Acknowledged>(call('POST', '/api/devices/dropped/acknowledged', { json: { commandIds } })),
  }
}
