/** The closed lists that only the desk shows, as people read them. */
export const deskWords = {
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
