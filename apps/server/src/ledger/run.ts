import type { Outcome } from '@restow/contracts'
import {
  type Act,
  type Decision,
  decide,
  type EventMeta,
  type LabelNumber,
  type Parcel,
  plainNumber,
  type RejectionFacts,
  readLabel,
  type Situation,
  type Unit,
} from '@restow/domain'
import { type BinCount, countOf } from './counts.ts'
import type { Announcement } from './knowledge.ts'
import { announcedFor, type Loaded, type Named, seenNow } from './load.ts'
import { rejection } from './prepare.ts'
import type { AppendedEvent } from './working-set.ts'

/** An outcome, and whether it is new and has to be kept. */
export interface Answered {
  readonly outcome: Outcome
  /** What a bin's count came to. */
  readonly count: BinCount | null
  readonly keep: { id: string; hash: Buffer; at: string } | null
}

/** The server's time for a command, ISO 8601 in UTC. */
export type Now = (commandId: string) => string

/** What stands under each number that a scanned label may be read as; announcements as seen from the parcel it is about. */
function labelOf(loaded: Loaded, { names, sender }: Named): LabelNumber[] {
  const { tracking, label = [] } = names
  const about = tracking === undefined ? null : loaded.set.parcelOf(sender.warehouse, tracking)
  return label.map((number) => {
    const parcel = loaded.set.parcelOf(sender.warehouse, number)
    return { number, parcel, announced: announcedFor(loaded, [number], about ?? parcel) }
  })
}

/** The parcel that a command names: by a number, by a label, else that of its unit. */
function subjectOf({ set }: Loaded, { names, sender }: Named, unit: Unit | null, read: LabelNumber | null) {
  if (names.tracking !== undefined) return set.parcelOf(sender.warehouse, names.tracking)
  if (names.label !== undefined) return read?.parcel ?? null
  return unit && set.parcel(unit.parcel.id)
}

/** The situation that a command is judged in: what stands now, this group's earlier commands included. */
function situationOf(loaded: Loaded, named: Named, now: string): Situation {
  const { names, sender } = named
  const { set } = loaded
  const unit = names.lpn === undefined ? null : set.unitOf(names.lpn)
  const label = labelOf(loaded, named)
  const read = readLabel(label, now)
  const parcel = subjectOf(loaded, named, unit, read)
  const tracking = names.tracking ?? (names.label ? read?.number : parcel?.trackingNumber) ?? ''
  const own = parcel ? [parcel.trackingNumber, ...parcel.aliases] : []
  // What a label is announced under by any of its numbers speaks for a parcel that comes in by it.
  const numbers = [tracking, ...own, ...(names.tracking === undefined ? (names.label ?? []) : [])]
  return {
    parcel,
    unit,
    plateHolder: names.newLpn === undefined ? null : set.unitOf(names.newLpn),
    others: othersOf(loaded, names, parcel),
    known: {
      trackingNumber: tracking,
      ...(names.label ? { label } : {}),
      announced: announcedFor(loaded, numbers, parcel),
      evidence: evidenceFor(loaded, names, parcel),
      sellers: byCode(loaded),
      products: productsFor(loaded, names),
      checklists: Object.fromEntries(loaded.checklists.map((c) => [c.category, c])),
      bin: names.bin === undefined ? null : set.bin(sender.warehouse, names.bin),
      unclaimed: loaded.unclaimed.find((one) => one.warehouse === sender.warehouse)?.policy ?? null,
    },
  }
}

/** Without a prototype: nobody may claim a parcel for a seller called `constructor`. */
const byCode = ({ sellers }: Loaded): Situation['known']['sellers'] =>
  Object.assign(Object.create(null), Object.fromEntries(sellers.map((s) => [s.code, s])))

const productsFor = ({ products }: Loaded, { productCode }: Named['names']) =>
  productCode === undefined
    ? []
    : products.filter((p) => p.sku === productCode || p.gtin === productCode || p.fnsku === productCode)

/** Signs between letters and digits say nothing where no number is the very one, in what is typed as little as in what is printed. */
function numbered(announced: readonly Announcement[], number: string): readonly Announcement[] {
  const by = (is: (own: string) => boolean) =>
    announced.filter((a) => [a.orderNumber, a.rmaNumber].some((own) => own !== null && is(own)))
  const exactly = by((own) => own === number)
  const plain = plainNumber(number)
  return exactly.length > 0 || plain === '' ? exactly : by((own) => plainNumber(own) === plain)
}

function evidenceFor(loaded: Loaded, { evidence: given }: Named['names'], parcel: Parcel | null) {
  if (!given) return []
  const own = loaded.evidence.filter((a) => a.seller === given.seller)
  return numbered(own, given.order)
    .filter((a) => given.sku === null || a.lines.some((l) => l.sku === given.sku))
    .map((a) => seenNow(loaded, a, parcel))
}

