import type { LayoutReport } from '@restow/contracts'
import { tell } from '@restow/ui/desk'
import { useState } from 'react'
import { sentenceOf } from '../asking/Problem.tsx'
import { noticeEnd } from '../asking/use-ask.ts'
import { api } from '../shell/api.ts'

const MAX_BYTES = 16 * 1024 * 1024

interface State {
  readonly file: File | null
  readonly report: LayoutReport | null
  readonly busy: boolean
  readonly wrong: string
}
const NOTHING: State = { file: null, report: null, busy: false, wrong: '' }

/** A layout's file on its way: read, shown, and done as it was shown. */
export function useLayoutFile(onDone: () => void) {
  const [state, setState] = useState<State>(NOTHING)
  const send = async (file: File, query: Parameters<typeof api.layout>[0], before: LayoutReport | null) => {
    setState({ file, report: before, busy: true, wrong: '' })
    try {
      const report = await api.layout(query, file)
      setState({ file, report, busy: false, wrong: '' })
      if (report.applied) onDone()
    } catch (error) {
      noticeEnd(error)
      setState({ file, report: null, busy: false, wrong: sentenceOf(error) })
    }
  }
  const read = async (file: File) => {
    if (file.size > MAX_BYTES) return setState({ ...NOTHING, wrong: tell('layout.tooLarge') })
    if (file.size === 0) return setState({ ...NOTHING, wrong: tell('imports.empty') })
    await send(file, {}, null)
  }
  const apply = async (remove: boolean) => {
    const { file, report } = state
    if (!file || !report?.plan) return
    await send(file, { plan: report.plan, ...(remove ? { remove: 'true' as const } : {}) }, report)
  }
  return { state, read, apply, again: () => setState(NOTHING) }
}
