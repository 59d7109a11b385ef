import type { Board, BoardName } from '@restow/client'
import { useEffect, useState } from 'react'
import { followBoard, type Live } from './follow-board.ts'

/** A board that is asked for is out of date when so long nothing was answered. */
const DOWN_AFTER_MS = 3500
const TICK_MS = 1000

/** A board that keeps itself fresh, over a line that opens itself again, or by asking where no line comes through. */
export function useBoard<N extends BoardName>(name: N, seller: string): Live<Board<N>> {
  const [live, setLive] = useState<Live<Board<N>>>(NOTHING)
  useEffect(() => {
    setLive(NOTHING)
    return followBoard(name, seller, (to) => setLive((before) => ({ ...before, ...to })))
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
