/**
 * What may be done in which state, in one table. Screens ask `unitMay` and `parcelMay` and show the reason;
 * they never compare states themselves. docs/flow.md is generated from here.
 */
import type { CommandType } from './commands.ts'
import type { Parcel } from './parcel.ts'
import type { RejectionCode } from './rejections.ts'
import type { Unit } from './unit.ts'
import { PARCEL_STATES, type ParcelState, UNIT_STATES, type UnitState } from './words.ts'

export interface Transition<S extends string> {
  /** The states it may be done in, and the states it leads to (more than one where facts decide). */
  readonly from: readonly S[]
  readonly to: readonly S[] | 'same'
  /** Where the state it is done in decides which of them. */
  readonly toFrom?: Partial<Record<S, readonly S[]>>
  /** Why not, by state; `otherwise` for every state not named. */
  readonly whyNot: Partial<Record<S, RejectionCode>> & { otherwise: RejectionCode }
  /** May it be done to a held unit, to a missing one? */
  readonly whenHeld?: boolean
  readonly whenMissing?: boolean
}

const OVER = { scrapped: 'scrapped', dispatched: 'dispatched', void: 'unit_void' } as const
const HERE: readonly UnitState[] = [
  'registered',
  'inspected',
  'classified',
  'shelved',
  'refurbishing',
  'approved',
]
const DECIDED = { ...OVER, registered: 'not_inspected', inspected: 'not_classified' } as const

type UnitCommand = Exclude<
  CommandType,
  | 'ReceiveParcel'
  | 'ReportParcel'
  | 'RegisterUnit'
  | 'CloseParcel'
  | 'ReopenParcel'
  | 'DescribeParcel'
  | 'ClaimParcel'
  | 'ForfeitParcel'
  | 'AliasParcel'
  | 'MatchParcel'
  | 'CountBin'
  | 'SettleException'
  | 'TakeBack'
>

export const UNIT_TRANSITIONS: Readonly<Record<UnitCommand, Transition<UnitState>>> = {
  IdentifyUnit: {
    from: ['registered', 'inspected'],
    to: 'same',
    whyNot: { ...OVER, otherwise: 'already_decided' },
    whenHeld: true,
  },
  AttachPhoto: {
    from: [...HERE, 'dispatched', 'scrapped'],
    to: 'same',
    whyNot: { otherwise: 'unit_void' },
    whenHeld: true,
    whenMissing: true,
  },
  InspectUnit: {
    // Once: who comes second hears who was first. To look again, the step is taken back.
    from: ['registered'],
    to: ['inspected'],
    whyNot: {
      ...OVER,
      inspected: 'already_inspected',
      refurbishing: 'being_refurbished',
      shelved: 'already_shelved',
      otherwise: 'already_decided',
    },
  },
  ClassifyUnit: {
    from: ['inspected'],
    to: ['classified'],
    whyNot: {
      ...OVER,
      classified: 'already_classified',
      registered: 'not_inspected',
      refurbishing: 'being_refurbished',
      shelved: 'already_shelved',
      otherwise: 'already_decided',
    },
  },
  PutAwayUnit: {
    from: ['classified', 'approved'],
    to: ['shelved', 'classified', 'approved'],
    toFrom: { classified: ['shelved', 'classified'], approved: ['approved'] },
    whyNot: {
      ...DECIDED,
      shelved: 'already_shelved',
      refurbishing: 'being_refurbished',
      otherwise: 'not_classified',
    },
    whenHeld: true,
  },
  MoveUnit: {
    from: ['registered', 'inspected', 'classified', 'shelved', 'approved'],
    to: 'same',
    whyNot: { ...OVER, otherwise: 'being_refurbished' },
    whenHeld: true,
  },
  StartRefurbishment: {
    from: ['classified'],
    to: ['refurbishing'],
    whyNot: { ...DECIDED, refurbishing: 'being_refurbished', otherwise: 'not_for_refurbishment' },
  },
  FinishRefurbishment: {
    from: ['refurbishing'],
    to: ['registered'],
    whyNot: { ...OVER, otherwise: 'not_being_refurbished' },
  },
  // Its seller's time to object runs on whether it is held, missing or neither.
  AnswerScrap: {
    from: ['classified'],
    to: ['classified', 'inspected'],
    whyNot: { ...DECIDED, approved: 'no_approval_needed', otherwise: 'not_for_scrap' },
    whenHeld: true,
    whenMissing: true,
  },
  ApproveScrap: {
    from: ['classified'],
    to: ['approved', 'inspected'],
    whyNot: { ...DECIDED, approved: 'no_approval_needed', otherwise: 'not_for_scrap' },
  },
  ScrapUnit: {
    from: ['classified', 'approved'],
    to: ['scrapped'],
    whyNot: { ...DECIDED, otherwise: 'not_for_scrap' },
  },
  DispatchUnit: {
    from: ['shelved', 'classified', 'approved'],
    to: ['dispatched'],
    whyNot: { ...DECIDED, otherwise: 'not_shelved' },
  },
  HoldUnit: { from: HERE, to: 'same', whyNot: { ...OVER, otherwise: 'unit_void' } },
  ReleaseUnit: { from: HERE, to: 'same', whyNot: { ...OVER, otherwise: 'unit_void' }, whenHeld: true },
  SplitUnit: {
    from: ['registered', 'inspected', 'classified', 'shelved', 'approved'],
    to: 'same',
    whyNot: { ...OVER, otherwise: 'being_refurbished' },
  },
  ReplacePlate: { from: HERE, to: 'same', whyNot: { ...OVER, otherwise: 'unit_void' }, whenHeld: true },
  LoseUnit: { from: HERE, to: 'same', whyNot: { ...OVER, otherwise: 'unit_void' }, whenHeld: true },
  // Found in no bin, a shelved unit is to be put away again.
  FindUnit: {
    from: HERE,
    to: HERE,
    toFrom: {
      registered: ['registered'],
      inspected: ['inspected'],
      classified: ['classified'],
      shelved: ['shelved', 'classified'],
      refurbishing: ['refurbishing'],
      approved: ['approved'],
    },
    whyNot: { ...OVER, otherwise: 'unit_void' },
    whenHeld: true,
    whenMissing: true,
  },
  WriteOffUnit: {
    from: HERE,
    to: 'same',
    whyNot: { ...OVER, otherwise: 'unit_void' },
    whenHeld: true,
    whenMissing: true,
  },
}

