import type { Grade, Parcel, PrintedUnasked, Route, Unit } from '@restow/domain'
import type { LabelFacts } from '@restow/labels'
import type { FeedEvent } from '../ledger/feed.ts'

/** Which label a step asks for. Words are as on the labels of every warehouse, whatever language its people's screens are in. */

type UnitLabel = Extract<PrintedUnasked, 'plate' | 'relabel' | 'refurbish' | 'scrap' | 'hold'>

const CONDITIONS: Readonly<Record<Grade, string>> = {
  like_new: 'Used – Like New',
  very_good: 'Used – Very Good',
  good: 'Used – Good',
  acceptable: 'Used – Acceptable',
  unsellable: 'Not for sale',
}
const TO_DO: Readonly<Partial<Record<Route, string>>> = {
  repair: 'Repair',
  repackage: 'Repackage',
  clean: 'Clean',
  recycle: 'Recycle',
  donate: 'Donate',
  destroy: 'Destroy',
}
const CARRIERS = ['fnsku', 'gtin', 'sku'] as const

const filled = (...lines: readonly (string | false | null | undefined)[]): string[] =>
  lines.filter((line): line is string => typeof line === 'string' && line !== '')
const pieces = ({ quantity }: Unit) => quantity > 1 && `${quantity} pieces`

/** By the first number that the product has: the marketplace's, the maker's, the seller's. Nothing for what nobody has identified. */
function relabel({ product, lpn, grade }: Unit): LabelFacts | null {
  const kind = CARRIERS.find((one) => product?.[one])
  if (!product || !kind) return null
  const lines = [
    { text: product.title, as: 'title' as const },
    ...(grade ? [{ text: CONDITIONS[grade], as: 'strong' as const }] : []),
    ...(kind === 'sku' ? [] : [{ text: product.sku, as: 'plain' as const }]),
  ]
  return { kind: 'relabel', code: { kind, text: product[kind] ?? '' }, lines, lpn }
}

function ticket(kind: 'refurbish' | 'scrap', unit: Unit): LabelFacts {
  const { route, product, lpn, findings, seller, decision } = unit
  const lines = filled(
    product?.title ?? 'Not identified',
    pieces(unit),
    findings.map((finding) => finding.replaceAll('_', ' ')).join(', '),
    decision?.approvalNeeded && 'Waits for a second person’s approval',
    seller,
  )
  const [letter, heading] = kind === 'refurbish' ? ['F', 'Refurbish'] : ['X', 'Scrap']
  return { kind, letter, heading, code: lpn, title: (route && TO_DO[route]) ?? heading, lines } as LabelFacts
}

function holdTag(unit: Unit): LabelFacts | null {
  const { held, lpn, product, seller } = unit
  if (!held) return null
  const title = held.waitsFor === 'seller' ? `Waits for ${seller ?? 'its seller'}` : 'Waits for a supervisor'
  const lines = filled(held.question, product?.title, pieces(unit))
  return { kind: 'hold', letter: 'H', heading: 'Hold', code: lpn, title, lines }
}

/** A label as the unit stands now; null where there is nothing to put on it any more. */
function labelOfUnit(kind: UnitLabel, unit: Unit): LabelFacts | null {
  if (kind === 'plate') return { kind, lpn: unit.lpn }
  if (kind === 'relabel') return relabel(unit)
  return kind === 'hold' ? holdTag(unit) : ticket(kind, unit)
}

const BY_DECISION = { resell: 'relabel', refurbish: 'refurbish', scrap: 'scrap' } as const

/** Which kind a step asks for; null for one that was overtaken before it was read: its label would tell what is no longer so. */
function kindFor(event: FeedEvent, unit: Unit): UnitLabel | null {
  if (unit.state === 'void') return null
  if (event.type === 'UnitRegistered' || event.type === 'UnitSplitOff' || event.type === 'PlateReplaced')
    return event.data.lpn === unit.lpn ? 'plate' : null
  if (event.type === 'UnitHeld') return unit.held ? 'hold' : null
  if (event.type !== 'UnitClassified' || unit.decision?.eventId !== event.meta.eventId) return null
  return BY_DECISION[event.data.disposition]
}

export interface ToPrint {
  readonly kind: PrintedUnasked
  readonly label: LabelFacts
  readonly lpn: string | null
}

export function unitLabelFor(event: FeedEvent, unit: Unit): ToPrint | null {
  const kind = kindFor(event, unit)
  const label = kind && labelOfUnit(kind, unit)
  return label && { kind, label, lpn: unit.lpn }
}

/** The tag of a parcel that nobody announced, so that it can be put aside. */
export function parcelTagFor(event: FeedEvent, parcel: Parcel): ToPrint | null {
  if (event.type !== 'ParcelReceived' || parcel.seller !== null || parcel.state === 'void') return null
  const { condition, trackingNumber } = event.data
  const lines = filled(`Received ${event.meta.recordedAt.slice(0, 10)}`, condition !== 'intact' && condition)
  const head = { letter: '?', heading: 'Unclaimed', title: 'Nobody has announced it' }
  return { kind: 'parcel', label: { kind: 'parcel', ...head, code: trackingNumber, lines }, lpn: null }
}
