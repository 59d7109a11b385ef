import type { Board, BoardName } from '@restow/client'
import { useEffect, useRef, useState } from 'react'
import { noticeEnd } from '../asking/use-ask.ts'
import { api } from '../shell/api.ts'

const EVERY_MS = 1000
const PATIENCE_MS = 5000
/** The line counts as down after so long without an answer. */
const DOWN_AFTER_MS = 3500

export interface Live<T> {
  readonly board: T | undefined
  readonly problem: unknown
  /** When the board was last known to be true, by this device's clock; 0 before the first answer. */
  readonly trueAt: number
}

/**
 * A board that keeps itself fresh: asked each second while the page is seen, answered with 304 where nothing
 * has changed. A line that comes back is noticed by the next question.
 */
export function useBoard<N extends BoardName>(name: N, seller: string): Live<Board<N>> {
  const [live, setLive] = useState<Live<Board<N>>>({ board: undefined, problem: null, trueAt: 0 })
  const etag = useRef<string | undefined>(undefined)
  useEffect(() => {
    const left = new AbortController()
    etag.current = undefined
    let timer: ReturnType<typeof setTimeout> | undefined
    const ask = async () => {
      const askedAt = Date.now()
      const given = AbortSignal.any([left.signal, AbortSignal.timeout(PATIENCE_MS)])
      try {
        const answer = await api.board(name, seller ? { seller } : {}, etag.current, given)
        if (left.signal.aborted) return
        if (answer) etag.current = answer.etag
        setLive((before) => ({ board: answer?.board ?? before.board, problem: null, trueAt: askedAt }))
      } catch (problem) {
        if (left.signal.aborted) return
        noticeEnd(problem)
        setLive((before) => ({ ...before, problem }))
      }
      timer = setTimeout(turn, Math.max(100, EVERY_MS - (Date.now() - askedAt)))
    }
    const turn = () => {
      if (document.hidden) return
      void ask()
    }
    const onSeen = () => {
      if (document.hidden) return
      clearTimeout(timer)
      void ask()
    }
    void ask()
    document.addEventListener('visibilitychange', onSeen)
    return () => {
      left.abort()
      clearTimeout(timer)
      document.removeEventListener('visibilitychange', onSeen)
    }
  }, [name, seller])
  return live
}

/** How many milliseconds behind a board is, counted on while the line is down. */
export function useBehind(trueAt: number): { behindMs: number; down: boolean } {
  const [now, setNow] = useState(Date.now)
  useEffect(() => {
    setNow(Date.now())
    const timer = setInterval(() => setNow(Date.now()), EVERY_MS)
    return () => clearInterval(timer)
  }, [])
  const behindMs = Math.max(0, now - trueAt)
  return { behindMs, down: trueAt > 0 && behindMs > DOWN_AFTER_MS }
}