type ParcelCommand =
  | 'ReceiveParcel'
  | 'ReportParcel'
  | 'RegisterUnit'
  | 'CloseParcel'
  | 'ReopenParcel'
  | 'DescribeParcel'
  | 'ClaimParcel'
  | 'ForfeitParcel'
  | 'AliasParcel'
  | 'MatchParcel'
const OPEN: readonly ParcelState[] = ['received', 'registered', 'reopened']
const EVER_HERE: readonly ParcelState[] = [...OPEN, 'closed', 'refused', 'misdelivered']
const NOT_HERE = {
  refused: 'parcel_refused',
  misdelivered: 'parcel_refused',
  void: 'parcel_unknown',
} as const

export const PARCEL_TRANSITIONS: Readonly<Record<ParcelCommand, Transition<ParcelState>>> = {
  ReceiveParcel: {
    from: ['void', 'refused', 'misdelivered'],
    to: ['received'],
    whyNot: { closed: 'parcel_closed', otherwise: 'already_received' },
  },
  ReportParcel: {
    from: ['void', 'received', 'reopened'],
    to: ['refused', 'misdelivered', 'closed'],
    whyNot: { closed: 'parcel_closed', registered: 'parcel_has_units', otherwise: 'parcel_refused' },
  },
  RegisterUnit: {
    from: OPEN,
    to: ['registered', 'reopened'],
    toFrom: { received: ['registered'], registered: ['registered'], reopened: ['reopened'] },
    whyNot: { ...NOT_HERE, otherwise: 'parcel_closed' },
  },
  CloseParcel: { from: OPEN, to: ['closed'], whyNot: { ...NOT_HERE, otherwise: 'parcel_closed' } },
  ReopenParcel: {
    from: ['closed'],
    to: ['reopened'],
    whyNot: { ...NOT_HERE, otherwise: 'parcel_not_closed' },
  },
  DescribeParcel: { from: EVER_HERE, to: 'same', whyNot: { otherwise: 'parcel_unknown' } },
  ClaimParcel: { from: EVER_HERE, to: 'same', whyNot: { otherwise: 'parcel_unknown' } },
  ForfeitParcel: {
    from: [...OPEN, 'closed'],
    to: 'same',
    whyNot: { refused: 'parcel_refused', misdelivered: 'parcel_refused', otherwise: 'parcel_unknown' },
  },
  AliasParcel: { from: EVER_HERE, to: 'same', whyNot: { otherwise: 'parcel_unknown' } },
  MatchParcel: { from: EVER_HERE, to: 'same', whyNot: { otherwise: 'parcel_unknown' } },
}

export type Allowed = { allowed: true } | { allowed: false; why: RejectionCode }
const YES: Allowed = { allowed: true }
const no = (why: RejectionCode): Allowed => ({ allowed: false, why })

