/** When the working copy is brought up to date: every so often, and not between two scans. */

const EVERY_MS = 20_000
/** So long nobody has scanned: fetching and writing would be felt in the answer to a scan on a slow device. */
const QUIET_MS = 1500
/** However busy somebody is, the copy does not get older than this. */
const OLDEST_MS = 60_000

/** @param of milliseconds since 1970: now, the last time that it was asked for, and the last scan */
export function isTimeToPull(of: {
  readonly now: number
  readonly pulledAt: number
  readonly scannedAt: number
}): boolean {
  const age = of.now - of.pulledAt
  return age >= OLDEST_MS || (age >= EVERY_MS && of.now - of.scannedAt >= QUIET_MS)
}
