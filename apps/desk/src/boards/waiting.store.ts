import { useEffect } from 'react'
import { create } from 'zustand'
import { useUser } from '../shell/session.store.ts'
import { followBoard } from './follow-board.ts'

const useCount = create<{ count: number }>(() => ({ count: 0 }))

/** How much waits for whoever is signed in: as many as the page lists. */
export function useWaiting(): number {
  return useCount((s) => s.count)
}

/** Keeps the count fresh while anybody who may be waited for is signed in. */
export function useWaitingKeptFresh(): void {
  const { role } = useUser()
  useEffect(() => {
    if (role === 'operator') return
    const stop = followBoard('waiting', '', ({ board }) => {
      if (board) useCount.setState({ count: board.count })
    })
    return () => {
      stop()
      useCount.setState({ count: 0 })
    }
  }, [role])
}
