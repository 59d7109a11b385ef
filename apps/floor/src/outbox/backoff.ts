const FIRST_MS = 800
const LONGEST_MS = 30_000

/**
 * How long to wait before the next attempt: twice as long each time, and by chance between half and all of
 * it, so that a hall of handhelds does not knock at once when the network comes back.
 * @param failures attempts that failed in a row
 * @param chance in [0, 1)
 */
export function waitBefore(failures: number, chance: number): number {
  const whole = Math.min(LONGEST_MS, FIRST_MS * 2 ** Math.max(0, failures - 1))
  return Math.round(whole * (0.5 + chance / 2))
}
