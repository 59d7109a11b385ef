import type { FoundItem, SearchAnswer } from '@restow/contracts'
import { useEffect, useMemo, useRef, useState } from 'react'
import { sentenceOf } from '../asking/Problem.tsx'
import { noticeEnd } from '../asking/use-ask.ts'
import { api } from '../shell/api.ts'
import { onlyPage, pageOf } from './targets.ts'

/** Asks only once the typing has stopped; a scanner types faster than this, and its Enter does not wait. */
const PAUSE_MS = 120

interface Found {
  readonly q: string
  readonly answer: SearchAnswer | null
  readonly wrong: string
}
const NOTHING: Found = { q: '', answer: null, wrong: '' }

/** What is typed, what it finds, and which of it is marked. @param go leads to a page and closes the box */
export function useSearch(go: (path: string) => void) {
  const [typed, setTyped] = useState('')
  const [found, setFound] = useState<Found>(NOTHING)
  const [marked, setMarked] = useState(0)
  /** Enter came before the answer to what was typed: it is followed once that is here. */
  const entered = useRef<string | null>(null)
  const q = typed.trim()
  useEffect(() => {
    if (q === '') return setFound(NOTHING)
    const given = new AbortController()
    const ask = async () => {
      try {
        const answer = await api.search(q, given.signal)
        if (!given.signal.aborted) setFound({ q, answer, wrong: '' })
      } catch (error) {
        if (given.signal.aborted) return
        noticeEnd(error)
        setFound({ q, answer: null, wrong: sentenceOf(error) })
      }
    }
    const waiting = setTimeout(ask, entered.current === q ? 0 : PAUSE_MS)
    return () => {
      clearTimeout(waiting)
      given.abort()
    }
  }, [q])
  const items = useMemo(() => found.answer?.groups.flatMap((group) => group.items) ?? [], [found])
  const open = (item: FoundItem) => go(pageOf(item))
  /** Where nobody has seen yet what there is, it is gone to only where it can be nothing else. */
  const follow = (answer: SearchAnswer) => {
    const [only, ...others] = answer.groups.flatMap((group) => group.items)
    const page = onlyPage(answer)
    if (page) go(page)
    else if (only && others.length === 0) open(only)
  }
  // biome-ignore lint/correctness/useExhaustiveDependencies: only an answer is what a kept Enter waits for
  useEffect(() => {
    setMarked(0)
    if (found.answer && entered.current === found.q) follow(found.answer)
    entered.current = null
  }, [found])
  const enter = () => {
    if (q === '') return
    const item = items[marked]
    if (found.q !== q || !found.answer) entered.current = q
    else if (item) open(item)
  }
  const move = (by: number) =>
    items.length > 0 && setMarked((before) => (before + by + items.length) % items.length)
  return { typed, setTyped, q, found, items, marked, setMarked, enter, move, open }
}
