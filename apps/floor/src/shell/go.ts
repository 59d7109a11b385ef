import type { NavigateFunction } from 'react-router'

let navigate: NavigateFunction = () => {}

/** Hands the router's navigation to what runs outside of components: scans lead somewhere. */
export function navigateWith(by: NavigateFunction): void {
  navigate = by
}

export const go = (path: string): void => void navigate(path)
export const goHome = (): void => go('/')
export const goBack = (): void => void navigate(-1)
export const parcelPath = (tracking: string): string => `/parcel/${encodeURIComponent(tracking)}`
export const unitPath = (lpn: string, step?: string): string =>
  `/unit/${encodeURIComponent(lpn)}${step === undefined ? '' : `/${step}`}`
export const binPath = (code: string): string => `/bin/${encodeURIComponent(code)}`
