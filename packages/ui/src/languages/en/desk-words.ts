/** The closed lists that only the desk shows, as people read them. */
export const deskWords = {
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

  'expectedState.announced': 'announced',
  'expectedState.arriving': 'arriving',
  'expectedState.complete': 'complete',
  'expectedState.cancelled': 'cancelled',

  'importState.running': 'running',
  'importState.done': 'done',
  'importState.failed': 'failed',

  'clock.register': 'Dock to registered',
  'clock.decide': 'Dock to decided',
  'clock.shelve': 'Decided to shelved',

  'attention.past_target': 'oldest past its target, {span}',
  'attention.overfull': 'holds more than fits',
  'attention.full': 'full',
  'attention.waits': '{count} waiting, oldest {span}',

  'exception.bin_full': 'Laid into a full bin',
  'exception.wrong_zone': 'Lies in a zone that does not fit',
  'exception.photos_missing': 'Photos are missing',
  'exception.more_than_announced': 'More than announced',
  'exception.fewer_than_announced': 'Fewer than announced',
  'exception.not_announced': 'Not announced',
  'exception.parcel_damaged': 'The parcel arrived damaged',
  'exception.missing_in_count': 'Missing in a count',
  'exception.found_elsewhere': 'Found in another bin',

  'role.seller': 'seller',

  'format.amazon': 'Amazon returns report',
  'format.csv': 'Restow CSV',
  'format.products': 'Products',

  'span.seconds': '{n} s',
  'span.minutes': '{n} min',
  'span.hours': '{h} h {m}',
  'span.days': '{d} d {h} h',
} as const
