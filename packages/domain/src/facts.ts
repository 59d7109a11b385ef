import type { HoldBecause } from './hold-because.ts'
import type {
  ActorRole,
  Angle,
  Finding,
  Grade,
  OverrideReason,
  Performed,
  PrintedField,
  Route,
  UnclaimedEnd,
  WaitsFor,
  Zone,
} from './words.ts'

/** What the rules are told about the world beside the streams: reference data, as plain values. */

/** A text in the languages it is kept in; English always. */
export type Text = { readonly en: string } & Readonly<Record<string, string>>

/** A sum of money in the smallest unit of its currency (cents; yen has none). */
export interface Money {
  readonly minor: number
  readonly currency: string
}

export interface Product {
  readonly seller: string
  readonly sku: string
  readonly title: string
  readonly category: string
  readonly gtin: string | null
  readonly fnsku: string | null
  readonly asin: string | null
  readonly flags: readonly string[]
}

/** One announced line: known by RMA, SKU and its how-manieth occurrence there. */
export interface AnnouncedLine {
  readonly sku: string
  readonly occurrence: number
  readonly quantity: number
  /** Value of the whole line, all its pieces. */
  readonly valueMinor: number | null
  readonly currency: string
  /** The customer's reason: as it came, and mapped. */
  readonly reason: { readonly raw: string; readonly mapped: string }
  /** Pieces of this line that other parcels have brought already. */
  readonly registeredElsewhere: number
}

/** What a seller announced, with the tracking numbers it may come under. */
export interface ExpectedReturn {
  readonly id: string
  readonly seller: string
  readonly rmaNumber: string
  readonly orderNumber: string | null
  readonly cancelled: boolean
  readonly lines: readonly AnnouncedLine[]
}

/** What stands on a parcel, as far as somebody has written it down. */
export type Printed = Readonly<Partial<Record<PrintedField, string>>>

/** The warehouse's rule for what nobody claims: after how many days, and what becomes of it then. */
export interface UnclaimedPolicy {
  readonly afterDays: number
  readonly becomes: UnclaimedEnd
}

export interface Bin {
  readonly code: string
  readonly zone: Zone
  /** How many plates it holds at most, and how many it holds. */
  readonly capacity: number
  readonly plates: number
}

/** One line of a suggestion's sum, in minor units of the announced line's currency. */
export interface SumLine {
  /** `value` (at `grade`), else the item that costs. */
  readonly item: string
  readonly grade?: Grade
  readonly minor: number
}

/** What a route costs per piece in minor units of the policy's currency, item by item. */
export interface RouteCost {
  readonly item: string
  readonly minor: number
}

/** A seller's rules for what its goods are worth and what may be done with them. */
export interface Policy {
  /** Counted up with each change, so that a decision can say by which it was reckoned; 1 where it is left out. */
  readonly version?: number
  readonly currency: string
  /** Percent of the line value that each grade still brings. */
  readonly shares: Readonly<Record<Grade, number>>
  readonly routes: readonly Route[]
  /** The routes that the warehouse does for this seller, to choose among; all where it is left out. */
  readonly available?: readonly Route[]
  /** What the warehouse charges. */
  readonly costs: Readonly<Partial<Record<Route, readonly RouteCost[]>>>
  /** What a route costs the seller besides, such as the parts of a repair. */
  readonly ownCosts?: Readonly<Partial<Record<Route, readonly RouteCost[]>>>
  /** What a refurbishing route makes of a unit, and for which grades it is offered. */
  readonly refurbish: Readonly<Partial<Record<Route, { afterwards: Grade; offeredFor: readonly Grade[] }>>>
  readonly scrapRoute: Route
  /** Scrapping goods worth more than this waits for a second person. */
  readonly scrapLimitMinor: number
  /** For so many hours the seller may object to scrap above its limit before anybody approves it; not at all where it is left out or 0. */
  readonly scrapVetoHours?: number
  /** How many units of another currency one unit of the policy's buys, as decimal text. */
  readonly rates: Readonly<Record<string, string>>
  /** Which resold goods get the seller's label, and how many each; all, and one, where it is left out. */
  readonly prints?: { readonly relabel: readonly Route[]; readonly copies: number }
}

