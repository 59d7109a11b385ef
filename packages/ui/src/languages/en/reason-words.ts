/**
 * The customer's reasons: first the trade's own words, to which channels' codes are mapped, then those codes that say more to whoever
 * has the box in hand, who looks closer at “too small” than at “wrong size”, and those that no word of the trade says.
 */
export const reasonWords = {
  'reason.no_longer_wanted': 'No longer wanted',
  'reason.defective': 'Defective',
  'reason.damaged_in_transit': 'Damaged on the way',
  'reason.not_as_described': 'Not as described',
  'reason.wrong_item': 'Wrong item',
  'reason.wrong_size': 'Wrong size',
  'reason.missing_parts': 'Missing parts',
  'reason.not_compatible': 'Does not fit',
  'reason.better_price': 'Better price elsewhere',
  'reason.arrived_late': 'Arrived late',
  'reason.undeliverable': 'Undeliverable',
  'reason.unauthorized': 'Order not authorised',
  'reason.warranty': 'Warranty',
  'reason.other': 'Another reason',
  'reason.unknown': 'Not said',

  'reason.quality_unacceptable': 'Not good enough',
  'reason.expired_item': 'Expired',
  'reason.damaged_by_fc': 'Damaged in the warehouse',
  'reason.fake_or_counterfeit': 'Suspected fake',
  'reason.apparel_too_large': 'Too large',
  'reason.apparel_too_small': 'Too small',
  'reason.size_too_large': 'Too large',
  'reason.size_too_small': 'Too small',
  'reason.excessive_installation': 'Too hard to install',
  'reason.undeliverable_refused': 'Refused at delivery',
  'reason.customized': 'Custom-made',
  'reason.out_of_stock': 'Out of stock',
  'reason.no_reason': 'Not said',
  'reason.no_reason_given': 'Not said',
} as const

/** Codes that say more than the word they are mapped to, to who reads of it at a desk: why it was ordered, and how it went astray. */
export const reasonDetails = {
  'reason.misordered': 'Ordered by mistake',
  'reason.ordered_wrong_item': 'Ordered the wrong item',
  'reason.ordered_accidentally': 'Ordered by mistake',
  'reason.ordered_different_item': 'Ordered something else',
  'reason.extra_item': 'Got more than ordered',
  'reason.returning_gift': 'A gift, sent back',
  'reason.withdraw_from_purchase_contract': 'Withdrew from the purchase',
  'reason.did_not_like_color': 'Did not like the colour',
  'reason.did_not_like_fabric': 'Did not like the fabric',
  'reason.color': 'Colour',
  'reason.style': 'Style',
  'reason.apparel_style': 'Style',
  'reason.never_arrived': 'Never arrived',
  'reason.undeliverable_unclaimed': 'Not picked up',
  'reason.undeliverable_insufficient_address': 'Address incomplete',
  'reason.undeliverable_failed_delivery_attempts': 'Could not be delivered',
  'reason.undeliverable_missing_label': 'Label missing',
  'reason.undeliverable_carrier_miss_sorted': 'Missorted by the carrier',
} as const
