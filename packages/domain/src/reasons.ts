/** The customer's reason: kept as it came, and mapped to the trade's own words. */

export const RETURN_REASONS = [
  'no_longer_wanted',
  'defective',
  'damaged_in_transit',
  'not_as_described',
  'wrong_item',
  'wrong_size',
  'missing_parts',
  'not_compatible',
  'better_price',
  'arrived_late',
  'undeliverable',
  'unauthorized',
  'warranty',
  'other',
  'unknown',
] as const
export type ReturnReason = (typeof RETURN_REASONS)[number]

/** Source: Amazon SP-API return reasons, Shopify's ReturnReason, eBay's ReturnReasonEnum. */
const MAPPED: Readonly<Record<string, ReturnReason>> = {
  UNWANTED_ITEM: 'no_longer_wanted',
  UNWANTED: 'no_longer_wanted',
  NO_LONGER_NEED_ITEM: 'no_longer_wanted',
  MISORDERED: 'no_longer_wanted',
  ORDERED_WRONG_ITEM: 'no_longer_wanted',
  ORDERED_ACCIDENTALLY: 'no_longer_wanted',
  ORDERED_DIFFERENT_ITEM: 'no_longer_wanted',
  EXTRA_ITEM: 'no_longer_wanted',
  RETURNING_GIFT: 'no_longer_wanted',
  WITHDRAW_FROM_PURCHASE_CONTRACT: 'no_longer_wanted',
  DID_NOT_LIKE_COLOR: 'no_longer_wanted',
  DID_NOT_LIKE_FABRIC: 'no_longer_wanted',
  APPAREL_STYLE: 'no_longer_wanted',
  STYLE: 'no_longer_wanted',
  COLOR: 'no_longer_wanted',
  DEFECTIVE: 'defective',
  DEFECTIVE_ITEM: 'defective',
  QUALITY_UNACCEPTABLE: 'defective',
  EXPIRED_ITEM: 'defective',
  DAMAGED_BY_CARRIER: 'damaged_in_transit',
  DAMAGED_BY_FC: 'damaged_in_transit',
  ARRIVED_DAMAGED: 'damaged_in_transit',
  NOT_AS_DESCRIBED: 'not_as_described',
  NOT_AS_EXPECTED: 'not_as_described',
  DIFFERENT_FROM_LISTING: 'not_as_described',
  FAKE_OR_COUNTERFEIT: 'not_as_described',
  SWITCHEROO: 'wrong_item',
  WRONG_ITEM: 'wrong_item',
  WRONG_SIZE: 'wrong_size',
  APPAREL_TOO_LARGE: 'wrong_size',
  APPAREL_TOO_SMALL: 'wrong_size',
  SIZE_TOO_LARGE: 'wrong_size',
  SIZE_TOO_SMALL: 'wrong_size',
  MISSING_PARTS: 'missing_parts',
  NOT_COMPATIBLE: 'not_compatible',
  PART_NOT_COMPATIBLE: 'not_compatible',
  EXCESSIVE_INSTALLATION: 'not_compatible',
  FOUND_BETTER_PRICE: 'better_price',
  MISSED_ESTIMATED_DELIVERY: 'arrived_late',
  ARRIVED_LATE: 'arrived_late',
  NEVER_ARRIVED: 'undeliverable',
  UNAUTHORIZED_PURCHASE: 'unauthorized',
  WARRANTY: 'warranty',
  OTHER: 'other',
  UNKNOWN_OTHER_REASON: 'other',
}

const isOwn = (word: string): word is ReturnReason => (RETURN_REASONS as readonly string[]).includes(word)

/** A channel's code without the prefix that some put before it, in small letters: `CR-UNWANTED_ITEM` is `unwanted_item`. */
export const reasonCode = (raw: string): string =>
  raw
    .trim()
    .toLowerCase()
    .replace(/^(cr-|amz-pg-)/, '')

/** The mapped reason of a marketplace's code, with or without its prefix, or of the trade's own word; `unknown` for one not known. */
export function mapReason(raw: string): ReturnReason {
  const own = reasonCode(raw)
  if (own.startsWith('undeliverable')) return 'undeliverable'
  return MAPPED[own.toUpperCase()] ?? (isOwn(own) ? own : 'unknown')
}
