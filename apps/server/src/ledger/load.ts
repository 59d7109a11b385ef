import type { Outcome } from '@restow/contracts'
import { lineKey, type Parcel, type Unit } from '@restow/domain'
import { ask, type Queryable } from '../db/pool.ts'
import {
  type Announcement,
  type Handlers,
  type Knowledge,
  type Names,
  type Place,
  seenFrom,
} from './knowledge.ts'
import type { Prepared } from './prepare.ts'
import { LOAD, LOAD_UNITS } from './statements.ts'
import { WorkingSet } from './working-set.ts'

/** A command with the names that its step found in it. */
export interface Named extends Prepared {
  readonly names: Names
}

/** What a group of commands is decided on. */
export interface Loaded {
  readonly set: WorkingSet
  /** First answers to commands that were sent before, with the hash of what was sent then. */
  readonly answered: ReadonlyMap<string, { hash: Buffer; outcome: Outcome }>
  readonly announced: readonly Announcement[]
  readonly evidence: readonly Announcement[]
  readonly products: Awaited<ReturnType<Knowledge['productsByCode']>>
  readonly sellers: Awaited<ReturnType<Knowledge['sellers']>>
  readonly checklists: Awaited<ReturnType<Knowledge['checklists']>>
  readonly unclaimed: Awaited<ReturnType<Knowledge['unclaimedPolicies']>>
}

/** Asks the command's step what it names; a malformed command names nothing. */
export function name(prepared: Prepared, handlers: Handlers): Named {
  const { command, sender, envelope } = prepared
  if (!command) return { ...prepared, names: {} }
  const handler = handlers[command.type] as ((c: typeof command, at: Place) => Names) | undefined
  if (!handler) throw new Error(`no step handles ${command.type}`)
  const place = { warehouse: sender.warehouse, performed: envelope.performed }
  return { ...prepared, names: handler(command, place) }
}

const all = <T>(
  named: readonly Named[],
  pick: (names: Names, n: Named) => T | readonly T[] | undefined,
): T[] => [...new Set(named.flatMap((n) => pick(n.names, n) ?? []))]

/** Every number that the group may be about. */
const numbersIn = (named: readonly Named[]): string[] =>
  all(named, (n) => [...(n.tracking === undefined ? [] : [n.tracking]), ...(n.label ?? [])])

type Row = { kind: string; id: string; version: number; hash: string; body: unknown }

async function loadStreams(on: Queryable, named: readonly Named[]): Promise<Row[]> {
  const ids = named.map((n) => n.commandId)
  const lpns = all(named, (n) => [n.lpn, n.newLpn, ...(n.countedLpns ?? [])].filter((l) => l !== undefined))
  const trackings = numbersIn(named)
  const counted = named.filter((n) => n.names.countedLpns)
  if (trackings.length === 0 && counted.length === 0 && !named.some((n) => n.names.unitsParcel))
    return ask<Row>(on, 'load-units', LOAD_UNITS, [ids, lpns])
  return ask<Row>(on, 'load', LOAD, [
    ids,
    trackings,
    lpns,
    all(named, (n) => (n.unitsParcel ? n.lpn : undefined)),
    all(named, (n) => (n.parcelsUnits ? n.tracking : undefined)),
    counted.map((n) => n.sender.warehouse),
    counted.map((n) => n.names.bin ?? ''),
  ])
}

function workingSet(rows: readonly Row[]): Pick<Loaded, 'set' | 'answered'> {
  const set = new WorkingSet()
  const answered = new Map<string, { hash: Buffer; outcome: Outcome }>()
  for (const { kind, id, version, hash, body } of rows) {
    const bytes = Buffer.from(hash, 'hex')
    if (kind === 'parcel') set.addParcel(id, version, bytes, body as Parcel)
    else if (kind === 'unit') set.addUnit(id, version, bytes, body as Unit)
    else answered.set(id, { hash: bytes, outcome: body as Outcome })
  }
  return { set, answered }
}

const some = <T, R>(keys: readonly T[], question: (keys: readonly T[]) => Promise<R[]>): Promise<R[]> =>
  keys.length === 0 ? Promise.resolve([]) : question(keys)

