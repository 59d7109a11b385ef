import type { WireCommand } from '@restow/contracts'
import type { CommandType } from '@restow/domain'
import type { Queued } from './queued.ts'

/**
 * In which order kept commands may be sent: in the order in which they were done for each parcel and unit, side by side
 * across them. What builds on a command waits until the server has said yes to that one.
 */

type Named = Partial<Record<'lpn' | 'newLpn' | 'parcel', string>>
type Key = string

const keysIn = ({ lpn, newLpn, parcel }: Named): Key[] => {
  const units = [lpn, newLpn].flatMap((plate) => (plate ? [`unit ${plate}`] : []))
  return parcel ? [...units, `parcel ${parcel}`] : units
}

/** What a command names. A scan of a parcel is not its number: that stands in `about`. */
export function namedBy({ command, about }: Pick<Queued, 'command' | 'about'>): Key[] {
  if (command.type === 'AttachPhoto') return keysIn(command.subject)
  if (command.type === 'ReceiveParcel') return about.map((tracking) => `parcel ${tracking}`)
  return keysIn(command as WireCommand & Named)
}

/** Commands that make something what later ones take for granted: a parcel that is here, a unit, its decision. */
const LEADS: ReadonlySet<CommandType> = new Set([
  'ReceiveParcel',
  'ReopenParcel',
  'RegisterUnit',
  'IdentifyUnit',
  'SplitUnit',
  'ReplacePlate',
  'InspectUnit',
  'ClassifyUnit',
  'ReleaseUnit',
  'FindUnit',
  'StartRefurbishment',
  'FinishRefurbishment',
  'ApproveScrap',
  'TakeBack',
])

/** Whose turn waits for this one. A unit that is being registered does not hold up its parcel. */
function holdsUp(entry: Queued): Key[] {
  const named = namedBy(entry)
  return entry.command.type === 'RegisterUnit' ? named.filter((key) => key.startsWith('unit ')) : named
}

/** What later commands take for granted of this one. */
const ledBy = (entry: Queued): Key[] => (LEADS.has(entry.command.type) ? holdsUp(entry) : [])

/**
 * What can go out now, in order.
 * @param entries the whole outbox, in the order in which it was done
 * @param now milliseconds since 1970
 */
export function sendable(entries: readonly Queued[], now: number, limit: number): Queued[] {
  const waitedFor = new Set<Key>()
  const chosen: Queued[] = []
  for (const entry of entries) {
    const isHeld = namedBy(entry).some((key) => waitedFor.has(key))
    const isReady = entry.status === 'queued' && (entry.notBefore ?? 0) <= now
    if (isReady && !isHeld && chosen.length < limit) chosen.push(entry)
    // Sent or not, what builds on it waits: for its answer, or for what holds it up itself.
    for (const key of isHeld ? holdsUp(entry) : ledBy(entry)) waitedFor.add(key)
  }
  return chosen
}

/** Those that wait for a refused one before them to be settled by a person, with the refused one. */
export function parked(entries: readonly Queued[]): ReadonlyMap<string, Queued> {
  const refused = new Map<Key, Queued>()
  const waiting = new Map<string, Queued>()
  for (const entry of entries) {
    const named = namedBy(entry)
    const cause =
      entry.status === 'rejected'
        ? entry
        : named.map((key) => refused.get(key)).find((one) => one !== undefined)
    if (!cause) continue
    if (cause !== entry) waiting.set(entry.command.commandId, cause)
    for (const key of cause === entry ? ledBy(entry) : holdsUp(entry)) refused.set(key, cause)
  }
  return waiting
}
