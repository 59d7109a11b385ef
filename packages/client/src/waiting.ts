import type {
  Acknowledged,
  Outcome,
  SellerAnswer,
  SellerScrapAnswer,
  WaitingList,
  WaitingQuery,
} from '@restow/contracts'
import type { Static } from 'typebox'
import { type Call, jsonOf } from './call.ts'

const unitAddress = (lpn: string) => `/api/units/${encodeURIComponent(lpn)}`

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
    /** A seller's answer to the question that one of its units waits with. */
    answerHold: (lpn: string, json: SellerAnswer) =>
      jsonOf<Outcome>(call('POST', `${unitAddress(lpn)}/answer`, { json })),
    /** A seller's word on scrap that it may object to. */
    answerScrap: (lpn: string, json: SellerScrapAnswer) =>
      jsonOf<Outcome>(call('POST', `${unitAddress(lpn)}/scrap-answer`, { json })),
    /** One outcome for each, in order. */
    acknowledgeDropped: (commandIds: readonly string[]) =>
      jsonOf<Acknowledged>(call('POST', '/api/devices/dropped/acknowledged', { json: { commandIds } })),
  }
}
