/** Labels of parcels, and returns that are announced late or called off. */
export const matching = {
  'event.ParcelAliased': 'another label',
  'event.ParcelMatched': 'matched',
} as const

/** What is said at the dock. */
export const dock = {
  'dock.cancelled': 'cancelled by its seller',
} as const

/** The same, as a story at the desk tells it. */
export const deskMatching = {
  'exception.return_cancelled': 'Its seller had cancelled the return',
  'story.ParcelAliased': 'Another label of the same box: {numbers}.',
  'story.ParcelMatched': 'Answers {returns} too, announced later.',
} as const
