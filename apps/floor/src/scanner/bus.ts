import { type Reading, readScan } from '@restow/barcodes'
import { createContext, useContext, useLayoutEffect, useRef } from 'react'

/** A scan on its way to whoever takes it. */
export interface Scan {
  raw: string
  reading: Reading
}
/** Takes a scan, or leaves it (`false`) to the screen beneath and at last to the app. */
export type TakesScan = (scan: Scan) => boolean

const takers: { take: TakesScan }[] = []
const buttons: { code: string; layer: number; press: () => void }[] = []

/** Puts a screen on top of those that scans are offered to. @returns takes it away */
export function addTaker(take: TakesScan): () => void {
  const own = { take }
  takers.push(own)
  return () => void takers.splice(takers.indexOf(own), 1)
}

/** Makes a button known under its codes. @returns takes it away */
export function addButtons(codes: readonly string[], layer: number, press: () => void): () => void {
  const own = codes.map((code) => ({ code, layer, press }))
  buttons.push(...own)
  return () => {
    for (const one of own) buttons.splice(buttons.indexOf(one), 1)
  }
}

/** How many layers deep a component stands: the screen, a sheet on it, a verdict over both. */
export const Layer = createContext(0)

/** Scans go to this screen first while it is shown; the latest shown comes first. */
export function useScans(take: TakesScan): void {
  const entry = useRef({ take })
  entry.current.take = take
  useLayoutEffect(() => addTaker((scan) => entry.current.take(scan)), [])
}

/** The codes of the command sheet that press this button. */
export function useCommandCodes(codes: readonly string[], press: () => void, enabled: boolean): void {
  const layer = useContext(Layer)
  const latest = useRef(press)
  latest.current = press
  const all = codes.join(' ')
  // In the same moment in which the button is seen: whoever sees it may scan its code at once.
  useLayoutEffect(() => {
    if (!enabled || all === '') return
    return addButtons(all.split(' '), layer, () => latest.current())
  }, [all, enabled, layer])
}

/** A word as the value of a command code: `zh-CN` is scanned as `zh_cn`. */
export const inCode = (word: string): string => word.toLowerCase().replaceAll('-', '_')

/** Presses the button that a command code stands for, in the topmost layer that has any. */
export function pressByCode({ command, value }: { command: string; value?: string }): boolean {
  const code = value === undefined ? command : `${command}.${value}`
  const top = Math.max(0, ...buttons.map((button) => button.layer))
  const found = buttons.findLast((button) => button.layer === top && button.code === code)
  found?.press()
  return found !== undefined
}

/** The reading of a scan, and the first that takes it. @returns what nobody took */
export function offer(raw: string): Scan | null {
  const scan = { raw, reading: readScan(raw) }
  for (const taker of [...takers].reverse()) if (taker.take(scan)) return null
  return scan
}
