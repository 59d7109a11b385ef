import type { WaitingItem } from '@restow/contracts'
import { useCallback, useRef, useState } from 'react'
import { sentenceOf } from '../asking/Problem.tsx'
import { noticeEnd } from '../asking/use-ask.ts'
import type { Deed, Said } from './decisions.ts'
import { type Errand, errandOf, type Result, send, undoing } from './send.ts'

/** What was said last and what became of it. */
export interface Done {
  readonly deed: Errand['deed']
  readonly taken: readonly Result[]
  readonly refused: readonly Result[]
}

export interface Errands {
  readonly busy: boolean
  readonly done: Done | null
  /** No answer came; the same is sent again, and nothing happens twice. */
  readonly unanswered: { readonly why: string; again(): void } | null
  /** Why each of those was not taken that were refused, by id. */
  readonly refusals: ReadonlyMap<string, string>
  act(items: readonly WaitingItem[], deed: Deed, said: Said): void
  undo(): void
  forget(): void
}

/**
 * Sends what is decided, one errand after the other, and remembers what became of each item.
 * @param onDone told after each answer, with what was taken
 */
export function useErrands(onDone: (taken: readonly WaitingItem[]) => void): Errands {
  const [busy, setBusy] = useState(false)
  const [done, setDone] = useState<Done | null>(null)
  const [lost, setLost] = useState<{ errand: Errand; why: string } | null>(null)
  const [refusals, setRefusals] = useState<ReadonlyMap<string, string>>(new Map())
  const isUnderWay = useRef(false)

  const run = useCallback(
    async (errand: Errand) => {
      if (isUnderWay.current || errand.items.length === 0) return
      isUnderWay.current = true
      setBusy(true)
      setLost(null)
      try {
        const results = await send(errand)
        const refused = results.filter(({ why }) => why !== null)
        setDone({ deed: errand.deed, taken: results.filter(({ why }) => why === null), refused })
        setRefusals((before) => {
          const next = new Map(before)
          for (const { item } of results) next.delete(item.id)
          for (const { item, why } of refused) next.set(item.id, why ?? '')
          return next
        })
        onDone(results.flatMap(({ item, why }) => (why === null ? [item] : [])))
      } catch (error) {
        noticeEnd(error)
        setLost({ errand, why: sentenceOf(error) })
      } finally {
        isUnderWay.current = false
        setBusy(false)
      }
    },
    [onDone],
  )

  return {
    busy,
    done,
    refusals,
    unanswered: lost && { why: lost.why, again: () => void run(lost.errand) },
    act: (items, deed, said) => void run(errandOf(items, deed, said)),
    undo: () => {
      if (done && done.deed !== 'undo') void run(undoing(done.taken))
    },
    forget: () => {
      setDone(null)
      setLost(null)
    },
  }
}
