import type {
  Act,
  ChecklistUsed,
  ExpectedReturn,
  HoldFacts,
  Money,
  OverrideNote,
  Printed,
  Product,
  SumLine,
  UnclaimedPolicy,
} from './facts.ts'
import type { HoldBecause } from './hold-because.ts'
import type {
  Condition,
  DispatchReason,
  Disposition,
  ExceptionCode,
  Finding,
  Grade,
  Identity,
  ParcelOutcome,
  Route,
  Zone,
} from './words.ts'

/** What is on record although it should not be, with what it takes to understand it. */
export interface ExceptionNote {
  readonly code: ExceptionCode
  readonly facts: Readonly<Record<string, string | number>>
}

/** What a supervisor is done with: all of this kind that the event left on record. */
export interface SettledFacts {
  readonly eventId: string
  readonly code: ExceptionCode
  readonly note: string | null
}

/** The announced line that a unit answers, and the unit's share of its value. */
export interface UnitLine {
  readonly expectedReturn: string
  readonly rmaNumber: string
  readonly orderNumber: string | null
  readonly sku: string
  readonly occurrence: number
  readonly reason: { readonly raw: string; readonly mapped: string }
  readonly valueMinor: number | null
  readonly currency: string
}

/** What the suggestion said when a unit was classified; kept, since the policy changes later. */
export interface SuggestedFacts {
  readonly disposition: Disposition
  readonly route: Route
  readonly recoveredMinor: number | null
  readonly currency: string | null
  /** The lines of the sum as they stood then, and the policy's version; left out by decisions from before they were kept. */
  readonly arithmetic?: readonly SumLine[]
  readonly policyVersion?: number
}

/** The announced returns that a parcel answers, as far as the parcel needs to remember them. */
export type ParcelAnswer = Pick<ExpectedReturn, 'id' | 'seller' | 'rmaNumber' | 'orderNumber'>

export interface UnitEventData {
  UnitRegistered: {
    lpn: string
    parcel: { id: string; trackingNumber: string }
    seller: string | null
    product: Product | null
    line: UnitLine | null
    quantity: number
    serial: string | null
    marketplaceLpn: string | null
    exceptions: ExceptionNote[]
    /** Out of a parcel that nobody claimed in time. */
    house?: true
  }
  UnitSplitOff: {
    lpn: string
    fromLpn: string
    fromUnit: string
    quantity: number
    /** The state of the lot it came from, with this unit's plate, quantity and share of the value. */
    state: unknown
  }
  UnitIdentified: { product: Product; line: UnitLine | null; exceptions: ExceptionNote[] }
  UnitClaimed: {
    seller: string
    product: Product | null
    line: UnitLine | null
    exceptions: ExceptionNote[]
    /** Missing on claims recorded before claims could be taken back. */
    undoable?: true
  }
  /** Nobody claimed it in time: the warehouse decides about it. */
  UnitForfeited: { undoable: true }
  PhotoAttached: { sha256: string; angle: string; takenAt: string }
  UnitInspected: {
    identity: Identity
    answers: { check: string; answer: string }[]
    findings: Finding[]
    allowedGrade: Grade
    grade: Grade
    note: string | null
    /** Missing on inspections recorded before checklists had versions. */
    checklist?: ChecklistUsed
    exceptions: ExceptionNote[]
  }
  UnitHeld: Pick<HoldFacts, 'waitsFor' | 'question' | 'because' | 'quarantine'>
  UnitReleased: {
    answer: string | null
    /** What it answers; left out where nothing was said, and by releases from before answers were shown at the next step. */
    question?: string
    because?: HoldBecause
  }
  UnitClassified: {
    disposition: Disposition
    route: Route
    suggested: SuggestedFacts | null
    overrideReason: OverrideNote | null
    approvalNeeded: boolean
    /** Until when its seller may object, ISO 8601; left out where it has no say in it. */
    vetoUntil?: string
    /** The earlier decision about this unit that this one replaces. */
    supersedes: string | null
  }
  UnitPutAway: { bin: string; zone: Zone; exceptions: ExceptionNote[] }
  UnitMoved: { bin: string; zone: Zone; fromBin: string | null; exceptions: ExceptionNote[] }
  RefurbishmentStarted: { route: Route }
  RefurbishmentFinished: { done: string[]; minutes: number; cost: Money | null }
  ScrapAgreed: { note: string | null }
  /** The seller's words, with which the unit waits for a supervisor. */
  ScrapObjected: { note: string }
  ScrapApproved: { note: string | null }
  ScrapDeclined: { note: string | null }
  UnitScrapped: { route: Route; witness: string | null }
  UnitDispatched: { reason: DispatchReason; reference: string }
  UnitSplit: { newLpn: string; newUnit: string; quantity: number; valueMinor: number | null }
  PlateReplaced: { lpn: string; formerLpn: string }
  UnitLost: { bin: string | null; exceptions: ExceptionNote[] }
  UnitFound: { bin: string | null; zone: Zone | null; exceptions: ExceptionNote[] }
  /** A missing unit is given up for; should it turn up all the same, it is found as any other. */
  UnitWrittenOff: { note: string | null }
  ExceptionSettled: SettledFacts
  StepTakenBack: { eventId: string }
}

export interface ParcelEventData {
  ParcelReceived: {
    trackingNumber: string
    raw: string
    condition: Condition
    seller: string | null
    answers: ParcelAnswer[]
    /** Further numbers that its label may be known by; left out where there are none. */
    aliases?: string[]
    exceptions: ExceptionNote[]
  }
  ParcelReported: {
    trackingNumber: string
    outcome: ParcelOutcome
    note: string | null
    seller: string | null
    answers: ParcelAnswer[]
  }
  UnitAdded: { lpn: string; unit: string; line: string | null; quantity: number }
  UnitRemoved: { lpn: string; unit: string; line: string | null; quantity: number }
  ParcelClosed: { exceptions: ExceptionNote[] }
  ParcelReopened: Record<string, never>
  ParcelDescribed: { printed: Printed }
  ParcelClaimed: {
    seller: string
    answers: ParcelAnswer[]
    evidence: Record<string, string>
    /** Missing on claims recorded before claims could be taken back, and on those that an announcement made. */
    undoable?: true
  }
  ParcelForfeited: { note: string | null; policy: UnclaimedPolicy }
  /** Another label of the same box: what was scanned, its numbers, and the returns that it was announced for. */
  ParcelAliased: { raw: string; numbers: string[]; answers: ParcelAnswer[] }
  /** Further returns of its seller that were announced when it was here already. */
  ParcelMatched: { answers: ParcelAnswer[] }
  PhotoAttached: { sha256: string; angle: string; takenAt: string }
  ExceptionSettled: SettledFacts
  StepTakenBack: { eventId: string }
}

export type UnitEvent = {
  [T in keyof UnitEventData]: { type: T; data: UnitEventData[T] }
}[keyof UnitEventData]
export type ParcelEvent = {
  [T in keyof ParcelEventData]: { type: T; data: ParcelEventData[T] }
}[keyof ParcelEventData]

/** An event that a rule asks for: which stream it goes to, and what happened. */
export type NewEvent =
  | ({ stream: { kind: 'unit'; id: string } } & UnitEvent)
  | ({ stream: { kind: 'parcel'; id: string } } & ParcelEvent)

/** What every recorded event carries beside its data. */
export interface EventMeta extends Act {
  /** `<commandId>:<n>`: the n-th event of its command, so that a handheld knows it before the server does. */
  readonly eventId: string
}
export type Recorded<E> = E & { readonly meta: EventMeta }