export interface Seller {
  readonly code: string
  readonly active: boolean
  readonly policy: Policy
  /** What it has asked about its goods besides what the house asks; nothing where it is left out. */
  readonly checks?: OwnChecks
}

export interface Check {
  readonly check: string
  readonly question: Text
  readonly required: boolean
  /** Best answer first; each says how good a grade it still allows. */
  readonly answers: readonly { readonly answer: string; readonly cap: Grade; readonly label: Text }[]
}

/** A question of a seller's own, asked after the house's. */
export interface OwnCheck extends Check {
  /** Asked about goods of these categories alone; about all of the seller's where it is left out. */
  readonly categories?: readonly string[]
}

/** A seller's own questions; counted up with each change, like a checklist. */
export interface OwnChecks {
  readonly version: number
  readonly checks: readonly OwnCheck[]
  /** What they were before, the latest first, as far as work done by them may still come in. */
  readonly former?: readonly FormerOwnChecks[]
}
/** Own questions that were replaced, and when: ISO 8601 by the server's clock. */
export type FormerOwnChecks = Omit<OwnChecks, 'former'> & { readonly until: string }
/** Which version of whose own questions was asked. */
export interface OwnChecksUsed {
  readonly seller: string
  readonly version: number
}

/** Which checklist an inspection was done by. */
export interface ChecklistUsed {
  readonly category: string
  readonly version: number
  /** Where questions of the seller's own were asked as well. */
  readonly own?: OwnChecksUsed
}

/** What to look at on a unit of one category, and which photos it takes. */
export interface Checklist {
  readonly category: string
  /** Counted up with each change; 1 where it is left out. */
  readonly version?: number
  /** No longer asked: the general one stands in for it. */
  readonly retired?: boolean
  readonly checks: readonly Check[]
  readonly requiredAngles: { readonly always: readonly Angle[]; readonly belowLikeNew: readonly Angle[] }
  /** What it was before, the latest first, as far as work done by it may still come in (docs/decisions/027). */
  readonly former?: readonly FormerChecklist[]
  /** Whose own questions stand below it, where there are such (own-checks.ts). */
  readonly own?: OwnChecksUsed
}

/** A checklist that was replaced, and when: ISO 8601 by the server's clock. */
export type FormerChecklist = Omit<Checklist, 'former'> & { readonly until: string }

/** Who does something, where, when and with what: the part of a command that is not its facts. */
export interface Act {
  readonly commandId: string
  readonly actor: { readonly user: string; readonly role: ActorRole }
  readonly warehouse: string
  readonly deviceId: string
  readonly deviceSeq: number
  /** The device's clock: kept, never believed. */
  readonly scannedAt: string
  /** The server's clock, ISO 8601 in UTC with milliseconds. */
  readonly recordedAt: string
  readonly performed: Performed
}

export interface OverrideNote {
  readonly code: OverrideReason
  readonly note?: string
}

/** What a hold was released with: said to whoever takes the unit's next step. */
export interface HoldAnswer {
  readonly question: string
  /** Where a rule asked it; see HoldFacts. */
  readonly because?: HoldBecause
  readonly answer: string
  readonly by: string
  readonly at: string
}

/** Until when (ISO 8601) the seller may object to scrap, and who of it has agreed before. */
export interface VetoFacts {
  readonly until: string
  readonly agreed?: { readonly by: string; readonly at: string }
}

export interface HoldFacts {
  readonly waitsFor: WaitsFor
  readonly question: string
  /** Where a rule of the house asks: what for. Left out where a person does, and by holds from before rules said it. */
  readonly because?: HoldBecause
  /** Held for `safety`, `hygiene` or a suspected counterfeit: only a quarantine bin will do. */
  readonly quarantine: boolean
  readonly by: string
  readonly at: string
}

export interface InspectionFacts {
  readonly identity: string
  readonly answers: readonly { readonly check: string; readonly answer: string }[]
  readonly findings: readonly Finding[]
  /** What answers and findings allow at best; the grade given may be lower. */
  readonly allowedGrade: Grade
  readonly grade: Grade
  readonly note: string | null
  /** Left out by inspections from before checklists had versions. */
  readonly checklist?: ChecklistUsed
  readonly by: string
  readonly at: string
}