function othersOf({ set }: Loaded, names: Named['names'], parcel: Parcel | null): Unit[] {
  if (names.parcelsUnits && parcel) return set.unitsWhere((u) => u.parcel.id === parcel.id)
  if (!names.countedLpns) return []
  const counted = new Set(names.countedLpns)
  return set.unitsWhere(
    (u) => u.bin === names.bin || counted.has(u.lpn) || u.formerLpns.some((l) => counted.has(l)),
  )
}

/** Is the version that a command was prepared on still the one that stands? */
function staleness(
  named: Named,
  situation: Situation,
  loaded: Loaded,
): Extract<Decision, { rejected: unknown }> | null {
  const { expectedVersion: expected, names } = named
  if (expected === null) return null
  const about = names.lpn === undefined ? situation.parcel : situation.unit
  const key = names.lpn ?? names.tracking ?? names.label?.[0] ?? ''
  if (!about) return expected === 0 ? null : { rejected: 'nothing_there', facts: { key, expected } }
  if (loaded.set.version('lpn' in about ? 'unit' : 'parcel', about.id) === expected) return null
  const last = about.steps.at(-1)
  const facts = { key, lastType: last?.type ?? '', lastBy: last?.by ?? '', lastAt: last?.recordedAt ?? '' }
  return { rejected: 'version_conflict', facts }
}

function keyOf(loaded: Loaded, event: AppendedEvent): string {
  if (event.streamKind === 'unit') return loaded.set.units.get(event.streamId)?.state?.lpn ?? ''
  return loaded.set.parcels.get(event.streamId)?.state?.trackingNumber ?? ''
}

function accept(loaded: Loaded, act: Act, decision: Extract<Decision, { events: unknown }>): Outcome {
  const events = decision.events.map((event, n) => {
    const meta: EventMeta = { ...act, eventId: `${act.commandId}:${n + 1}` }
    const appended = loaded.set.append(event, meta)
    const stream = { kind: appended.streamKind, id: appended.streamId, key: keyOf(loaded, appended) }
    return { eventId: meta.eventId, type: appended.type, stream, version: appended.version }
  })
  const exceptions = decision.events.flatMap((e) => ('exceptions' in e.data ? e.data.exceptions : []))
  return {
    commandId: act.commandId,
    outcome: 'accepted',
    events,
    exceptions: exceptions.map(({ code, facts }) => ({ code, facts: { ...facts } })),
  }
}

type Judged = Pick<Answered, 'outcome' | 'count'>

function judge(loaded: Loaded, named: Named, now: string): Judged {
  const { command, commandId, sender, envelope } = named
  const refuse = (code: Parameters<typeof rejection>[1], facts: RejectionFacts): Judged => ({
    outcome: rejection(commandId, code, facts, sender, now),
    count: null,
  })
  if (!command) return refuse('malformed', { problem: named.problem })
  if (sender.device !== undefined && sender.device !== envelope.deviceId)
    return refuse('wrong_device', { device: envelope.deviceId, signedIn: sender.device })
  const act: Act = {
    commandId,
    actor: { user: sender.user, role: sender.role },
    warehouse: sender.warehouse,
    ...envelope,
    recordedAt: now,
  }
  const situation = situationOf(loaded, named, now)
  const decision = staleness(named, situation, loaded) ?? decide(situation, command, act)
  if ('rejected' in decision) return refuse(decision.rejected, decision.facts)
  const count = command.type === 'CountBin' ? countOf(situation, command, act, decision) : null
  return { outcome: accept(loaded, act, decision), count }
}

/** A rule threw: a fault of our own code, whatever was asked for. */
export class RuleBroke extends Error {
  constructor(cause: unknown) {
    super('a rule broke', { cause })
  }
}

function judgeSafely(loaded: Loaded, named: Named, now: string): Judged {
  try {
    return judge(loaded, named, now)
  } catch (error) {
    throw new RuleBroke(error)
  }
}

/**
 * Answers the commands of a group in their order, each seeing what those before it did. One that was sent
 * before gets its first answer again; one whose id stands for another command is rejected.
 */
export function run(loaded: Loaded, group: readonly Named[], now: Now): Answered[] {
  const answered = new Map(loaded.answered)
  return group.map((named) => {
    const first = answered.get(named.commandId)
    const at = now(named.commandId)
    if (first) {
      const same = first.hash.equals(named.contentHash)
      const outcome = same
        ? first.outcome
        : rejection(named.commandId, 'command_id_reused', {}, named.sender, at)
      return { outcome, count: null, keep: null }
    }
    const { outcome, count } = judgeSafely(loaded, named, at)
    answered.set(named.commandId, { hash: named.contentHash, outcome })
    return { outcome, count, keep: { id: named.commandId, hash: named.contentHash, at } }
  })
}
