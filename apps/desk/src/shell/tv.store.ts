/** A screen on a wall: nobody stands there who could sign in, touch it or wake it. */

export const TV_PATH = '/tv'
const KEPT_AS = 'restow.tv'

/** Has this browser been hung on a wall, and is it still there? */
export const isOnWall = (): boolean => location.pathname === TV_PATH && localStorage.getItem(KEPT_AS) !== null

/** From now on it shows this address, and waits for its session to come back instead of asking for a sign-in. */
export const hangOnWall = (address: string): void => localStorage.setItem(KEPT_AS, address)

/** What hangs here: a browser that is started anew may begin anywhere. */
export function addressOnWall(): string {
  const kept = localStorage.getItem(KEPT_AS)
  return kept?.startsWith(TV_PATH) ? kept : TV_PATH
}

export async function takeOffWall(): Promise<void> {
  localStorage.removeItem(KEPT_AS)
  if (document.fullscreenElement) await document.exitFullscreen().catch(() => {})
}

/** The whole screen is asked for, and done without where the browser refuses it. */
export async function askForScreen(): Promise<void> {
  await document.documentElement.requestFullscreen?.().catch(() => {})
}
