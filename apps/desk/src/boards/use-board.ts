import { type Board, type BoardName, openLive } from '@restow/client'
import { useEffect, useState } from 'react'
import { askAgainAndAgain } from './ask-board.ts'

/** A line that does not stand by then is asked around: the board is asked for meanwhile. */
const ASK_AFTER_MS = 3000
/** A board that is asked for is out of date when so long nothing was answered. */
const DOWN_AFTER_MS = 3500
const TICK_MS = 1000

export interface Live<T> {
  readonly board: T | undefined
  readonly problem: unknown
  /** When the board was last known to be true, by this device's clock; 0 before the first answer. */
  readonly trueAt: number
  /** `line`: each change comes by itself. `asked`: it is asked for each second. `lost`: the line is down. */
  readonly by: 'nothing' | 'line' | 'asked' | 'lost'
}

/** A board that keeps itself fresh, over a line that opens itself again, or by asking where no line comes through. */
export function useBoard<N extends BoardName>(name: N, seller: string): Live<Board<N>> {
  const [live, setLive] = useState<Live<Board<N>>>(NOTHING)
  useEffect(() => {
    setLive(NOTHING)
    const change = (to: Partial<Live<Board<N>>>) => setLive((before) => ({ ...before, ...to }))
    let stopAsking: (() => void) | null = null
    const ask = () => {
      stopAsking ??= askAgainAndAgain(
        name,
        seller,
        (board, trueAt) => change({ problem: null, trueAt, by: 'asked', ...(board ? { board } : {}) }),
        (problem) => change({ problem }),
      )
    }
    let patience = setTimeout(ask, ASK_AFTER_MS)
    const line = openLive({
      boards: [name],
      seller: seller || undefined,
      onBoard: (_, board) => change({ board: board as Board<N>, problem: null, trueAt: Date.now() }),
      onHeard: () => change({ trueAt: Date.now() }),
      onState: (state) => {
        clearTimeout(patience)
        stopAsking?.()
        stopAsking = null
        change({ by: state === 'live' ? 'line' : 'lost' })
        if (state !== 'live') patience = setTimeout(ask, ASK_AFTER_MS)
      },
      // What cannot be had over a line is asked for once more, so that it is said why.
      onEnd: () => {
        change({ by: 'lost' })
        ask()
      },
    })
    const onSeen = () => {
      if (!document.hidden) line.retry()
    }
    const onOnline = () => line.retry()
    const onOffline = () => line.doubt()
    document.addEventListener('visibilitychange', onSeen)
    globalThis.addEventListener('online', onOnline)
    globalThis.addEventListener('offline', onOffline)
    return () => {
      clearTimeout(patience)
      stopAsking?.()
      line.close()
      document.removeEventListener('visibilitychange', onSeen)
      globalThis.removeEventListener('online', onOnline)
      globalThis.removeEventListener('offline', onOffline)
    }
  }, [name, seller])
  return live
}

const NOTHING = { board: undefined, problem: null, trueAt: 0, by: 'nothing' } as const

/** How many milliseconds behind a board is, counted on while it is not known to be true; and whether that is too long. */
export function useBehind({ trueAt, by }: Live<unknown>): { behindMs: number; down: boolean } {
  const [now, setNow] = useState(Date.now)
  useEffect(() => {
    setNow(Date.now())
    const timer = setInterval(() => setNow(Date.now()), TICK_MS)
    return () => clearInterval(timer)
  }, [])
  const behindMs = Math.max(0, now - trueAt)
  const late = by === 'asked' && behindMs > DOWN_AFTER_MS
  return { behindMs, down: trueAt > 0 && (by === 'lost' || late) }
}
