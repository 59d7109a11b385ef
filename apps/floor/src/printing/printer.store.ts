import type { DevicePrinter, PrintJob } from '@restow/contracts'
import type { PrintedUnasked } from '@restow/domain'
import { create } from 'zustand'
import { keptDatabase, writeDown } from '../outbox/database.ts'

interface Kept {
  /** Where this device's labels come out; null: in the browser's print dialog. */
  readonly printer: DevicePrinter['printer']
  /** What comes out there without being asked for. */
  readonly unasked: readonly PrintedUnasked[]
  /** Scanned while there was no line: the server is told once it is back. */
  readonly wanted: string | null
  /** Plates of this device that come out once the server hears what they are on. */
  readonly own: readonly string[]
}

interface Printing extends Kept {
  /** This device's prints, the latest first. */
  readonly jobs: readonly PrintJob[]
  /** Prints that somebody has seen to, or that ended before this page was opened. */
  readonly seen: ReadonlySet<string>
}

const FACT = 'printer'
const OWN = 60

export const usePrinting = create<Printing>(() => ({
  ...{ printer: null, unasked: [], wanted: null, own: [], jobs: [], seen: new Set<string>() },
}))

/** Keeps what is to be known of the printer without the line, too. */
export async function keepPrinting(change: Partial<Kept>): Promise<void> {
  usePrinting.setState(change)
  const { printer, unasked, wanted, own } = usePrinting.getState()
  await writeDown(['facts'], (tx) => tx.objectStore('facts').put({ printer, unasked, wanted, own }, FACT))
}

export async function takeUpPrinting(): Promise<void> {
  const kept = (await (await keptDatabase()).get('facts', FACT)) as Kept | undefined
  if (kept) usePrinting.setState(kept)
}

export const noteOwn = (lpns: readonly string[]): Promise<void> =>
  keepPrinting({ own: [...lpns, ...usePrinting.getState().own].slice(0, OWN) })

export const seeTo = (id: string): void =>
  usePrinting.setState(({ seen }) => ({ seen: new Set([...seen, id]) }))
