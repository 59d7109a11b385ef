import type { ParcelView, UnitView } from '@restow/contracts'
import type { Step } from '@restow/domain'
import { tell } from '@restow/ui/floor'
import { ask } from '../shell/ask.ts'
import { go, goHome, parcelPath, unitPath } from '../shell/go.ts'
import { wordOf } from '../shell/sentences.ts'
import { say } from '../shell/verdict.store.ts'

/** The step that can be taken back, if any. */
export const lastStep = (of: { steps: readonly Step[] }): Step | undefined => of.steps.at(-1)

function nothing(code: string): boolean {
  say({ tone: 'look', title: tell('verdict.look'), code, sentence: tell('unit.nothingToTakeBack') })
  return false
}

/** Takes back what was done to the unit last. A registration taken back leads to its parcel. */
export async function takeBackUnit(unit: UnitView): Promise<boolean> {
  const { lpn, parcel } = unit
  const step = lastStep(unit)
  const eventId = step?.eventIds.at(-1)
  if (!step || eventId === undefined) return nothing(lpn)
  const facts = wordOf('event', step.type)
  const done = await ask(
    { type: 'TakeBack', lpn, eventId },
    { title: tell('unit.takenBack'), code: lpn, facts },
  )
  if (done) go(step.before === null ? parcelPath(parcel.trackingNumber) : unitPath(lpn))
  return done
}

/** Takes back what was done to the parcel last; a receipt taken back means that it never arrived. */
export async function takeBackParcel(parcel: ParcelView, stay = false): Promise<boolean> {
  const tracking = parcel.trackingNumber
  const step = lastStep(parcel)
  const eventId = step?.eventIds.at(-1)
  if (!step || eventId === undefined) return nothing(tracking)
  const facts = wordOf('event', step.type)
  const command = { type: 'TakeBack', parcel: tracking, eventId } as const
  const done = await ask(command, { title: tell('unit.takenBack'), code: tracking, facts, quiet: stay })
  if (done && !stay && step.before === null) goHome()
  return done
}
