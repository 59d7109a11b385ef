/** Hold: a unit waits for somebody. It can be laid aside, and nothing else, until it is released. */
import type { CommandOf } from './commands.ts'
import { onUnit, type Rule } from './decision.ts'
import type { HoldFacts } from './facts.ts'
import { withUnit } from './refuse.ts'
import { refuseUnlessLead } from './roles.ts'
import type { Unit } from './unit.ts'

/** `HoldUnit` ▶ `UnitHeld`. */
export const holdUnit: Rule<CommandOf<'HoldUnit'>> = (situation, command, act) =>
  withUnit(situation, 'HoldUnit', command.lpn, act, (unit) => {
    const { waitsFor, question } = command
    return { events: [onUnit(unit.id, 'UnitHeld', { waitsFor, question, quarantine: false })] }
  })

/** What is answered, told with the answer. */
function asked({ held }: Unit): Pick<HoldFacts, 'because'> & { question?: string } {
  if (!held) return {}
  const { question, because } = held
  return { question, ...(because ? { because } : {}) }
}

/** `ReleaseUnit` ▶ `UnitReleased`. What waits for a supervisor is released by one. */
export const releaseUnit: Rule<CommandOf<'ReleaseUnit'>> = (situation, command, act) =>
  withUnit(situation, 'ReleaseUnit', command.lpn, act, (unit) => {
    const refusal = unit.held?.waitsFor === 'supervisor' ? refuseUnlessLead(act) : null
    if (refusal) return refusal
    const { answer = null } = command
    return { events: [onUnit(unit.id, 'UnitReleased', { answer, ...(answer === null ? {} : asked(unit)) })] }
  })
