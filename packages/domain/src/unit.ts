/**
 * A return unit is one physical item, or a lot handled as one, known by its licence plate. It is registered
 * out of a parcel, inspected, classified, and then shelved, refurbished or scrapped.
 */
import type { Recorded, SuggestedFacts, UnitEvent, UnitEventData, UnitLine } from './events.ts'
import type { HoldAnswer, HoldFacts, InspectionFacts, OverrideNote, Product, VetoFacts } from './facts.ts'
import {
  type OpenException,
  type Step,
  withExceptions,
  withoutException,
  withoutLastStep,
  withStep,
} from './steps.ts'
import type { Disposition, Finding, Grade, Route, UnitState, Zone } from './words.ts'

export interface UnitPhoto {
  readonly sha256: string
  readonly angle: string
  readonly takenAt: string
  readonly by: string
}

/** The decision that stands: what was decided, by whom, and what had been suggested. */
export interface Decided {
  readonly eventId: string
  readonly disposition: Disposition
  readonly route: Route
  readonly suggested: SuggestedFacts | null
  readonly overrideReason: OverrideNote | null
  /** True while scrapping waits for a second person. */
  readonly approvalNeeded: boolean
  /** Where its seller may, or could, object to scrap; absent otherwise. */
  readonly veto?: VetoFacts
  readonly by: string
  readonly at: string
}

export interface MissingFacts {
  readonly since: string
  readonly lastBin: string | null
  /** Nobody looks for it any more; absent otherwise. */
  readonly writtenOff?: { readonly at: string; readonly by: string; readonly note: string | null }
}

export interface Unit {
  readonly id: string
  readonly warehouse: string
  readonly lpn: string
  readonly formerLpns: readonly string[]
  readonly parcel: { readonly id: string; readonly trackingNumber: string }
  readonly seller: string | null
  readonly product: Product | null
  readonly line: UnitLine | null
  readonly quantity: number
  readonly serial: string | null
  readonly marketplaceLpn: string | null
  readonly state: UnitState
  readonly held: HoldFacts | null
  /** What its last hold was released with, until its next step is taken; absent where there never was any. */
  readonly answer?: HoldAnswer | null
  readonly missing: MissingFacts | null
  readonly inspection: InspectionFacts | null
  readonly grade: Grade | null
  readonly findings: readonly Finding[]
  readonly decision: Decided | null
  readonly disposition: Disposition | null
  readonly route: Route | null
  /** The decision before the one that stands, across refurbishments. */
  readonly lastDecision: string | null
  /** Units with a suspicion that a supervisor has cleared are not held for it again. */
  readonly cleared: boolean
  readonly bin: string | null
  readonly zone: Zone | null
  readonly refurbishment: { readonly route: Route; readonly startedAt: string; readonly by: string } | null
  readonly photos: readonly UnitPhoto[]
  /** Nobody claimed it in time, and the warehouse decides about it; absent otherwise. */
  readonly house?: true
  readonly registeredAt: string
  readonly inspectedAt: string | null
  readonly classifiedAt: string | null
  readonly shelvedAt: string | null
  readonly leftAt: string | null
  readonly exceptions: readonly OpenException[]
  readonly steps: readonly Step[]
}

function registered(
  id: string,
  event: Recorded<{ type: string; data: UnitEventData['UnitRegistered'] }>,
): Unit {
  const { lpn, parcel, seller, product, line, quantity, serial, marketplaceLpn, house } = event.data
  return {
    id,
    warehouse: event.meta.warehouse,
    lpn,
    formerLpns: [],
    parcel,
    seller,
    product,
    line,
    quantity,
    serial,
    marketplaceLpn,
    state: 'registered',
    held: null,
    missing: null,
    inspection: null,
    grade: null,
    findings: [],
    decision: null,
    disposition: null,
    route: null,
    lastDecision: null,
    cleared: false,
    bin: null,
    zone: null,
    refurbishment: null,
    photos: [],
    ...(house ? { house } : {}),
    registeredAt: event.meta.recordedAt,
    inspectedAt: null,
    classifiedAt: null,
    shelvedAt: null,
    leftAt: null,
    exceptions: [],
    steps: [],
  }
}

