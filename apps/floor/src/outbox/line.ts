import { setOffline, useOutbox } from './outbox.store.ts'

/** Is the server there? Asked only while it was not, so that work goes out soon after the network is back. */

const EVERY_MS = 3000
const PATIENCE_MS = 2500

async function isThere(): Promise<boolean> {
  try {
    // Readiness, not life: a server without its database takes nothing.
    const answer = await fetch('/readyz', { cache: 'no-store', signal: AbortSignal.timeout(PATIENCE_MS) })
    return answer.ok
  } catch {
    return false
  }
}

/** Looks for the server while it is silent. @param back what to do when it answers again. @returns ends it */
export function watchLine(back: () => void): () => void {
  let asking = false
  const timer = setInterval(async () => {
    if (asking || !useOutbox.getState().offline) return
    asking = true
    const there = await isThere()
    asking = false
    if (!there) return
    setOffline(false)
    back()
  }, EVERY_MS)
  const gone = () => setOffline(true)
  globalThis.addEventListener?.('offline', gone)
  return () => {
    clearInterval(timer)
    globalThis.removeEventListener?.('offline', gone)
  }
}
