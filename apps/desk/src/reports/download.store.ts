import { reportAddress } from '@restow/client'
import type { Problem, ReportFormat } from '@restow/contracts'
import { create } from 'zustand'
import { fileName } from './files.ts'

/** A file of several days on its way. It goes on while its dialog is closed and other pages are looked at. */

export interface Wanted {
  readonly seller: string
  readonly from: string
  readonly to: string
  readonly format: ReportFormat
}
export interface Download extends Wanted {
  readonly name: string
  readonly state: 'running' | 'done' | 'failed' | 'stopped'
  readonly bytes: number
  /** Rows that came in, of files that have a line for each; and how many there are, where that is known. */
  readonly rows: number | null
  readonly allRows: number | null
  /** Why it failed, in words. */
  readonly why: string | null
}

interface Downloads {
  readonly current: Download | null
  start(wanted: Wanted): Promise<void>
  stop(): void
  forget(): void
}

const LINE_FEED = 10
/** Files with a line for each row and one above them. */
const LINED: ReadonlySet<ReportFormat> = new Set(['csv', 'amazon'])

function linesIn(bytes: Uint8Array): number {
  let lines = 0
  for (let at = bytes.indexOf(LINE_FEED); at >= 0; at = bytes.indexOf(LINE_FEED, at + 1)) lines += 1
  return lines
}

/** Gives a file to the browser to be kept. */
function save(parts: BlobPart[], name: string, type: string): void {
  const address = URL.createObjectURL(new Blob(parts, { type }))
  const link = document.createElement('a')
  link.href = address
  link.download = name
  link.click()
  // The browser takes it over within the click's own turn; some do so a little later.
  setTimeout(() => URL.revokeObjectURL(address), 60_000)
}

const whyOf = async (answer: Response): Promise<string> =>
  ((await answer.json().catch(() => ({}))) as Partial<Problem>).detail ?? answer.statusText

let stopping: AbortController | null = null

export const useDownload = create<Downloads>((set, get) => {
  const change = (changes: Partial<Download>) =>
    set(({ current }) => (current ? { current: { ...current, ...changes } } : {}))

  async function receive(answer: Response, { name, format }: Download): Promise<void> {
    const told = answer.headers.get('restow-report-rows')
    const isLined = LINED.has(format)
    if (isLined) change({ rows: 0, allRows: told === null ? null : Number(told) })
    const parts: Uint8Array<ArrayBuffer>[] = []
    let [bytes, lines] = [0, 0]
    const reader = answer.body?.getReader()
    for (;;) {
      const piece = await reader?.read()
      if (!piece?.value) break
      parts.push(piece.value)
      bytes += piece.value.length
      if (isLined) lines += linesIn(piece.value)
      change({ bytes, ...(isLined ? { rows: Math.max(0, lines - 1) } : {}) })
    }
    save(parts, name, answer.headers.get('content-type') ?? '')
    change({ state: 'done' })
  }

  return {
    current: null,
    async start(wanted) {
      get().stop()
      const stops = new AbortController()
      stopping = stops
      const none = { bytes: 0, rows: null, allRows: null, why: null }
      const current = {
        ...wanted,
        ...none,
        name: fileName(wanted.seller, wanted, wanted.format),
        state: 'running' as const,
      }
      set({ current })
      try {
        const answer = await fetch(reportAddress(wanted), { signal: stops.signal })
        if (!answer.ok) return change({ state: 'failed', why: await whyOf(answer) })
        await receive(answer, current)
      } catch {
        // Whoever begins another one has left this one behind.
        if (stopping === stops) change({ state: stops.signal.aborted ? 'stopped' : 'failed' })
      }
    },
    stop: () => stopping?.abort(),
    forget: () => set({ current: null }),
  }
})
