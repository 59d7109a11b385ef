import type { NavigateFunction } from 'react-router'

let navigate: NavigateFunction = () => {}
let arrive: () => void = () => {}
let arrival: Promise<void> = Promise.resolve()

/** Hands the router's navigation to what runs outside of components: scans lead somewhere. */
export function navigateWith(by: NavigateFunction): void {
  navigate = by
}

/** Going back from where one began leads nowhere, and no screen is drawn for it. */
const LONGEST_MS = 400

function leave(by: () => void): void {
  arrival = new Promise((resolve) => {
    const timer = setTimeout(resolve, LONGEST_MS)
    arrive = () => {
      clearTimeout(timer)
      resolve()
    }
  })
  by()
}

/** The screen of the new address is drawn, and knows its buttons. */
export const hasArrived = (): void => arrive()
/** Resolves when the screen that was gone to last is there. */
export const arrived = (): Promise<void> => arrival

export const go = (path: string): void => leave(() => void navigate(path))
export const goHome = (): void => go('/')
export const goBack = (): void => leave(() => void navigate(-1))
export const parcelPath = (tracking: string): string => `/parcel/${encodeURIComponent(tracking)}`
export const unitPath = (lpn: string, step?: string): string =>
  `/unit/${encodeURIComponent(lpn)}${step === undefined ? '' : `/${step}`}`
export const binPath = (code: string): string => `/bin/${encodeURIComponent(code)}`
