import { useEffect } from 'react'

/** Printers change by themselves: what is on the screen is asked for anew this often, in milliseconds. */
const EVERY_MS = 3000

export function useRefresh(again: () => void): void {
  useEffect(() => {
    const refreshing = setInterval(() => {
      if (document.visibilityState === 'visible') again()
    }, EVERY_MS)
    return () => clearInterval(refreshing)
  }, [again])
}
