import { create } from 'zustand'
import { useSession } from './session.store.ts'

const KEPT_AS = 'restow.awake'

/** May the screen go dark by itself while somebody works? Kept on the device. */
export const useAwake = create<{ on: boolean; choose: (on: boolean) => void }>((set) => ({
  on: globalThis.localStorage?.getItem(KEPT_AS) !== 'off',
  choose: (on) => {
    localStorage.setItem(KEPT_AS, on ? 'on' : 'off')
    set({ on })
  },
}))

/** Only secure pages of newer browsers may keep the screen on. */
export const canStayAwake = (): boolean => 'wakeLock' in navigator

let held: WakeLockSentinel | null = null
let asking = false

const isWanted = (): boolean =>
  useAwake.getState().on && Boolean(useSession.getState().person) && document.visibilityState === 'visible'

/** A device that is low on battery may refuse: the screen then goes dark as it always did. */
async function follow(): Promise<void> {
  if (!isWanted()) {
    await held?.release().catch(() => undefined)
    held = null
    return
  }
  if (asking || held?.released === false) return
  asking = true
  held = await navigator.wakeLock.request('screen').catch(() => null)
  asking = false
  // Signed out, or hidden, while it was being asked for.
  if (held && !isWanted()) await follow()
}

/** Keeps the screen on while somebody is signed in and the page is in sight. It is lost with every look at another app. */
export function startWakeLock(): void {
  if (!canStayAwake()) return
  useSession.subscribe(() => void follow())
  useAwake.subscribe(() => void follow())
  document.addEventListener('visibilitychange', () => void follow())
}
