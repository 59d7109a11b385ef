import type { WireCommand } from '@restow/contracts'
import { type Command, type NewEvent, readLabel, type Situation } from '@restow/domain'
import type { Queued } from './queued.ts'

/** Which parcels and units a command is about: it is kept in order with them, and what is read of them is behind it till then. */

type Names = Partial<Record<'lpn' | 'newLpn' | 'parcel' | 'tracking', string>>

/** What a command names, by plate and number. */
export const namesIn = (command: Command | WireCommand): Names =>
  command.type === 'AttachPhoto' ? command.subject : (command as Names)

/** Whether it is about a parcel as such, by its number or by a scan of it. */
export const isOnParcel = ({ parcel, tracking }: Names): boolean =>
  parcel !== undefined || tracking !== undefined

const present = (keys: readonly (string | null | undefined | false)[]): string[] => [
  ...new Set(keys.flatMap((key) => (key ? [key] : []))),
]

/** The number by which the parcel is found from now on too. */
const learned = (command: Command, { known }: Situation, at: string): string | undefined =>
  command.type === 'AliasParcel' ? readLabel(known.label ?? [], at)?.number : undefined

/** What it changes, and what it is said of. A unit's command goes side by side with those of its parcel's other units. */
function streamsOf(command: Command, { unit, parcel }: Situation, events: readonly NewEvent[]): string[] {
  const ofParcel = isOnParcel(namesIn(command))
  const changed = events.filter(({ stream }) => stream.kind === 'unit' || ofParcel)
  return present([
    unit && `unit ${unit.id}`,
    ofParcel && parcel && `parcel ${parcel.id}`,
    ...changed.map(({ stream }) => `${stream.kind} ${stream.id}`),
  ])
}

/**
 * @param events what follows from it, as far as this device knows
 * @param at when it is done, ISO 8601
 */
export function aboutOf(
  command: Command,
  situation: Situation,
  events: readonly NewEvent[],
  at: string,
): Pick<Queued, 'about' | 'streams'> {
  const { lpn, newLpn } = namesIn(command)
  const parcel = situation.parcel?.trackingNumber ?? situation.known.trackingNumber
  const about = present([lpn, newLpn, parcel, learned(command, situation, at)])
  return { about, streams: streamsOf(command, situation, events) }
}
