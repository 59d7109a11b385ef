import { useEffect, useState } from 'react'
import { noticeEnd } from '../asking/use-ask.ts'
import { api } from '../shell/api.ts'

const TICK_MS = 1000
/** How many ticks pass between two questions whether a device has taken the code up. */
const ASK_EVERY = 2
/** As long as the server takes it; counted by this computer alone, whose clock may differ from the server's. */
const GOOD_FOR_S = 15 * 60

/**
 * Watches a code that is on the screen.
 * @param onUsed called once, when a device has enrolled with it; has to stay the same function
 * @returns how many seconds it is still good for, down to 0
 */
export function useEnrolment(id: string, onUsed: () => void): number {
  const [left, setLeft] = useState(GOOD_FOR_S)
  useEffect(() => {
    const leaving = new AbortController()
    const shownAt = Date.now()
    let ticks = 0
    const ask = async () => {
      const { usedBy } = await api.enrolmentState(id, leaving.signal)
      if (usedBy === null || leaving.signal.aborted) return
      leaving.abort()
      onUsed()
    }
    const ticking = setInterval(() => {
      setLeft(Math.max(0, GOOD_FOR_S - Math.floor((Date.now() - shownAt) / 1000)))
      ticks++
      if (ticks % ASK_EVERY === 0) ask().catch((error) => leaving.signal.aborted || noticeEnd(error))
    }, TICK_MS)
    return () => {
      clearInterval(ticking)
      leaving.abort()
    }
  }, [id, onUsed])
  return left
}
