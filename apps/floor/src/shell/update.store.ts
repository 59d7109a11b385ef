import { create } from 'zustand'
import { standing, watchTouches } from './standing.ts'
import { whyNotByItself, whyNotNow } from './update-rule.ts'

/** A new version is on the device and waits for a pause. */
export const useUpdate = create<{ ready: boolean }>(() => ({ ready: false }))

const ASK_EVERY_MS = 1_800_000
const LOOK_EVERY_MS = 500
const TOLD_AGAIN_MS = 5000
/** What the old worker is still asked for is answered within this time, or hangs. */
const LET_GO_MS = 2000

let registration: ServiceWorkerRegistration | null = null
let leaving: ReturnType<typeof setTimeout>[] | null = null

const markReady = (): void => useUpdate.setState({ ready: true })

function stay(): void {
  for (const timer of leaving ?? []) clearTimeout(timer)
  leaving = null
}

/** What was begun while the workers changed over is not lost for it: the page then follows at its next pause. */
function followWorker(): void {
  stay()
  if (whyNotNow(standing()) === null) location.reload()
}

/**
 * Begins the page anew with the new version: the new worker takes over first, so that it is the one that gives the page.
 * The old one may be held up by a request of its own that the network never answers; then it is told to let that go.
 */
function apply(): void {
  if (leaving) return
  const waiting = registration?.waiting
  if (!waiting) {
    followWorker()
    return
  }
  waiting.postMessage('take over')
  leaving = [
    setTimeout(() => registration?.active?.postMessage('let go'), LET_GO_MS),
    // A worker that is busy, or was just being put to sleep, may not have heard: it is told again at the next pause.
    setTimeout(stay, TOLD_AGAIN_MS),
  ]
}

/** Takes the update because a person asks for it; never over unsent work. */
export function updateNow(): void {
  if (useUpdate.getState().ready && whyNotNow(standing()) === null) apply()
}

function lookForPause(): void {
  if (useUpdate.getState().ready && whyNotByItself(standing()) === null) apply()
}

/** Tells once a worker that came later is installed. The first of all has nothing to replace. */
function watch(worker: ServiceWorker | null): void {
  worker?.addEventListener('statechange', () => {
    if (worker.state === 'installed' && registration?.active) markReady()
  })
}

function watchTakeOver(): void {
  let controller = navigator.serviceWorker.controller
  navigator.serviceWorker.addEventListener('controllerchange', () => {
    const before = controller
    controller = navigator.serviceWorker.controller
    // Another page of the app has let the new version in: this one follows at its own next pause.
    if (before && before !== controller) markReady()
    if (leaving) followWorker()
  })
}

/** Out of reach is no failure: it is asked again. */
const askForUpdate = (): void => void registration?.update().catch(() => undefined)

async function register(): Promise<void> {
  registration = await navigator.serviceWorker.register('/floor/sw.js', { updateViaCache: 'none' })
  if (registration.waiting) markReady()
  watch(registration.installing)
  registration.addEventListener('updatefound', () => watch(registration?.installing ?? null))
  setInterval(askForUpdate, ASK_EVERY_MS)
  // Whoever was out of reach for long may have missed one.
  window.addEventListener('online', askForUpdate)
  document.addEventListener('visibilitychange', () => {
    if (document.visibilityState === 'visible') askForUpdate()
  })
}

/**
 * Lets the app stand up without a server from now on, and new versions in when they disturb nobody. Browsers have
 * service workers on secure pages only; elsewhere, and while developing, the app is what the server gives.
 */
export function startUpdates(): void {
  if (!import.meta.env.PROD || !('serviceWorker' in navigator)) return
  watchTouches()
  watchTakeOver()
  setInterval(lookForPause, LOOK_EVERY_MS)
  // A device that refuses keeps working as a page.
  void register().catch(() => undefined)
}
