import type { WaitingItem } from '@restow/contracts'
import { useEffect, useState } from 'react'

const WIDE = '(min-width: 1280px)'

/** Is there room for a list and, beside it, what is chosen of it? */
function useWide(): boolean {
  const [wide, setWide] = useState(() => matchMedia(WIDE).matches)
  useEffect(() => {
    const query = matchMedia(WIDE)
    const onChange = () => setWide(query.matches)
    query.addEventListener('change', onChange)
    return () => query.removeEventListener('change', onChange)
  }, [])
  return wide
}

export interface Chosen {
  /** The one that is shown in full; where there is room, the first until another one is chosen. */
  readonly shown: WaitingItem | null
  /** It no longer waits, and nobody here has decided it. */
  readonly gone: boolean
  choose(item: WaitingItem | null): void
  /** So many further down, or up; its row gets the focus. */
  move(by: number): void
  /** Goes on from these, which are done with. */
  leave(done: readonly WaitingItem[]): void
}

export function focusRow(id: string): void {
  const row = document.querySelector<HTMLElement>(`[data-waiting="${CSS.escape(id)}"]`)
  row?.focus()
  row?.scrollIntoView({ block: 'nearest' })
}

/** Which of the list is looked at; it stays while the list changes around it. */
export function useChosen(items: readonly WaitingItem[], settled: boolean): Chosen {
  const wide = useWide()
  const [chosen, setChosen] = useState<{ item: WaitingItem; at: number } | null>(null)
  const at = chosen ? items.findIndex(({ id }) => id === chosen.item.id) : -1
  const first = wide ? (items[0] ?? null) : null
  const shown = chosen ? (items[at] ?? chosen.item) : first
  const choose = (item: WaitingItem | null) =>
    setChosen(item && { item, at: items.findIndex(({ id }) => id === item.id) })
  return {
    shown,
    gone: chosen !== null && at === -1 && settled,
    choose,
    move: (by) => {
      const from = chosen ? (at === -1 ? chosen.at - (by > 0 ? 1 : 0) : at) : wide ? 0 : -1
      const next = items[Math.max(0, Math.min(items.length - 1, from + by))]
      if (!next) return
      choose(next)
      requestAnimationFrame(() => focusRow(next.id))
    },
    leave: (done) => {
      const ids = new Set(done.map(({ id }) => id))
      if (!shown || !ids.has(shown.id)) return
      const from = items.findIndex(({ id }) => id === shown.id)
      const left = (list: readonly WaitingItem[]) => list.find(({ id }) => !ids.has(id))
      const next = left(items.slice(from)) ?? left(items.slice(0, Math.max(0, from)).toReversed()) ?? null
      setChosen(next && { item: next, at: Math.max(0, from) })
    },
  }
}
