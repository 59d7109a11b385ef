import { useEffect } from 'react'
import { create } from 'zustand'
import { api } from '../shell/api.ts'
import { useUser } from '../shell/session.store.ts'

const EVERY_MS = 10_000

const useCount = create<{ count: number }>(() => ({ count: 0 }))

/** How many units wait for whoever is signed in; asked now and then, since only its number is shown. */
export function useWaiting(): number {
  return useCount((s) => s.count)
}

/** Keeps the count fresh while anybody who may be waited for is signed in. */
export function useWaitingKeptFresh(): void {
  const { role } = useUser()
  useEffect(() => {
    if (role === 'operator') return
    const left = new AbortController()
    let etag: string | undefined
    const ask = async () => {
      if (document.hidden) return
      const answer = await api.board('pipeline', {}, etag, left.signal).catch(() => null)
      if (!answer || left.signal.aborted) return
      etag = answer.etag
      const { forSeller, forSupervisor, forApproval, unclaimedPast } = answer.board.waiting
      useCount.setState({
        count:
          role === 'seller'
            ? forSeller.units
            : forSupervisor.units + forApproval.units + unclaimedPast.parcels,
      })
    }
    void ask()
    const timer = setInterval(() => void ask(), EVERY_MS)
    return () => {
      left.abort()
      clearInterval(timer)
      useCount.setState({ count: 0 })
    }
  }, [role])
}
