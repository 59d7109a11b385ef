import type {
  FoundUnclaimedList,
  Outcome,
  Outcomes,
  OwnerGuesses,
  SellerClaim,
  UnclaimedItem,
  UnclaimedList,
  UnclaimedPolicy,
  UnclaimedQuery,
  WireCommand,
} from '@restow/contracts'
import type { Static } from 'typebox'
import { at, type Call, jsonOf } from './call.ts'
import { commandId } from './command-id.ts'

type Bare<C> = C extends unknown ? Omit<C, 'commandId' | 'deviceId' | 'deviceSeq' | 'scannedAt'> : never
/** What the desk asks for, without the envelope that it goes in. */
export type DeskCommand = Bare<WireCommand>

/** What the desk asks for is sent at once, and each by itself: nothing of it is kept or counted. */
export function inEnvelope(command: DeskCommand): WireCommand {
  const scannedAt = new Date().toISOString()
  return { commandId: commandId(), deviceId: 'desk', deviceSeq: 0, scannedAt, ...command } as WireCommand
}

/** Parcels that nobody has claimed. */
export function unclaimed(call: Call) {
  const given = (signal?: AbortSignal) => (signal ? { signal } : {})
  return {
    unclaimed: (query: Static<typeof UnclaimedQuery>, signal?: AbortSignal) =>
      jsonOf<UnclaimedList>(
        call('GET', '/api/unclaimed', { query: query as Record<string, string>, ...given(signal) }),
      ),
    unclaimedParcel: (tracking: string, signal?: AbortSignal) =>
      jsonOf<UnclaimedItem>(call('GET', `/api/unclaimed/${at(tracking)}`, given(signal))),
    guesses: (tracking: string, signal?: AbortSignal) =>
      jsonOf<OwnerGuesses>(call('GET', `/api/unclaimed/${at(tracking)}/guesses`, given(signal))),
    unclaimedPolicy: (signal?: AbortSignal) =>
      jsonOf<UnclaimedPolicy>(call('GET', '/api/unclaimed/policy', given(signal))),
    putUnclaimedPolicy: (json: UnclaimedPolicy) =>
      jsonOf<UnclaimedPolicy>(call('PUT', '/api/unclaimed/policy', { json })),
    findUnclaimed: (number: string, signal?: AbortSignal) =>
      jsonOf<FoundUnclaimedList>(
        call('GET', '/api/unclaimed/found', { query: { number }, ...given(signal) }),
      ),
    claimAsSeller: (claim: Omit<SellerClaim, 'commandId'>) =>
      jsonOf<Outcome>(call('POST', '/api/unclaimed/claims', { json: { commandId: commandId(), ...claim } })),
    /** One command from the desk, and what became of it. */
    command: async (command: DeskCommand): Promise<Outcome> => {
      const json = { commands: [inEnvelope(command)] }
      const { outcomes } = await jsonOf<Static<typeof Outcomes>>(call('POST', '/api/commands', { json }))
      const [outcome] = outcomes
      if (!outcome) throw new Error('A command got no outcome.')
      return outcome
    },
  }
}
