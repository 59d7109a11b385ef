/** What people at handhelds have dropped of what was refused to them, as supervisors see it. */
export const deskDropped = {
  'dropped.count.one': '{count} dropped',
  'dropped.count.other': '{count} dropped',
  'dropped.title': 'Dropped on {what}',
  'dropped.about': 'What was refused to people at this device, and what they then let go.',
  'dropped.none': 'Nothing was dropped on this device.',
  'dropped.when': 'When',
  'dropped.who': 'Dropped by',
  'dropped.what': 'What',
  'dropped.reason': 'Why',
  'dropped.doneBy': 'Whose work',
  'dropped.refusal': 'Refused because',
  'dropped.done_by_other': 'Somebody else has done it',
  'dropped.mistake': 'It was a mistake',
  'dropped.not_there': 'The goods are not there',
  'dropped.settled': 'Settled with a supervisor',
  'dropped.other': 'Another reason',
} as const
