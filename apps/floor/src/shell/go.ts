import { flushSync } from 'react-dom'
import type { NavigateFunction } from 'react-router'

let navigate: NavigateFunction = () => {}
let here = ''
let arrive: () => void = () => {}
let arrival: Promise<void> = Promise.resolve()

/** Hands the router's navigation to what runs outside of components: scans lead somewhere. */
export function navigateWith(by: NavigateFunction): void {
  navigate = by
}

/** Going back from where one began leads nowhere, and no screen is drawn for it. */
const LONGEST_MS = 400

function leave(by: () => void): void {
  here = ''
  arrival = new Promise((resolve) => {
    const timer = setTimeout(resolve, LONGEST_MS)
    arrive = () => {
      clearTimeout(timer)
      resolve()
    }
  })
  by()
}

/** The screen of the new address is drawn, and knows its buttons. @param path as `go` is given it */
export function hasArrived(path: string): void {
  here = path
  arrive()
}
/** Is this the screen that is shown? */
export const isAt = (path: string): boolean => here === path
/** Is it this screen, or one of the steps below it? */
export const isWithin = (path: string): boolean => isAt(path) || here.startsWith(`${path}/`)
/** Resolves when the screen that was gone to last is there. */
export const arrived = (): Promise<void> => arrival

/**
 * Goes to a screen, and draws it at once together with what was said just before: one drawing, not two. Who is there
 * already stays, and going back does not lead here twice.
 */
export function go(path: string): void {
  if (path === here) return
  leave(() => flushSync(() => void navigate(path)))
}
export const goHome = (): void => go('/')
export const goBack = (): void => leave(() => void navigate(-1))
export const parcelPath = (tracking: string): string => `/parcel/${encodeURIComponent(tracking)}`
export const unitPath = (lpn: string, step?: string): string =>
  `/unit/${encodeURIComponent(lpn)}${step === undefined ? '' : `/${step}`}`
export const binPath = (code: string): string => `/bin/${encodeURIComponent(code)}`
export const countPath = (code: string): string => `${binPath(code)}/count`
