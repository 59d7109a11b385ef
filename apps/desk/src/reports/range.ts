import { dayAfter } from '../shell/words.ts'

const MOST_DAYS = 366

/** Why these days are no range; null where they are one. */
export function wrongOf(from: string, to: string): 'files.reversed' | 'files.tooLong' | null {
  if (from === '' || to === '' || from > to) return 'files.reversed'
  return to >= dayAfter(from, MOST_DAYS) ? 'files.tooLong' : null
}
