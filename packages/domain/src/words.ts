/**
 * The closed lists of the trade, each standing here once. Wire schemas, tables and CHECK constraints are
 * made from them; a test compares what PostgreSQL holds with what stands here.
 */

/** What an inspected unit is worth as an article, best first. */
export const GRADES = ['like_new', 'very_good', 'good', 'acceptable', 'unsellable'] as const
export type Grade = (typeof GRADES)[number]

/** The decision about a unit. Never the same thing as its grade. */
export const DISPOSITIONS = ['resell', 'refurbish', 'scrap'] as const
export type Disposition = (typeof DISPOSITIONS)[number]

/** How a disposition is carried out. The order breaks ties of the suggestion (docs/decisions/005). */
export const ROUTES = [
  'restock',
  'open_box',
  'liquidate',
  'return_to_seller',
  'repair',
  'repackage',
  'clean',
  'recycle',
  'donate',
  'destroy',
] as const
export type Route = (typeof ROUTES)[number]

/** Which disposition a route carries out. */
export const DISPOSITION_OF_ROUTE: Readonly<Record<Route, Disposition>> = {
  restock: 'resell',
  open_box: 'resell',
  liquidate: 'resell',
  return_to_seller: 'resell',
  repair: 'refurbish',
  repackage: 'refurbish',
  clean: 'refurbish',
  recycle: 'scrap',
  donate: 'scrap',
  destroy: 'scrap',
}

/** What the warehouse saw; several may stand on one unit. */
export const FINDINGS = [
  'customer_damage',
  'carrier_damage',
  'warehouse_damage',
  'defect',
  'missing_parts',
  'wrong_item',
  'empty_box',
  'expired',
  'counterfeit_suspected',
  'hygiene',
  'safety',
] as const
export type Finding = (typeof FINDINGS)[number]

export const IDENTITIES = ['as_announced', 'wrong_item', 'empty_box', 'unknown'] as const
export type Identity = (typeof IDENTITIES)[number]

export const CONDITIONS = ['intact', 'damaged', 'opened', 'wet'] as const
export type Condition = (typeof CONDITIONS)[number]

export const PARCEL_OUTCOMES = ['refused', 'misdelivered', 'empty'] as const
export type ParcelOutcome = (typeof PARCEL_OUTCOMES)[number]

export const ZONES = [
  'dock',
  'inspection',
  'hold',
  'quarantine',
  'resell',
  'refurbish',
  'scrap',
  'outbound',
] as const
export type Zone = (typeof ZONES)[number]

export const EXPECTED_RETURN_STATES = ['announced', 'arriving', 'complete', 'cancelled'] as const
export type ExpectedReturnState = (typeof EXPECTED_RETURN_STATES)[number]

/** `void` is a parcel whose receipt was taken back: it never arrived (docs/decisions/004). */
export const PARCEL_STATES = [
  'received',
  'registered',
  'closed',
  'reopened',
  'refused',
  'misdelivered',
  'void',
] as const
export type ParcelState = (typeof PARCEL_STATES)[number]

/** `void` is a unit whose registration was taken back: its plate may be used again (docs/decisions/004). */
export const UNIT_STATES = [
  'registered',
  'inspected',
  'classified',
  'shelved',
  'refurbishing',
  'approved',
  'scrapped',
  'dispatched',
  'void',
] as const
export type UnitState = (typeof UNIT_STATES)[number]

export const WAITS_FOR = ['seller', 'supervisor'] as const
export type WaitsFor = (typeof WAITS_FOR)[number]

export const DISPATCH_REASONS = [
  'sold',
  'liquidated',
  'returned_to_seller',
  'donated',
  'transferred',
  'sampled',
] as const
export type DispatchReason = (typeof DISPATCH_REASONS)[number]

export const OVERRIDE_REASONS = [
  'cosmetic',
  'price',
  'seller_asked',
  'not_worth_it',
  'safety',
  'other',
] as const
export type OverrideReason = (typeof OVERRIDE_REASONS)[number]

/** What is on record although it should not be; shown to supervisors until settled. */
export const EXCEPTIONS = [
  'bin_full',
  'wrong_zone',
  'photos_missing',
  'more_than_announced',
  'fewer_than_announced',
  'not_announced',
  'return_cancelled',
  'parcel_damaged',
  'missing_in_count',
  'found_elsewhere',
] as const
export type ExceptionCode = (typeof EXCEPTIONS)[number]

