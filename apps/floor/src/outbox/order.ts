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
  if (command.type === 'CountBin')
    return [...command.lpns, ...(command.missing ?? [])].map((lpn) => `unit ${lpn}`)
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

/** Commands about a unit that change what its parcel holds and counts. */
const CHANGES_CONTENTS: ReadonlySet<CommandType> = new Set([
  'RegisterUnit',
  'IdentifyUnit',
  'SplitUnit',
  'TakeBack',
])

/** The parcel is among what a unit's command is about. */
const changesContents = ({ command, about }: Queued): Key[] =>
  CHANGES_CONTENTS.has(command.type) && 'lpn' in command ? about.map((key) => `contents ${key}`) : []

/** A parcel is closed or reported by what is in it: that has to be told before. */
const goesByContents = ({ command }: Queued): Key[] =>
  'parcel' in command && command.type !== 'RegisterUnit' ? [`contents ${command.parcel}`] : []

/** And what comes after a parcel was closed or reported must not change what was in it then. */
const comesAfterClosing = ({ command, about }: Queued): Key[] =>
  CHANGES_CONTENTS.has(command.type) && 'lpn' in command ? about.map((key) => `closing ${key}`) : []
const closes = ({ command }: Queued): Key[] =>
  'parcel' in command && command.type !== 'RegisterUnit' ? [`closing ${command.parcel}`] : []

/** What later commands take for granted of this one. */
const ledBy = (entry: Queued): Key[] => (LEADS.has(entry.command.type) ? holdsUp(entry) : [])

/**
 * What can go out now, in order.
 * @param entries the whole outbox, in the order in which it was done
 * @param now milliseconds since 1970
 * @param goesNow whether it goes out with this request, as far as others are concerned: whose work it is, say
 */
export function sendable(
  entries: readonly Queued[],
  now: number,
  limit: number,
  goesNow: (entry: Queued) => boolean = () => true,
): Queued[] {
  const waitedFor = new Set<Key>()
  const waitsForAPerson = parked(entries)
  const chosen: Queued[] = []
  for (const entry of entries) {
    const needed = [...namedBy(entry), ...goesByContents(entry), ...comesAfterClosing(entry)]
    const isHeld = needed.some((key) => waitedFor.has(key))
    const isReady = entry.status === 'queued' && (entry.notBefore ?? 0) <= now && goesNow(entry)
    const goes = isReady && !isHeld && chosen.length < limit
    if (goes) chosen.push(entry)
    // What builds on it waits for its answer. Where it stays behind itself, nothing about the same may overtake it.
    const staysBehind = isHeld || (!goes && entry.status !== 'rejected')
    for (const key of staysBehind ? holdsUp(entry) : ledBy(entry)) waitedFor.add(key)
    const stays = staysBehind && entry.status !== 'rejected' && !waitsForAPerson.has(entry.command.commandId)
    for (const key of stays ? [...changesContents(entry), ...closes(entry)] : []) waitedFor.add(key)
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
