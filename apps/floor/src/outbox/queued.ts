import type { Outcome, WireCommand } from '@restow/contracts'
import type { Language } from '@restow/ui'

export type Status = 'queued' | 'sending' | 'rejected'

/** A command that the server has not accepted yet, and whose it is. */
export interface Queued {
  readonly command: WireCommand
  /** The badge of the person who did it: it is sent as that person's work only. */
  readonly by: string
  /** The parcels and units it is about, by tracking number and plate. */
  readonly about: readonly string[]
  /** The same by what does not change: a unit gets another plate, a parcel another label. None where only the server knows. */
  readonly streams?: readonly string[] | undefined
  readonly queuedAt: number
  readonly status: Status
  /** It was done while the network was down. */
  readonly offline: boolean
  /** It may have reached the server: from now on every copy that is sent is the same to the letter. */
  readonly sealed: boolean
  /** The server fell over it; it waits till then, and lets others pass. */
  readonly notBefore?: number
  /** The server's refusal, until the worker has seen it. */
  readonly refusal?: Outcome
}

/** A photo whose bytes the server does not have yet; the command that names it goes its own way. */
export interface QueuedPhoto {
  readonly sha256: string
  readonly bytes: number
  readonly by: string
  readonly queuedAt: number
  readonly refusal?: string
}

/** Who has signed in on this device, and what sends their work. */
export interface KeptPerson {
  readonly badge: string
  readonly name: string
  readonly role: string
  readonly warehouse: string
  readonly timeZone: string
  /** The language that goes with the badge. */
  readonly language?: Language
  readonly sendToken: string | null
  /** In milliseconds since 1970: how long signing in works without the network. */
  readonly until: number
  /** What a PIN is checked against here; null where the page is not secure enough to make it. */
  readonly pin: { readonly salt: Uint8Array; readonly hash: Uint8Array } | null
  readonly wrongPins: number
}
