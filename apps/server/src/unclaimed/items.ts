import { normaliseTracking, readScan } from '@restow/barcodes'
import type { FoundUnclaimed, OwnerGuess, UnclaimedItem } from '@restow/contracts'
import {
  type Clues,
  claimableUntil,
  type Guess,
  type Parcel,
  PRINTED_FIELDS,
  plainNumber,
  type UnclaimedPolicy,
  type Unit,
} from '@restow/domain'
import type { ClueKeys, findUnclaimedByNumber, PoolRow } from './unclaimed.queries.ts'

/** What the lists of unclaimed parcels say, and what a guess is made from. */

const carrierOf = (tracking: string): string | null => readScan(tracking).carriers[0]?.carrier ?? null

const until = (parcel: Parcel, policy: UnclaimedPolicy): string => claimableUntil(parcel, policy) ?? ''

export function unclaimedItem(
  { body: parcel, units }: PoolRow,
  policy: UnclaimedPolicy,
  now: string,
): UnclaimedItem {
  const { trackingNumber, state, condition, receivedAt, receivedBy, printed = {}, photos } = parcel
  const claimable = until(parcel, policy)
  return {
    ...{ trackingNumber, state, condition, receivedBy, printed },
    carrier: carrierOf(trackingNumber),
    receivedAt: receivedAt ?? '',
    claimableUntil: claimable,
    past: claimable !== '' && claimable <= now,
    photos: photos.map((photo) => photo.sha256),
    units: units.map(({ lpn, product, quantity, state, bin, photos }) => ({
      ...{ lpn, quantity, state, bin },
      sku: product?.sku ?? null,
      title: product?.title ?? null,
      gtin: product?.gtin ?? null,
      seller: product?.seller ?? null,
      photos: photos.map((photo) => photo.sha256),
    })),
  }
}

/** What one seller is told: its own goods by name, everybody else's by number alone. */
export function foundItem(
  { body: parcel, units, foundBy }: Awaited<ReturnType<typeof findUnclaimedByNumber>>[number],
  policy: UnclaimedPolicy,
  seller: string,
): FoundUnclaimed {
  const isOwn = ({ product }: Unit) => product?.seller === seller
  const { trackingNumber, warehouse, condition, receivedAt } = parcel
  return {
    ...{ trackingNumber, warehouse, condition, foundBy },
    carrier: carrierOf(trackingNumber),
    receivedAt: receivedAt ?? '',
    claimableUntil: until(parcel, policy),
    own: units
      .filter(isOwn)
      .map(({ product, quantity }) => ({ sku: product?.sku ?? '', title: product?.title ?? '', quantity })),
    others: units.filter((unit) => !isOwn(unit)).reduce((sum, unit) => sum + unit.quantity, 0),
  }
}

/** What is known of a parcel, as the rule of guesses looks at it. */
export function cluesOf({ body: parcel, units }: PoolRow): Clues {
  const { trackingNumber, receivedAt, printed = {} } = parcel
  const products = units.flatMap(({ product, quantity }) => (product ? [{ product, quantity }] : []))
  return {
    trackingNumber,
    carrier: carrierOf(trackingNumber),
    receivedAt: receivedAt ?? '',
    printed,
    products: products.map(({ product: { seller, sku, title, gtin }, quantity }) => ({
      ...{ seller, sku, title, gtin, quantity },
    })),
  }
}

/** What to look up for them. */
export function keysOf({ printed, products, trackingNumber }: Clues): ClueKeys {
  const numbers = [printed.order, printed.rma].map((text) => plainNumber(text ?? ''))
  return {
    numbers: numbers.filter((number) => number !== ''),
    printed: plainNumber(PRINTED_FIELDS.map((field) => printed[field] ?? '').join(' ')),
    skus: products.map(({ seller, sku }) => ({ seller, sku })),
    gtins: products.flatMap(({ gtin }) => gtin ?? []),
    trackingNumber: normaliseTracking(trackingNumber),
  }
}

export function guessItem({ announced, reasons, score, strength }: Guess): OwnerGuess {
  const { seller, sellerName, rmaNumber, orderNumber, announcedOn, state, lines } = announced
  return {
    ...{ seller, sellerName, rmaNumber, orderNumber, announcedOn, state, score, strength },
    lines: lines.map(({ sku, title, quantity, registered }) => ({ sku, title, quantity, registered })),
    reasons: reasons.map(({ code, facts }) => ({ code, facts: { ...facts } })),
  }
}
