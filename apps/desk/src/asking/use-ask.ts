import { ApiProblem } from '@restow/client'
import { useCallback, useEffect, useState } from 'react'
import { sessionOver } from '../shell/session.store.ts'

interface Answer<T> {
  readonly key: string
  readonly data: T | undefined
  readonly problem: unknown
}

export interface Asked<T> {
  /** The last answer; while `loading` it may be the one to the question before. */
  readonly data: T | undefined
  readonly problem: unknown
  readonly loading: boolean
  again(): void
}

/** The session may end by itself; whoever notices leads back to signing in. */
export function noticeEnd(error: unknown): void {
  if (error instanceof ApiProblem && error.status === 401) sessionOver()
}

/**
 * Asks the server once for each key, and gives the question up when the key changes or the page is left.
 * @param key what the question depends on; null asks nothing
 */
export function useAsk<T>(key: string | null, ask: (signal: AbortSignal) => Promise<T>): Asked<T> {
  const [answer, setAnswer] = useState<Answer<T>>({ key: '', data: undefined, problem: null })
  const [round, setRound] = useState(0)
  const wanted = key === null ? null : `${round} ${key}`
  // biome-ignore lint/correctness/useExhaustiveDependencies: the key says all that the question depends on
  useEffect(() => {
    if (wanted === null) return
    const given = new AbortController()
    ask(given.signal).then(
      (data) => given.signal.aborted || setAnswer({ key: wanted, data, problem: null }),
      (problem) => {
        if (given.signal.aborted) return
        noticeEnd(problem)
        setAnswer((before) => ({ ...before, key: wanted, problem }))
      },
    )
    return () => given.abort()
  }, [wanted])
  const again = useCallback(() => setRound((n) => n + 1), [])
  return { ...answer, loading: wanted !== null && answer.key !== wanted, again }
}
