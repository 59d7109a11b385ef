import type { AnnouncedReturn, AnnouncementOutcome, ChangedReturn } from '@restow/contracts'
import { at, type Call, jsonOf } from './call.ts'

/** Returns announced one by one. */
export function announcements(call: Call) {
  return {
    /** What became of it; a refusal is an outcome as well. */
    announceReturn: async (json: AnnouncedReturn): Promise<AnnouncementOutcome> => {
      const { outcomes } = await jsonOf<{ outcomes: AnnouncementOutcome[] }>(
        call('POST', '/api/expected-returns', { json: { returns: [json] } }),
      )
      const [outcome] = outcomes
      if (!outcome) throw new Error('an announcement without an outcome')
      return outcome
    },
    cancelReturn: (seller: string, rma: string) =>
      jsonOf<ChangedReturn>(call('DELETE', `/api/expected-returns/${at(seller)}/${at(rma)}`)),
  }
}
