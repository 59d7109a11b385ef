/**
 * One scan at a time. A scanner is faster than a screen: what a scan led to must be done, and its screen drawn,
 * before the next one is looked at, or a command code would press a button of the screen before.
 */
const underWay = new Set<Promise<unknown>>()
let turn: Promise<void> = Promise.resolve()
let lastAt = 0

/** When the last scan came, in milliseconds since 1970; 0 before the first. */
export const scannedAt = (): number => lastAt

/** What a scan has set going; the next scan waits for it. */
export function beforeNextScan<T>(work: Promise<T>): Promise<T> {
  const kept = work.finally(() => underWay.delete(kept))
  underWay.add(kept)
  kept.catch(() => {})
  return work
}

/**
 * Follows a scan when those before it have been followed.
 * @param drawn resolves when the screen that it led to is drawn
 */
export function inTurn(follow: () => Promise<void>, drawn: () => Promise<void>): Promise<void> {
  lastAt = Date.now()
  turn = turn.then(async () => {
    await follow()
    await Promise.allSettled(underWay)
    await drawn()
  })
  return turn
}
