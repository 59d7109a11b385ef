/** Hold: a unit waits for somebody. It can be laid aside, and nothing else, until it is released. */
import type { CommandOf } from './commands.ts'
import { onUnit, type Rule } from './decision.ts'
import { withUnit } from './refuse.ts'
import { refuseUnlessLead } from './roles.ts'

/** `HoldUnit` ▶ `UnitHeld`. */
export const holdUnit: Rule<CommandOf<'HoldUnit'>> = (situation, command, act) =>
  withUnit(situation, 'HoldUnit', command.lpn, act, (unit) => {
    const { waitsFor, question } = command
    return { events: [onUnit(unit.id, 'UnitHeld', { waitsFor, question, quarantine: false })] }
  })

/** `ReleaseUnit` ▶ `UnitReleased`. What waits for a supervisor is released by one. */
export const releaseUnit: Rule<CommandOf<'ReleaseUnit'>> = (situation, command, act) =>
  withUnit(situation, 'ReleaseUnit', command.lpn, act, (unit) => {
    const refusal = unit.held?.waitsFor === 'supervisor' ? refuseUnlessLead(act) : null
    if (refusal) return refusal
    const { answer = null } = command
    const said = answer !== null && unit.held ? { question: unit.held.question } : {}
    return { events: [onUnit(unit.id, 'UnitReleased', { answer, ...said })] }
  })
