import type { WaitingItem } from '@restow/contracts'
import type { WaitingKind } from '@restow/domain'
import { useEffect, useRef, useState } from 'react'
import { type Pages, usePages } from '../asking/use-pages.ts'
import { api } from '../shell/api.ts'
import { goneFrom } from './gone.ts'

export interface WaitingPages {
  readonly pages: Pages<WaitingItem>
  readonly items: readonly WaitingItem[]
  /** Decided by somebody else since the page was opened or the note was put away. */
  readonly gone: readonly WaitingItem[]
  forgetGone(): void
  /** These were decided here: they leave at once, and the page is asked for anew. */
  decided(items: readonly WaitingItem[]): void
}

/**
 * A page of what waits, kept right while things come and go.
 * @param mark of the board: the same as long as the list is
 */
export function useWaitingList(kind: WaitingKind | null, seller: string, mark: string): WaitingPages {
  const key = `waiting ${kind ?? ''} ${seller}`
  const query = { ...(kind ? { kind } : {}), ...(seller ? { seller } : {}) }
  const pages = usePages<WaitingItem>(key, (place, signal) => api.waiting({ ...query, ...place }, signal))
  const { data, again, before, loading } = pages
  const [gone, setGone] = useState<readonly WaitingItem[]>([])
  const [hidden, setHidden] = useState<ReadonlySet<string>>(new Set())
  const own = useRef(new Set<string>())
  const last = useRef<{ place: string; items: readonly WaitingItem[] }>({ place: '', items: [] })
  const place = `${key} ${before}`

  useEffect(() => {
    if (mark !== '') again()
  }, [mark, again])

  // biome-ignore lint/correctness/useExhaustiveDependencies: another list begins with nothing gone
  useEffect(() => setGone([]), [key])

  useEffect(() => {
    if (!data || loading) return
    const seen = last.current
    if (seen.place === place) {
      const missing = goneFrom(seen.items, data, own.current)
      if (missing.length > 0) setGone((all) => [...all, ...missing])
    }
    for (const { id } of data.items) own.current.delete(id)
    last.current = { place, items: data.items }
    setHidden(new Set())
  }, [data, loading, place])

  // Everything on this page was decided: what is left stands on the first one.
  const { items, previous } = pages
  useEffect(() => {
    if (!loading && data && items.length === 0 && previous) previous()
  }, [loading, data, items.length, previous])

  return {
    pages,
    items: hidden.size === 0 ? items : items.filter(({ id }) => !hidden.has(id)),
    gone,
    forgetGone: () => setGone([]),
    decided: (done) => {
      for (const { id } of done) own.current.add(id)
      setHidden(new Set(done.map(({ id }) => id)))
      again()
    },
  }
}
