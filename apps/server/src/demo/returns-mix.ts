import type { MadeCarrier } from '@restow/barcodes'

/** How returns are made up, each with its weight. */

/** Who carries what was sold in a currency: as the file names it, the maker of its numbers, how often. */
export const CARRIERS: Readonly<Record<string, readonly (readonly [string, MadeCarrier, number])[]>> = {
  USD: [
    ['USPS', 'usps', 5],
    ['UPS', 'ups', 4],
    ['FEDEX', 'fedex', 2],
  ],
  GBP: [
    ['ROYAL_MAIL', 's10', 3],
    ['DHL', 'dhl', 1],
  ],
  EUR: [
    ['DHL', 'dhl', 3],
    ['UPS', 'ups', 1],
  ],
}

/** Amazon's codes for why a customer sends something back, and how often. */
export const REASONS: readonly (readonly [string, number])[] = [
  ['UNWANTED_ITEM', 22],
  ['NOT_AS_DESCRIBED', 9],
  ['DEFECTIVE', 12],
  ['DAMAGED_BY_CARRIER', 8],
  ['QUALITY_UNACCEPTABLE', 6],
  ['MISORDERED', 6],
  ['NO_REASON_GIVEN', 6],
  ['FOUND_BETTER_PRICE', 5],
  ['MISSING_PARTS', 5],
  ['MISSED_ESTIMATED_DELIVERY', 4],
  ['SWITCHEROO', 3],
  ['ORDERED_WRONG_ITEM', 4],
  ['NOT_COMPATIBLE', 3],
  ['UNDELIVERABLE_REFUSED', 4],
  ['UNDELIVERABLE_UNCLAIMED', 2],
  ['EXTRA_ITEM', 2],
  ['UNAUTHORIZED_PURCHASE', 1],
]
export const APPAREL_REASONS: readonly (readonly [string, number])[] = [
  ['APPAREL_TOO_SMALL', 24],
  ['APPAREL_TOO_LARGE', 20],
  ['APPAREL_STYLE', 12],
  ...REASONS,
]
/** What some marketplaces put in front of a reason. */
export const PREFIXES: readonly (readonly [string, number])[] = [
  ['', 86],
  ['CR-', 12],
  ['AMZ-PG-', 2],
]

/** How many lines an RMA has. */
export const LINE_COUNTS: readonly (readonly [number, number])[] = [
  [1, 62],
  [2, 22],
  [3, 10],
  [4, 4],
  [5, 2],
]
