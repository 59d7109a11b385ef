import type { ImportReport } from '@restow/contracts'
import { tell } from '@restow/ui/desk'
import { useEffect, useState } from 'react'
import { sentenceOf } from '../asking/Problem.tsx'
import { noticeEnd } from '../asking/use-ask.ts'
import { api } from '../shell/api.ts'

const EVERY_MS = 700
const MAX_BYTES = 256 * 1024 * 1024

export interface ImportState {
  readonly file: string
  /** Undefined while the file itself is on its way. */
  readonly report: ImportReport | undefined
  readonly wrong: string | null
}

/** Sends a file and follows the import until its end; the import goes on when the page is left. */
export function useImport(onEnd: () => void) {
  const [state, setState] = useState<ImportState | null>(null)
  const running = state?.report?.state === 'running' ? state.report.id : null

  useEffect(() => {
    if (running === null) return
    let timer: ReturnType<typeof setTimeout> | undefined
    let left = false
    const ask = async () => {
      const report = await api.importOf(running).catch((error: unknown) => void noticeEnd(error))
      if (left) return
      if (report) setState((before) => before && { ...before, report })
      if (report && report.state !== 'running') onEnd()
      else timer = setTimeout(() => void ask(), EVERY_MS)
    }
    timer = setTimeout(() => void ask(), EVERY_MS)
    return () => {
      left = true
      clearTimeout(timer)
    }
  }, [running, onEnd])

  /** @param take gives the file to the server */
  const send = async (file: File, take: () => Promise<ImportReport>) => {
    const name = file.name
    if (file.size > MAX_BYTES)
      return setState({ file: name, report: undefined, wrong: tell('imports.tooLarge') })
    if (file.size === 0) return setState({ file: name, report: undefined, wrong: tell('imports.empty') })
    setState({ file: name, report: undefined, wrong: null })
    try {
      setState({ file: name, report: await take(), wrong: null })
    } catch (error) {
      noticeEnd(error)
      setState({ file: name, report: undefined, wrong: sentenceOf(error) })
    }
    onEnd()
  }
  return {
    state,
    send,
    busy:
      state !== null &&
      state.wrong === null &&
      state.report?.state !== 'done' &&
      state.report?.state !== 'failed',
  }
}
