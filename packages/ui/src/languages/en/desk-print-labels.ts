/** Printing tags, cards and plates from the desk. */
export const deskPrintLabels = {
  'printLabels.on': 'Print on',
  'printLabels.file': 'this computer, as a file',
  'printLabels.go': 'Print',
  'printLabels.tags': 'Print tags',
  'printLabels.tagsTitle': 'Shelf tags',
  'printLabels.tagsAbout': 'A tag for each bin of a zone, in the order of their codes.',
  'printLabels.tag': 'Print the tag of {what}',
  'printLabels.oneAbout': 'It stays on record who printed it, and where.',
  'printLabels.card': 'Print the card of {what}',
  'printLabels.roll': 'Print plates',
  'printLabels.rollTitle': 'Plates by the roll',
  'printLabels.rollAbout': 'Fresh plates, each given out once. Workers take them off the roll and scan them.',
  'printLabels.count': 'How many, {most} at most',
} as const
