import { setTimeout as breath } from 'node:timers/promises'

/** So many at once, and so long a breath before the next: a hundred screens are told within a twentieth of a second. */
const [AT_ONCE, BREATH_MS] = [10, 4]

/**
 * Tells many something large in slices, so that what happens meanwhile is told in between and waits for none of it.
 * @returns how long was waited between slices, in ms
 */
export async function inSlices<T>(all: Iterable<T>, tell: (one: T) => void): Promise<number> {
  let waited = 0
  let told = 0
  for (const one of [...all]) {
    if (told > 0 && told % AT_ONCE === 0) {
      const began = performance.now()
      await breath(BREATH_MS)
      waited += performance.now() - began
    }
    tell(one)
    told += 1
  }
  return waited
}