const UNDECIDED = { decision: null, disposition: null, route: null, classifiedAt: null } as const
const NOT_IN_A_BIN = { bin: null, zone: null } as const
/** Nothing waits for, looks for or excepts at a unit that was never registered. */
const VOID = { ...NOT_IN_A_BIN, state: 'void', held: null, missing: null, exceptions: [], steps: [] } as const

function classified(
  unit: Unit,
  event: Recorded<{ type: string; data: UnitEventData['UnitClassified'] }>,
): Unit {
  const { disposition, route, suggested, overrideReason, approvalNeeded, vetoUntil } = event.data
  const { eventId, recordedAt: at, actor } = event.meta
  const decision = {
    eventId,
    disposition,
    route,
    suggested,
    overrideReason,
    approvalNeeded,
    ...(vetoUntil === undefined ? {} : { veto: { until: vetoUntil } }),
    by: actor.user,
    at,
  }
  return {
    ...unit,
    state: 'classified',
    decision,
    disposition,
    route,
    lastDecision: eventId,
    classifiedAt: at,
  }
}

function placed(unit: Unit, bin: string, zone: Zone, at: string): Unit {
  const shelved = unit.disposition === 'resell' && unit.state === 'classified' && !unit.held
  return { ...unit, bin, zone, ...(shelved ? { state: 'shelved' as const, shelvedAt: at } : {}) }
}

/** A shelved unit that is found, but in no bin, is to be put away again. */
function found(unit: Unit, bin: string | null, zone: Zone | null): Unit {
  const unshelved = unit.state === 'shelved' && bin === null
  const step = unshelved ? { state: 'classified' as const, shelvedAt: null } : {}
  return { ...unit, missing: null, bin, zone, ...step }
}

/** A release from before its event told the question leaves a state as it did then. */
function released(
  unit: Unit,
  { data, meta }: Recorded<{ type: string; data: UnitEventData['UnitReleased'] }>,
): Unit {
  const { answer, question, because } = data
  const free = { ...unit, held: null, cleared: unit.cleared || unit.held?.quarantine === true }
  if (answer === null || question === undefined) return free
  const asked = { question, ...(because ? { because } : {}) }
  return { ...free, answer: { ...asked, answer, by: meta.actor.user, at: meta.recordedAt } }
}

const unanswered = (unit: Unit): Unit => (unit.answer ? { ...unit, answer: null } : unit)

/** The seller has agreed that it is scrapped: its time to object is over. */
function agreed(unit: Unit, by: string, at: string): Unit {
  const { decision } = unit
  if (!decision?.veto) return unit
  return { ...unit, decision: { ...decision, veto: { ...decision.veto, agreed: { by, at } } } }
}

/** What happens to the place, the hold and the whereabouts of a unit. */
function applyAside(unit: Unit, event: Recorded<UnitEvent>): Unit {
  const { recordedAt: at, actor } = event.meta
  switch (event.type) {
    case 'UnitHeld':
      return { ...unanswered(unit), held: { ...event.data, by: actor.user, at } }
    case 'UnitReleased':
      return released(unit, event)
    case 'UnitPutAway':
      return placed(unit, event.data.bin, event.data.zone, at)
    case 'UnitMoved':
      return { ...unit, bin: event.data.bin, zone: event.data.zone }
    case 'UnitLost':
      return { ...unit, ...NOT_IN_A_BIN, missing: { since: at, lastBin: event.data.bin ?? unit.bin } }
    case 'UnitFound':
      return found(unit, event.data.bin, event.data.zone)
    case 'UnitWrittenOff': {
      const writtenOff = { at, by: actor.user, note: event.data.note }
      return { ...unit, missing: unit.missing && { ...unit.missing, writtenOff } }
    }
    case 'ExceptionSettled':
      return withoutException(unit, event.data)
    case 'PlateReplaced':
      return { ...unit, lpn: event.data.lpn, formerLpns: [...unit.formerLpns, event.data.formerLpn] }
    case 'UnitSplit': {
      const line = unit.line && { ...unit.line, valueMinor: event.data.valueMinor }
      return { ...unit, line, quantity: unit.quantity - event.data.quantity }
    }
    default:
      return unit
  }
}

