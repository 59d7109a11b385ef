import { createHash } from 'node:crypto'
import type { Unit, WebhookType } from '@restow/domain'
import type { FeedEvent } from '../ledger/feed.ts'

/** What sellers are told of an event: nothing of most of them. */

/** A message before it is anybody's: what it says, and to which seller. */
export interface Told {
  readonly id: string
  readonly seller: string
  readonly type: WebhookType
  /** The unit, parcel or day that it is about: messages about one are told in order. */
  readonly about: string
  readonly position: number
  readonly at: string
  /** To the letter, as it is signed and sent. */
  readonly body: string
}

/** Whoever is told: of what, and of whose. */
export interface Receiver {
  readonly id: string
  readonly seller: string
  readonly types: readonly WebhookType[]
}

/** The same for the same thing, whenever it is told. */
export const messageId = (of: string): string =>
  `msg_${createHash('sha256').update(of).digest('hex').slice(0, 32)}`

/** @param key what makes it this message and no other, beside its type and seller */
export function told(of: Omit<Told, 'id' | 'body'> & { readonly key: string; readonly data: object }): Told {
  const { key, data, ...rest } = of
  return {
    ...rest,
    id: messageId(`${of.type} ${of.seller} ${key}`),
    body: JSON.stringify({ type: of.type, timestamp: of.at, data: { seller: of.seller, ...data } }),
  }
}

/** How a unit is told of: the names that it goes by. Its facts are at its address. */
function named(unit: Unit) {
  const { lpn, warehouse, quantity, product, line, parcel } = unit
  return {
    ...{ warehouse, lpn, quantity },
    sku: product?.sku ?? null,
    title: product?.title ?? null,
    orderNumber: line?.orderNumber ?? null,
    rmaNumber: line?.rmaNumber ?? null,
    trackingNumber: parcel.trackingNumber,
    unit: `/api/units/${encodeURIComponent(lpn)}`,
  }
}

type Common = Pick<Told, 'seller' | 'about' | 'position' | 'at'> & { readonly key: string }

/** Of a decision; and of scrap that the seller may object to, that something is asked of it. */
function toldOfDecision(
  common: Common,
  { data }: FeedEvent & { type: 'UnitClassified' },
  unit: Unit,
): Told[] {
  const { disposition, route, approvalNeeded, supersedes, vetoUntil } = data
  const { grade, findings } = unit
  const decided = { disposition, route, grade, findings, approvalNeeded, supersedes }
  const of = { ...named(unit), ...decided, ...(vetoUntil ? { vetoUntil } : {}) }
  const classified = told({ ...common, type: 'unit.classified', data: of })
  if (vetoUntil === undefined) return [classified]
  const asks = { asks: 'scrap', question: null, route, until: vetoUntil }
  const needed = told({
    ...common,
    type: 'decision.needed',
    data: { ...answerAt(unit, 'scrap-answer'), ...asks },
  })
  return [classified, needed]
}

/** With the address that it is answered at. */
const answerAt = (unit: Unit, path: 'answer' | 'scrap-answer') => {
  const names = named(unit)
  return { ...names, answer: `${names.unit}/${path}` }
}

/** What is told of an event about a unit that has a seller. @param unit as it stands now */
export function toldOfUnit(event: FeedEvent, unit: Unit): Told[] {
  const { seller } = unit
  if (seller === null) return []
  const { eventId, recordedAt: at } = event.meta
  const common = { seller, about: unit.id, position: event.position, at, key: eventId }
  if (event.type === 'UnitClassified') return toldOfDecision(common, event, unit)
  if (event.type !== 'UnitHeld' || event.data.waitsFor !== 'seller') return []
  const asks = { asks: 'question', question: event.data.question }
  return [told({ ...common, type: 'decision.needed', data: { ...answerAt(unit, 'answer'), ...asks } })]
}

/** A parcel that nobody has announced has one of a seller's own numbers printed on it. */
export function toldOfParcel(
  event: FeedEvent,
  parcel: { readonly id: string; readonly trackingNumber: string; readonly warehouse: string },
  { seller, number }: { readonly seller: string; readonly number: string },
): Told {
  const { eventId, recordedAt: at } = event.meta
  const { id: about, warehouse, trackingNumber } = parcel
  const claim = '/api/unclaimed/claims'
  return told({
    ...{ seller, about, position: event.position, at, key: eventId, type: 'parcel.unclaimed' },
    data: { warehouse, trackingNumber, number, claim },
  })
}
