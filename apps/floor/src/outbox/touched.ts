/**
 * What was done here, or answered, since a question was put: its answer is older than what the screen shows by then, and
 * must not be laid over it. Counted, not timed: a device's clock jumps.
 */
let count = 0
const last = new Map<string, number>()

/** Something was done about these parcels and units, or the server has spoken about it. */
export function touch(keys: readonly string[]): void {
  count += 1
  for (const key of keys) last.set(key, count)
}

/** The moment at which a question is put. */
export const momentOfAsking = (): number => count

export const isTouchedSince = (key: string, asked: number): boolean => (last.get(key) ?? 0) > asked
