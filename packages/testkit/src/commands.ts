import { randomBytes } from 'node:crypto'
import type { CommandFacts, CommandType, Performed } from '@restow/domain'

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
 * @param random ten bytes
 */
export function uuidv7(ms: number = Date.now(), random: Uint8Array = randomBytes(10)): string {
  inSameMs = ms === lastMs ? inSameMs + 1 : 0
  lastMs = ms
  const time = ms.toString(16).padStart(12, '0')
  const tail = Buffer.from(random).toString('hex').padEnd(20, '0')
  const variant = (8 + (Number.parseInt(tail.charAt(0), 16) % 4)).toString(16)
  const order = (inSameMs % 4096).toString(16).padStart(3, '0')
  return `${time.slice(0, 8)}-${time.slice(8)}-7${order}-${variant}${tail.slice(1, 4)}-${tail.slice(4, 16)}`
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

/** The event id that the n-th event of a command will have. */
export const eventIdOf = ({ commandId }: { commandId: string }, n = 1): string => `${commandId}:${n}`
