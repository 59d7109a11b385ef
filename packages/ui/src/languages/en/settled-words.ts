/** What both apps call the end of what was on record, and of what was missing. */
export const settledWords = {
  'event.ExceptionSettled': 'settled',
  'event.UnitWrittenOff': 'written off',
} as const
