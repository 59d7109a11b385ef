import type { WireCommand } from '@restow/contracts'
import type { CommandType } from '@restow/domain'
import { isOnParcel, namesIn } from './about.ts'
import type { Queued } from './queued.ts'

/**
 * In which order kept commands may be sent: in the order in which they were done for each parcel and unit, side by side
 * across them. What builds on a command waits until the server has said yes to that one.
 */

type Named = Pick<Queued, 'command' | 'about' | 'streams'>
type Key = string

function platesOf(command: WireCommand): string[] {
  if (command.type === 'CountBin') return [...command.lpns, ...(command.missing ?? [])]
  const { lpn, newLpn } = namesIn(command)
  return [lpn, newLpn].filter((plate) => plate !== undefined)
}

/** A parcel goes by any of its numbers, and a scan is none of them yet: which it is stands in `about`. */
function parcelsOf({ command, about }: Named): string[] {
  const names = namesIn(command)
  if (!isOnParcel(names)) return []
  const { parcel } = names
  const plates = platesOf(command)
  const numbers = about.filter((key) => !plates.includes(key))
  return [...new Set(parcel === undefined ? numbers : [parcel, ...numbers])]
}

/** What a command is kept in order with. */
export const namedBy = (entry: Named): Key[] => [
  ...platesOf(entry.command).map((plate) => `unit ${plate}`),
  ...parcelsOf(entry).map((number) => `parcel ${number}`),
  ...(entry.streams ?? []),
]

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

/** Commands about a parcel that may change whose its units are. */
const CHANGES_OWNER: ReadonlySet<CommandType> = new Set([
  'AliasParcel',
  'ClaimParcel',
  'MatchParcel',
  'TakeBack',
])

/** Which units' commands and which of their parcel as a whole do not overtake each other. */
const BESIDE_EACH_OTHER = [
  // A parcel is closed or reported by what is in it then.
  { what: 'contents', ofUnit: (type: CommandType) => CHANGES_CONTENTS.has(type), ofParcel: () => true },
  { what: 'owner', ofUnit: () => true, ofParcel: (type: CommandType) => CHANGES_OWNER.has(type) },
]

const isOnUnit = (command: WireCommand): boolean => namesIn(command).lpn !== undefined

/** @returns what it must not overtake of its parcel or its parcel's units, and what of those must not overtake it */
function beside(entry: Queued): { after: Key[]; before: Key[] } {
  const { command, about } = entry
  const [here, there] = isOnUnit(command)
    ? (['ofUnit', 'ofParcel'] as const)
    : (['ofParcel', 'ofUnit'] as const)
  const parcels = here === 'ofUnit' ? about : parcelsOf(entry)
  const kinds = BESIDE_EACH_OTHER.filter((kind) => kind[here](command.type))
  const keys = (side: string) =>
    kinds.flatMap(({ what }) => parcels.map((number) => `${what} ${side} ${number}`))
  return { after: keys(there), before: keys(here) }
}

/** What later commands take for granted of this one. Another label takes nothing from its parcel: only its own number waits. */
function ledBy(entry: Queued): Key[] {
  const { command } = entry
  if (command.type === 'AliasParcel')
    return parcelsOf(entry).flatMap((number) => (number === command.parcel ? [] : [`parcel ${number}`]))
  return LEADS.has(command.type) ? holdsUp(entry) : []
}

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
    const { after, before } = beside(entry)
    const needed = [...namedBy(entry), ...after]
    const isHeld = needed.some((key) => waitedFor.has(key))
    const isReady = entry.status === 'queued' && (entry.notBefore ?? 0) <= now && goesNow(entry)
    const goes = isReady && !isHeld && chosen.length < limit
    if (goes) chosen.push(entry)
    // What builds on it waits for its answer. Where it stays behind itself, nothing about the same may overtake it.
    const staysBehind = isHeld || (!goes && entry.status !== 'rejected')
    for (const key of staysBehind ? holdsUp(entry) : ledBy(entry)) waitedFor.add(key)
    const stays = staysBehind && entry.status !== 'rejected' && !waitsForAPerson.has(entry.command.commandId)
    for (const key of stays ? before : []) waitedFor.add(key)
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
