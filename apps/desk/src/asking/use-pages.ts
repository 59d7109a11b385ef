import { useState } from 'react'
import { type Asked, useAsk } from './use-ask.ts'

export const PAGE = 50

interface Page<T> {
  items: T[]
  nextCursor: string | null
}

export interface Pages<T> extends Asked<Page<T>> {
  readonly items: readonly T[]
  /** How many rows stand before the first of this page. */
  readonly before: number
  readonly previous: (() => void) | null
  readonly next: (() => void) | null
}

/**
 * A list a page at a time. Cursors only lead on, so those of the pages before are kept for going back.
 * @param key what the list depends on beside its place; another key begins at the first page
 */
export function usePages<T>(
  key: string,
  ask: (place: { cursor?: string; limit: string }, signal: AbortSignal) => Promise<Page<T>>,
): Pages<T> {
  const [place, setPlace] = useState<{ key: string; cursors: readonly string[] }>({ key, cursors: [] })
  const cursors = place.key === key ? place.cursors : []
  const cursor = cursors.at(-1)
  const asked = useAsk(`${key} ${cursor ?? ''}`, (signal) =>
    ask({ limit: String(PAGE), ...(cursor === undefined ? {} : { cursor }) }, signal),
  )
  const nextCursor = asked.data?.nextCursor ?? null
  const to = (next: readonly string[]) => () => setPlace({ key, cursors: next })
  return {
    ...asked,
    items: asked.data?.items ?? [],
    before: cursors.length * PAGE,
    previous: cursors.length > 0 ? to(cursors.slice(0, -1)) : null,
    next: nextCursor !== null && !asked.loading ? to([...cursors, nextCursor]) : null,
  }
}
