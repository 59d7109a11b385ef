/**
 * Take back: the last step, by the same person within ten minutes, later by a supervisor; never what cannot
 * be undone. History keeps both the step and its taking back.
 */
import type { CommandOf } from './commands.ts'
import { type Decision, onParcel, onUnit, type Rule, reject, type Situation } from './decision.ts'
import type { NewEvent, UnitLine } from './events.ts'
import type { Act } from './facts.ts'
import { recounted } from './lines.ts'
import { lineKey, type Parcel } from './parcel.ts'
import { refuseParcel } from './refuse.ts'
import type { Step } from './steps.ts'

const TEN_MINUTES = 10 * 60 * 1000

/** Time since the step: by the two scan times of one device, else by the server's clock. */
function sinceStep(step: Step, act: Act): number {
  const same = step.deviceId === act.deviceId
  return (
    Date.parse(same ? act.scannedAt : act.recordedAt) - Date.parse(same ? step.scannedAt : step.recordedAt)
  )
}

function refuse(steps: readonly Step[], eventId: string, key: string, act: Act): Decision | null {
  const last = steps.at(-1)
  if (!last) return reject('nothing_to_take_back', { key })
  const facts = { key, lastType: last.type, lastBy: last.by, lastAt: last.recordedAt }
  if (!last.eventIds.includes(eventId)) return reject('not_the_last_step', facts)
  if (!last.undoable) return reject('cannot_be_undone', facts)
  if (act.actor.role === 'supervisor' || act.actor.role === 'admin') return null
  if (last.by !== act.actor.user) return reject('not_your_step', facts)
  const since = sinceStep(last, act)
  return since >= 0 && since <= TEN_MINUTES ? null : reject('too_late_to_take_back', facts)
}

/** Did this step give a parcel and all its units an owner? They go back as one, and a supervisor says so. */
const gaveOwner = ({ type, before }: Step): boolean =>
  type === 'ParcelForfeited' || type === 'ParcelClaimed' || (before !== null && 'seller' in before)

function ownerTakenBack(
  { others }: Situation,
  parcel: Parcel,
  step: Step,
  eventId: string,
  { actor: { user: by, role } }: Act,
): Decision {
  if (role !== 'supervisor' && role !== 'admin') return reject('forbidden', { needs: 'supervisor', by, role })
  const units = others.filter((u) => u.parcel.id === parcel.id && u.state !== 'void')
  const gone = units.find((u) => u.steps.at(-1)?.commandId !== step.commandId)
  if (gone) return reject('units_moved_on', { tracking: parcel.trackingNumber, lpn: gone.lpn })
  return {
    events: [
      onParcel(parcel.id, 'StepTakenBack', { eventId }),
      ...units.map((u) => onUnit(u.id, 'StepTakenBack', { eventId: u.steps.at(-1)?.eventIds.at(-1) ?? '' })),
    ],
  }
}

/** `TakeBack` ▶ `StepTakenBack`. Rejects: not_the_last_step, cannot_be_undone, not_your_step, too_late_to_take_back. */
export const takeBack: Rule<CommandOf<'TakeBack'>> = (situation, command, act) => {
  const { eventId } = command
  if ('parcel' in command) {
    const { parcel } = situation
    if (!parcel || parcel.state === 'void') return refuseParcel(situation, command.parcel)
    const refusal = refuse(parcel.steps, eventId, parcel.trackingNumber, act)
    if (refusal) return refusal
    const last = parcel.steps.at(-1)
    if (last && gaveOwner(last)) return ownerTakenBack(situation, parcel, last, eventId, act)
    return { events: [onParcel(parcel.id, 'StepTakenBack', { eventId })] }
  }
  const { unit } = situation
  if (!unit || unit.warehouse !== act.warehouse) return reject('unit_unknown', { lpn: command.lpn })
  if (unit.state === 'void') return reject('unit_void', { lpn: unit.lpn })
  const refusal = refuse(unit.steps, eventId, unit.lpn, act)
  if (refusal) return refusal
  const { lpn, id, quantity, line } = unit
  const events: NewEvent[] = [onUnit(id, 'StepTakenBack', { eventId })]
  const before = unit.steps.at(-1)?.before
  if (before && 'line' in before) events.push(...recounted(unit, before.line as UnitLine | null))
  if (before === null)
    events.push(
      onParcel(unit.parcel.id, 'UnitRemoved', { lpn, unit: id, line: line && lineKey(line), quantity }),
    )
  return { events }
}
