import { setTimeout as pause } from 'node:timers/promises'
import type { PrinterLanguage, PrinterTrouble } from '@restow/domain'
import { type Address, type Line, openLine, Trouble } from './line.ts'
import { isIdle, troubleOf } from './status.ts'

export interface PrinterAddress extends Address {
  readonly language: PrinterLanguage
  /** False of one that takes ZPL and never answers `~HS`, such as behind a one-way print server. */
  readonly tells: boolean
}

/** All in milliseconds. */
export interface Patience {
  readonly connectMs: number
  /** For an answer to `~HS`; no answer then is a broken line. */
  readonly answerMs: number
  /** Between two questions while it prints, growing from the first to the second. */
  readonly askMs: readonly [number, number]
  /** Between two questions while something is in the way. */
  readonly troubleMs: readonly [number, number]
}
export const PATIENCE: Patience = {
  connectMs: 5000,
  answerMs: 15_000,
  askMs: [50, 1000],
  troubleMs: [500, 5000],
}

export interface Sending {
  readonly to: PrinterAddress
  readonly bytes: Uint8Array
  /** Called when all is well and before the first byte leaves; false: another has taken over, and none may leave. */
  readonly begin: () => Promise<boolean>
  /** What is in the way while the printer already has the labels, and null once it is not any more. */
  readonly heard?: (trouble: PrinterTrouble | null) => void
  readonly signal: AbortSignal
  readonly patience?: Patience
}

/** What is known afterwards. `unsent`: not a byte has left; `unsure`: some may have, and nobody confirmed that they came out. */
export type Sent =
  | { readonly state: 'printed' | 'sent' }
  | { readonly state: 'unsent' | 'unsure'; readonly trouble: PrinterTrouble }

const codeOf = (error: unknown): PrinterTrouble => {
  if (error instanceof Trouble) return error.code
  throw error
}

/** Before anything is sent: is the printer well, and done with what it had? */
async function trouble(line: Line, { answerMs }: Patience): Promise<PrinterTrouble | null> {
  const status = await line.status(answerMs)
  return troubleOf(status) ?? (isIdle(status) ? null : 'busy')
}

/** Asks until nothing is left in the printer, for as long as it answers: paper may be out for an hour. */
async function comesOut(line: Line, { heard, signal }: Sending, patience: Patience): Promise<void> {
  const { answerMs, askMs, troubleMs } = patience
  let before: PrinterTrouble | null = null
  let [wait] = askMs
  for (;;) {
    const status = await line.status(answerMs)
    const now = troubleOf(status)
    if (now === null && isIdle(status)) return
    if (now !== before) {
      heard?.(now)
      wait = now ? troubleMs[0] : askMs[0]
    }
    before = now
    await pause(wait, undefined, { signal }).catch(() => {
      throw new Trouble('sender_gone')
    })
    wait = Math.min(wait * 1.5, now ? troubleMs[1] : askMs[1])
  }
}

/** @throws Trouble once bytes may have left */
async function confirmed(line: Line, sending: Sending, patience: Patience): Promise<Sent> {
  const { to, bytes } = sending
  line.write(bytes)
  if (to.language === 'zpl' && to.tells) {
    await comesOut(line, sending, patience)
    return { state: 'printed' }
  }
  await line.finish(patience.answerMs)
  return { state: 'sent' }
}

async function over(line: Line, sending: Sending, patience: Patience): Promise<Sent> {
  const { to, begin, signal } = sending
  const asks = to.language === 'zpl' && to.tells
  const inTheWay = asks ? await trouble(line, patience).catch(codeOf) : null
  if (inTheWay) return { state: 'unsent', trouble: inTheWay }
  if (!(await begin())) return { state: 'unsent', trouble: 'sender_gone' }
  // What broke while that was written down has taken no byte.
  if (line.isBroken) return { state: 'unsent', trouble: signal.aborted ? 'sender_gone' : 'cut' }
  return confirmed(line, sending, patience).catch((error) => ({ state: 'unsure', trouble: codeOf(error) }))
}

/**
 * Sends labels to a printer, and finds out what came of it. Sends nothing to one that is out of paper, open, or busy.
 * @throws what `begin` throws; then nothing was sent
 */
export async function send(sending: Sending): Promise<Sent> {
  const { to, signal, patience = PATIENCE } = sending
  const line = await openLine(to, patience.connectMs, signal).catch(codeOf)
  if (typeof line === 'string') return { state: 'unsent', trouble: line }
  try {
    return await over(line, sending, patience)
  } finally {
    line.drop()
  }
}
