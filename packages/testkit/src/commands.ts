import { randomBytes } from 'node:crypto'
import { type CommandFacts, type CommandType, type Performed, uuidV7 } from '@restow/domain'

/** What stands on every command beside its facts. */
export interface Envelope {
  readonly commandId: string
  readonly deviceId: string
  readonly deviceSeq: number
  readonly scannedAt: string
  readonly performed?: Performed
  readonly expectedVersion?: number
}
export type WireCommand<T extends CommandType = CommandType> = { type: T } & Envelope & CommandFacts[T]

let lastMs = 0
let inSameMs = 0

/**
 * A fresh UUIDv7. Ids of one process ascend, also within one millisecond.
 * @param ms time since 1970 in milliseconds
 * @param random eight bytes or more
 */
export function uuidv7(ms: number = Date.now(), random: Uint8Array = randomBytes(10)): string {
  inSameMs = ms === lastMs ? inSameMs + 1 : 0
  lastMs = ms
  const bytes = new Uint8Array(10)
  bytes.set(random.slice(0, 8), 2)
  bytes.set([(inSameMs >> 8) & 0x0f, inSameMs & 0xff])
  return uuidV7(ms, bytes)
}

/** A handheld: makes whole wire commands, each with an id of its own and the device's next number. */
export class Handheld {
  readonly deviceId: string
  readonly #now: () => Date
  #seq = 0

  constructor(deviceId = 'test-1', now: () => Date = () => new Date()) {
    this.deviceId = deviceId
    this.#now = now
  }

  command<T extends CommandType>(
    type: T,
    facts: CommandFacts[T],
    envelope: Partial<Envelope> = {},
  ): WireCommand<T> {
    this.#seq += 1
    const scannedAt = this.#now().toISOString()
    const made: Envelope = {
      commandId: uuidv7(),
      deviceId: this.deviceId,
      deviceSeq: this.#seq,
      scannedAt,
      ...envelope,
    }
    return Object.assign({ type }, made, facts)
  }
}

const handhelds = new Map<string, Handheld>()

/** A whole wire command. Devices count on: name another `deviceId` in `envelope` for another device's count. */
export function command<T extends CommandType>(
  type: T,
  facts: CommandFacts[T],
  envelope: Partial<Envelope> = {},
): WireCommand<T> {
  const deviceId = envelope.deviceId ?? 'test-1'
  const handheld = handhelds.get(deviceId) ?? new Handheld(deviceId)
  handhelds.set(deviceId, handheld)
  return handheld.command(type, facts, envelope)
}

/** A command of the domain as it goes over the wire; what it says of its envelope itself stays as it is. */
export const wire = ({ type, ...facts }: { readonly type: CommandType }): WireCommand =>
  command(type, facts as CommandFacts[CommandType])

/** The event id that the n-th event of a command will have. */
export const eventIdOf = ({ commandId }: { commandId: string }, n = 1): string => `${commandId}:${n}`
