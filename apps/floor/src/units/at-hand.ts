import type { UnitView } from '@restow/contracts'
import { useEffect } from 'react'

let atHand: UnitView | null = null

/** The unit whose screen is shown: what is scanned may be about it. */
export const unitAtHand = (): UnitView | null => atHand

export function useAtHand(unit: UnitView): void {
  useEffect(() => {
    atHand = unit
    return () => {
      atHand = null
    }
  }, [unit])
}