/** What the journey itself does to a unit. */
function apply(unit: Unit, event: Recorded<UnitEvent>): Unit {
  const { recordedAt: at, actor } = event.meta
  switch (event.type) {
    case 'UnitIdentified':
      return { ...unit, product: event.data.product, line: event.data.line ?? unit.line }
    case 'UnitClaimed': {
      const { seller, product, line } = event.data
      return { ...unit, seller, product, line }
    }
    case 'UnitForfeited':
      return { ...unit, house: true }
    case 'PhotoAttached':
      return { ...unit, photos: [...unit.photos, { ...event.data, by: actor.user }] }
    case 'UnitInspected': {
      const { exceptions: _, ...facts } = event.data
      const inspection = { ...facts, by: actor.user, at }
      const { grade, findings } = facts
      return { ...unit, ...UNDECIDED, state: 'inspected', inspection, grade, findings, inspectedAt: at }
    }
    case 'UnitClassified':
      return classified(unit, event)
    case 'RefurbishmentStarted': {
      const refurbishment = { route: event.data.route, startedAt: at, by: actor.user }
      return { ...unit, ...NOT_IN_A_BIN, state: 'refurbishing', refurbishment }
    }
    case 'RefurbishmentFinished':
      return {
        ...unit,
        ...UNDECIDED,
        state: 'registered',
        refurbishment: null,
        grade: null,
        inspectedAt: null,
      }
    case 'ScrapAgreed':
      return agreed(unit, actor.user, at)
    case 'ScrapApproved':
      return {
        ...unit,
        state: 'approved',
        decision: unit.decision && { ...unit.decision, approvalNeeded: false },
      }
    case 'ScrapObjected':
    case 'ScrapDeclined':
      return { ...unit, ...UNDECIDED, state: 'inspected' }
    case 'UnitScrapped':
      return { ...unit, ...NOT_IN_A_BIN, state: 'scrapped', route: event.data.route, leftAt: at }
    case 'UnitDispatched':
      return { ...unit, ...NOT_IN_A_BIN, state: 'dispatched', leftAt: at }
    case 'StepTakenBack':
      // A decision that was taken back is still the one that the next decision replaces.
      return keepingDecision(unit, withoutLastStep(unit)) ?? { ...unit, ...VOID }
    default:
      return applyAside(unit, event)
  }
}

/** The unit as it was before its last step, but for the decision that the next one replaces. */
const keepingDecision = (unit: Unit, before: Unit | null): Unit | null =>
  before && { ...before, lastDecision: unit.lastDecision }

/** What is done for good: nothing behind these can be taken back either. */
const FOR_GOOD = new Set([
  'UnitScrapped',
  'UnitDispatched',
  'UnitSplit',
  'UnitSplitOff',
  'PlateReplaced',
  'UnitClaimed',
  'UnitForfeited',
  // A seller's word is not the warehouse's to take back (docs/decisions/029).
  'ScrapAgreed',
  'ScrapObjected',
])

const NO_STEP = new Set(['PhotoAttached', 'StepTakenBack'])
/** Not taken back at the unit, but together with its parcel: what it was before is remembered. */
const goesBackWithParcel = ({ data }: UnitEvent): boolean => 'undoable' in data && data.undoable === true

/** Whoever took the next step has had the answer in sight. */
const heard = (before: Unit, after: Unit, type: UnitEvent['type']): Unit =>
  type !== 'StepTakenBack' && after.state !== before.state ? unanswered(after) : after

/**
 * The unit after one more event.
 * @param unit null for a unit that was never registered
 * @param id the id of its stream
 */
export function evolveUnit(unit: Unit | null, event: Recorded<UnitEvent>, id: string): Unit {
  const begun = unit === null || unit.state === 'void' ? null : unit
  let next: Unit
  if (event.type === 'UnitRegistered') next = registered(id, event)
  else if (event.type === 'UnitSplitOff')
    next = { ...(event.data.state as Unit), id, steps: [], exceptions: [] }
  else if (unit) next = heard(unit, apply(unit, event), event.type)
  else throw new Error(`${event.type} on a unit that was never registered`)
  next = withExceptions(next, 'exceptions' in event.data ? event.data.exceptions : [], event.meta)
  if (NO_STEP.has(event.type)) return next
  const undoable = !FOR_GOOD.has(event.type)
  return withStep(begun, next, event, undoable, undoable || goesBackWithParcel(event))
}