/** What becomes of goods that nobody has claimed in time, by the warehouse's own rule; nothing happens by itself. */
export const UNCLAIMED_ENDS = [
  'hold_for_supervisor',
  'liquidate',
  'donate',
  'destroy',
  'return_to_carrier',
] as const
export type UnclaimedEnd = (typeof UNCLAIMED_ENDS)[number]

/** What can be printed on a parcel that helps to find whose it is, in the order in which it helps. */
export const PRINTED_FIELDS = ['order', 'rma', 'name', 'sender', 'note'] as const
export type PrintedField = (typeof PRINTED_FIELDS)[number]
/** So many characters of each. */
export const LONGEST_PRINTED = {
  order: 100,
  rma: 100,
  name: 200,
  sender: 500,
  note: 1000,
} as const satisfies Readonly<Record<PrintedField, number>>

/** Where one of an announced return's numbers came from: its seller, or a box that turned out to be it. */
export const NUMBER_SOURCES = ['file', 'api', 'claim', 'label'] as const
export type NumberSource = (typeof NUMBER_SOURCES)[number]

/**
 * `approval`: scrap over its seller's limit, for a second person. `hold`: for a supervisor. `exception`: on record
 * although it should not be. `missing`: not found and not written off. `unclaimed`: past the warehouse's time.
 * `dropped`: refused at a handheld and let go there, and nobody has acknowledged it. `device`: work that a device has kept
 * for long, or that was refused to it. `hold_seller`: waits for its seller, and is shown. `veto`: scrap that its seller
 * may still object to.
 */
export const WAITING_KINDS = [
  'approval',
  'hold',
  'exception',
  'missing',
  'unclaimed',
  'dropped',
  'device',
  'hold_seller',
  'veto',
] as const
export type WaitingKind = (typeof WAITING_KINDS)[number]

/** A bin of more plates is counted in parts: what is not looked for is not missed. */
export const MOST_COUNTED = 1000

/** What a seller's script may be let in for. */
export const API_SCOPES = ['reports', 'announcements', 'decisions', 'policy'] as const
export type ApiScope = (typeof API_SCOPES)[number]

/** What sellers' systems can be told of as it happens. */
export const WEBHOOK_TYPES = ['unit.classified', 'day.closed', 'decision.needed', 'parcel.unclaimed'] as const
export type WebhookType = (typeof WEBHOOK_TYPES)[number]
/** What became of a message: it waits to be delivered, was, or was given up. */
export const WEBHOOK_STATES = ['waiting', 'delivered', 'dead'] as const
export type WebhookState = (typeof WEBHOOK_STATES)[number]

/** What may go along with the mail of the day: the report's own files. */
export const MAIL_FORMATS = ['csv', 'xlsx', 'pdf'] as const
export type MailFormat = (typeof MAIL_FORMATS)[number]
export const DAY_MAIL_STATES = ['waiting', 'sent', 'given_up'] as const
export type DayMailState = (typeof DAY_MAIL_STATES)[number]

export const STAFF_ROLES = ['operator', 'supervisor', 'admin'] as const
export type StaffRole = (typeof STAFF_ROLES)[number]
/** Who may ask for something: staff, and for its own goods a seller's user. */
export type ActorRole = StaffRole | 'seller'

export const PERFORMED = ['now', 'earlier'] as const
export type Performed = (typeof PERFORMED)[number]

/** The photo angles that checklists ask for; a photo of another angle is welcome too. */
export const ANGLES = ['front', 'back', 'label', 'inside', 'serial', 'damage', 'box'] as const
export type Angle = (typeof ANGLES)[number]

/** True when `grade` is as good as `limit` or worse. */
export function isAtMost(grade: Grade, limit: Grade): boolean {
  return GRADES.indexOf(grade) >= GRADES.indexOf(limit)
}

/** The worst of some grades; `like_new` of none. */
export function worstGrade(grades: readonly Grade[]): Grade {
  return grades.reduce<Grade>((worst, grade) => (isAtMost(grade, worst) ? grade : worst), 'like_new')
}

/** The languages that the product speaks, by their codes. */
export const LANGUAGE_CODES = ['en', 'zh-CN', 'de', 'es'] as const
export type Language = (typeof LANGUAGE_CODES)[number]
