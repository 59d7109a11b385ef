import type { FirstSetUp, FirstSetUpDone, FirstSetUpState } from '@restow/contracts'
import { type Call, jsonOf } from './call.ts'

/** The way into a server that has no warehouse yet; nobody is signed in there. */
export function firstSetUp(call: Call) {
  return {
    isFirstSetUpNeeded: async (): Promise<boolean> =>
      (await jsonOf<FirstSetUpState>(call('GET', '/api/first-set-up'))).needed,
    setUpFirst: (facts: FirstSetUp) =>
      jsonOf<FirstSetUpDone>(call('POST', '/api/first-set-up', { json: facts })),
  }
}