const uniqueBins = (named: readonly Named[]): { warehouse: string; code: string }[] => {
  const bins = named.flatMap((n) =>
    n.names.bin ? [{ warehouse: n.sender.warehouse, code: n.names.bin }] : [],
  )
  return [...new Map(bins.map((b) => [`${b.warehouse} ${b.code}`, b])).values()]
}

/** Sellers whose policy or standing a command of the group may be decided by. */
function sellersWanted(
  named: readonly Named[],
  set: WorkingSet,
  announced: readonly Announcement[],
): string[] {
  const wanted = all(named, (n) => n.seller)
  if (!named.some((n) => n.names.policies)) return wanted
  const ofUnits = [...set.units.values()].map((s) => s.state?.seller)
  const ofParcels = [...set.parcels.values()].map((s) => s.state?.seller)
  const codes = [...wanted, ...announced.map((a) => a.seller), ...ofUnits, ...ofParcels]
  return [...new Set(codes.filter((c): c is string => typeof c === 'string'))]
}

/** The checklists that inspections of the group may have been done by; mostly those that stand. */
async function checklistsFor(on: Queryable, knowledge: Knowledge, named: readonly Named[]) {
  const asked = all(named, (n) => n.checklists)
  if (asked.length === 0) return []
  if (asked.includes('former')) return knowledge.checklists(on, 'all')
  return knowledge.checklists(
    on,
    asked.flatMap((one) => (typeof one === 'string' ? [] : [one])),
  )
}

/** Loads all that a group of commands names: the streams in one statement, the reference data beside it. */
export async function load(on: Queryable, knowledge: Knowledge, named: readonly Named[]): Promise<Loaded> {
  const trackings = numbersIn(named)
  const [rows, announced, evidence, products, bins, checklists, unclaimed] = await Promise.all([
    loadStreams(on, named),
    some(trackings, (keys) => knowledge.announcedUnder(on, keys)),
    some(
      all(named, (n) => n.evidence),
      (keys) => knowledge.announcedAsEvidence(on, keys),
    ),
    some(
      all(named, (n) => n.productCode),
      (keys) => knowledge.productsByCode(on, keys),
    ),
    some(uniqueBins(named), (keys) => knowledge.bins(on, keys)),
    checklistsFor(on, knowledge, named),
    named.some((n) => n.names.unclaimedPolicy) ? knowledge.unclaimedPolicies(on) : [],
  ])
  const { set, answered } = workingSet(rows)
  for (const bin of bins) set.addBin(bin)
  const late = named.some((n) => n.names.unitsParcel && n.command?.type === 'IdentifyUnit')
    ? await some(
        [...set.parcels.values()].flatMap((p) => (p.state ? [p.state.trackingNumber] : [])),
        (keys) => knowledge.announcedUnder(on, keys),
      )
    : []
  const known = [...announced, ...late.filter((l) => !announced.some((a) => a.id === l.id))]
  const former = named.some((n) => n.names.checklists && n.names.checklists !== 'standing')
  const sellers = await some(sellersWanted(named, set, known), (keys) => knowledge.sellers(on, keys, former))
  return { set, answered, announced: known, evidence, products, sellers, checklists, unclaimed }
}

/** An announcement as this parcel sees it, with the pieces that this group's own commands have registered by now. */
export function seenNow({ set }: Loaded, announcement: Announcement, parcel: Parcel | null) {
  const states = [...set.parcels.values()].flatMap((p) => (p.state ? [p.state] : []))
  const lines = announcement.lines.map((line) => {
    const key = lineKey({ ...line, rmaNumber: announcement.rmaNumber })
    const here = states.flatMap((p) => {
      const pieces = p.registered[key]
      return pieces === undefined ? [] : [[p.id, pieces] as const]
    })
    return { ...line, registeredBy: { ...line.registeredBy, ...Object.fromEntries(here) } }
  })
  return seenFrom(parcel?.id ?? null, { ...announcement, lines })
}

/** What is announced under any of these numbers, as seen from the parcel that carries them. */
export const announcedFor = (loaded: Loaded, numbers: readonly string[], parcel: Parcel | null) =>
  loaded.announced
    .filter((a) => a.trackingNumbers.some((number) => numbers.includes(number)))
    .map((a) => seenNow(loaded, a, parcel))
