import { isPrintOver, type PrintState } from '@restow/domain'
import { tell } from '@restow/ui/floor'
import { api } from '../outbox/api.ts'
import { deviceId } from '../outbox/device.ts'
import { useOutbox } from '../outbox/outbox.store.ts'
import { startPrints } from '../outbox/prints.ts'
import { useSession } from '../shell/session.store.ts'
import { say } from '../shell/verdict.store.ts'
import { hearOfPrinter } from './choose-printer.ts'
import { takeUpPrinting, usePrinting } from './printer.store.ts'

/** Hears what becomes of this device's prints: often while some are under way, seldom else. */

const TICK_MS = 1000
const SELDOM_MS = 20_000
/** After a step its print is looked for so long: it is made a moment later. */
const AFTER_STEP_MS = 8000

let lastStep = 0
let lastAsked = 0

export const lookForPrints = (): void => {
  lastStep = Date.now()
}

const isOpen = (state: PrintState): boolean => !isPrintOver(state)

function isTime(): boolean {
  const now = Date.now()
  const { printer, wanted, jobs } = usePrinting.getState()
  if (now - lastAsked > SELDOM_MS) return true
  if (printer === null && wanted === null) return false
  return now - lastStep < AFTER_STEP_MS || jobs.some(({ state }) => isOpen(state))
}

async function hear(): Promise<void> {
  const isFirst = lastAsked === 0
  const isWhole = isFirst || Date.now() - lastAsked > SELDOM_MS || usePrinting.getState().wanted !== null
  lastAsked = Date.now()
  if (isWhole) await hearOfPrinter()
  const { items } = await api.printJobs({ deviceId: deviceId(), limit: '20' })
  usePrinting.setState(({ seen }) => ({
    jobs: items,
    // What was over before this page was opened is nobody's news, but for what a person has to say.
    seen: isFirst
      ? new Set(
          items.filter((job) => isPrintOver(job.state) && job.state !== 'maybe_printed').map((job) => job.id),
        )
      : seen,
  }))
}

/** For as long as the page lives. @returns ends it */
export async function watchPrinting(): Promise<() => void> {
  await takeUpPrinting()
  const stopPrints = await startPrints({
    refused: ({ detail }) => say({ tone: 'wrong', title: tell('verdict.wrong'), sentence: detail }),
    sent: lookForPrints,
  })
  let asking = false
  const timer = setInterval(async () => {
    const isThere = useSession.getState().person && !useOutbox.getState().offline
    if (asking || !isThere || document.visibilityState !== 'visible' || !isTime()) return
    asking = true
    // Silence is noticed elsewhere, and this is asked again.
    await hear().catch(() => {})
    asking = false
  }, TICK_MS)
  const stops = [
    useOutbox.subscribe((is, was) => {
      if (is.commands.length < was.commands.length) lookForPrints()
      if (was.offline && !is.offline) lastAsked = Math.min(lastAsked, Date.now() - SELDOM_MS - 1)
    }),
  ]
  return () => {
    clearInterval(timer)
    stopPrints()
    for (const stop of stops) stop()
  }
}
