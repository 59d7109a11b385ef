/**
 * Settle: what is on record although it should not be (a wrong zone, a bin overfull, fewer than announced) is shown to
 * supervisors until one of them has looked at it and says that it is done with. Nothing of it is erased: history keeps
 * both, and the word can be taken back as any other step.
 */
import type { CommandOf } from './commands.ts'
import { type Decision, onParcel, onUnit, type Rule, reject } from './decision.ts'
import { refuseParcel } from './refuse.ts'
import { refuseUnlessLead } from './roles.ts'
import { isOfEvent, type OpenException, type Step } from './steps.ts'

interface OnRecord {
  readonly exceptions: readonly OpenException[]
  readonly steps: readonly Step[]
}
type Named = Pick<CommandOf<'SettleException'>, 'eventId' | 'code'>

/** Who came second hears who was first, as long as that is among the last steps. */
function refuse({ exceptions, steps }: OnRecord, { eventId, code }: Named, key: string): Decision | null {
  const isIt = isOfEvent(eventId, code)
  if (exceptions.some(isIt)) return null
  const first = steps.findLast(({ type, before }) => {
    const open = type === 'ExceptionSettled' ? (before?.exceptions as readonly OpenException[]) : []
    return open?.some(isIt)
  })
  if (!first) return reject('not_on_record', { key })
  return reject('already_settled', { key, by: first.by, at: first.recordedAt })
}

/** `SettleException` ▶ `ExceptionSettled`, by a supervisor. Rejects: forbidden, not_on_record, already_settled. */
export const settleException: Rule<CommandOf<'SettleException'>> = (situation, command, act) => {
  const { eventId, code, note = null } = command
  const { parcel, unit } = situation
  const forbidden = refuseUnlessLead(act)
  if (forbidden) return forbidden
  if ('parcel' in command) {
    if (!parcel) return refuseParcel(situation, command.parcel)
    return (
      refuse(parcel, command, parcel.trackingNumber) ?? {
        events: [onParcel(parcel.id, 'ExceptionSettled', { eventId, code, note })],
      }
    )
  }
  if (!unit || unit.warehouse !== act.warehouse) return reject('unit_unknown', { lpn: command.lpn })
  return (
    refuse(unit, command, unit.lpn) ?? {
      events: [onUnit(unit.id, 'ExceptionSettled', { eventId, code, note })],
    }
  )
}
