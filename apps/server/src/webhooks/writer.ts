import type { NewEvent } from '@restow/domain'
import type { Queryable } from '../db/pool.ts'
import type { FeedEvent } from '../ledger/feed.ts'
import { findParcelsNow, findUnitsNow } from '../ledger/now.ts'
import type { ReaderOptions } from '../ledger/reader.ts'
import { addMessages } from './messages.queries.ts'
import { type Receiver, type Told, toldOfParcel, toldOfUnit } from './messages-of.ts'
import { findReceivers, findSellersOfNumbers } from './writer.queries.ts'

/** Writes down what sellers are to be told, as the feed tells it: a message for each of their webhooks that wants to know. */

const TYPES: NewEvent['type'][] = ['UnitClassified', 'UnitHeld', 'ParcelDescribed']

/** Numbers on a box that lead to the seller whose return has them. */
const numbersOn = (event: FeedEvent): string[] =>
  event.type === 'ParcelDescribed'
    ? [event.data.printed.order, event.data.printed.rma].flatMap((n) => (n ? [n.trim()] : []))
    : []

const streamsOf = (events: readonly FeedEvent[], kind: FeedEvent['streamKind']): string[] => [
  ...new Set(events.filter((event) => event.streamKind === kind).map(({ streamId }) => streamId)),
]

/** What is to be told of these events, whoever listens. */
export async function toldOf(on: Queryable, events: readonly FeedEvent[]): Promise<Told[]> {
  const units = await findUnitsNow(on, streamsOf(events, 'unit'))
  const parcels = await findParcelsNow(on, streamsOf(events, 'parcel'))
  const owners = await findSellersOfNumbers(on, events.flatMap(numbersOn))
  return events.flatMap((event) => {
    const unit = units.get(event.streamId)
    if (unit) return toldOfUnit(event, unit)
    const parcel = parcels.get(event.streamId)
    if (!parcel || parcel.seller !== null) return []
    const numbers = numbersOn(event)
    return owners
      .filter(({ number }) => numbers.includes(number))
      .map((owner) => toldOfParcel(event, parcel, owner))
  })
}

/** Puts what is told before those who want to know. @param again also what was delivered to them before */
export async function tell(
  on: Queryable,
  all: readonly Told[],
  receivers: readonly Receiver[],
  again = false,
): Promise<void> {
  const rows = all.flatMap((message) =>
    receivers
      .filter(({ seller, types }) => seller === message.seller && types.includes(message.type))
      .map(({ id }) => ({ webhook: id, ...message })),
  )
  if (rows.length > 0) await addMessages(on, rows, again)
}

export const webhookReader = (done: () => void): ReaderOptions => ({
  name: 'webhooks',
  types: TYPES,
  from: 'now',
  handle: async (_tx, events, on) => {
    const all = await toldOf(on, events)
    if (all.length > 0)
      await tell(on, all, await findReceivers(on, [...new Set(all.map(({ seller }) => seller))]))
  },
  done,
})

export { TYPES as TOLD_TYPES }