/** May this be done to this unit, as far as its state tells? The facts of a command can still speak against it. */
export function unitMay(command: UnitCommand, unit: Unit): Allowed {
  const rule = UNIT_TRANSITIONS[command]
  if (unit.missing && !rule.whenMissing) return no('missing')
  if ((command === 'FindUnit' || command === 'WriteOffUnit') && !unit.missing) return no('not_missing')
  if (command === 'WriteOffUnit' && unit.missing?.writtenOff) return no('written_off')
  if (unit.held && !rule.whenHeld) return no(command === 'HoldUnit' ? 'already_held' : 'held')
  if (command === 'ReleaseUnit' && !unit.held) return no('not_held')
  // A held unit may be laid aside whatever step it is at.
  if (command === 'PutAwayUnit' && unit.held && HERE.includes(unit.state)) return YES
  if (!rule.from.includes(unit.state)) return no(rule.whyNot[unit.state] ?? rule.whyNot.otherwise)
  return byDecision(command, unit)
}

/** What depends on the decision, not on the state alone. */
function byDecision(command: UnitCommand, unit: Unit): Allowed {
  const waits = unit.decision?.approvalNeeded === true
  switch (command) {
    case 'StartRefurbishment':
      return unit.disposition === 'refurbish' ? YES : no('not_for_refurbishment')
    case 'ApproveScrap':
      if (unit.disposition !== 'scrap') return no('not_for_scrap')
      return waits ? YES : no('no_approval_needed')
    case 'AnswerScrap':
      if (unit.disposition !== 'scrap') return no('not_for_scrap')
      if (!waits) return no('no_approval_needed')
      return unit.decision?.veto ? YES : no('no_veto')
    case 'ScrapUnit':
      if (unit.disposition !== 'scrap') return no('not_for_scrap')
      return waits ? no('approval_missing') : YES
    case 'DispatchUnit':
      if (unit.disposition === 'resell') return unit.state === 'shelved' ? YES : no('not_shelved')
      if (unit.route === 'donate') return waits ? no('approval_missing') : YES
      return no('not_shelved')
    case 'MoveUnit':
      if (!unit.decision) return YES
      return unit.bin === null || (unit.disposition === 'resell' && unit.state === 'classified')
        ? no('not_put_away')
        : YES
    default:
      return YES
  }
}

/** Only what has no owner yet can be given one. */
function whilstUnclaimed(parcel: Parcel | null): Allowed {
  if (parcel && parcel.seller !== null) return no('already_claimed')
  return parcel?.forfeited ? no('parcel_forfeited') : YES
}

/** May this be done to this parcel? `null`: nothing of that number was ever received. */
export function parcelMay(command: ParcelCommand, parcel: Parcel | null): Allowed {
  const rule = PARCEL_TRANSITIONS[command]
  const state = parcel?.state ?? 'void'
  if (!rule.from.includes(state)) return no(rule.whyNot[state] ?? rule.whyNot.otherwise)
  if (command === 'ReportParcel' && parcel && parcel.units.length > 0) return no('parcel_has_units')
  if (command === 'ClaimParcel' || command === 'ForfeitParcel') return whilstUnclaimed(parcel)
  if (command === 'MatchParcel' && parcel?.forfeited) return no('parcel_forfeited')
  return YES
}

export const UNIT_COMMANDS = Object.keys(UNIT_TRANSITIONS) as UnitCommand[]
export const PARCEL_COMMANDS = Object.keys(PARCEL_TRANSITIONS) as ParcelCommand[]
export type { ParcelCommand, UnitCommand }

/** Everything that can be asked of a unit, with the reason where it is not allowed. */
export function unitNext(unit: Unit): { command: UnitCommand; allowed: boolean; why?: RejectionCode }[] {
  return UNIT_COMMANDS.map((command) => ({ command, ...unitMay(command, unit) }))
}

/** Everything that can be asked of a parcel, with the reason where it is not allowed. */
export function parcelNext(
  parcel: Parcel,
): { command: ParcelCommand; allowed: boolean; why?: RejectionCode }[] {
  // Nobody is offered to match: the server does when something is announced.
  const offered = PARCEL_COMMANDS.filter((command) => command !== 'MatchParcel')
  return offered.map((command) => ({ command, ...parcelMay(command, parcel) }))
}

/** The states that something done in `from` leads to, as far as the state decides. */
export function leadsTo<S extends string>(rule: Transition<S>, from: S): readonly S[] {
  if (!rule.from.includes(from)) return []
  return rule.to === 'same' ? [from] : (rule.toFrom?.[from] ?? rule.to)
}

/** States that no transition leads to and that do not begin a journey: must be none. */
export function unreachableStates(): string[] {
  const reach = (states: readonly string[], table: Record<string, Transition<string>>, begin: string[]) => {
    const reached = new Set(begin)
    for (let more = true; more; ) {
      const before = reached.size
      for (const t of Object.values(table))
        for (const from of [...reached]) for (const s of leadsTo(t, from)) reached.add(s)
      more = reached.size > before
    }
    return states.filter((s) => !reached.has(s))
  }
  return [
    ...reach(UNIT_STATES, UNIT_TRANSITIONS, ['registered', 'void']),
    ...reach(PARCEL_STATES, PARCEL_TRANSITIONS, ['void']),
  ]
}
