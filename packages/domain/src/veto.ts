/**
 * Veto: where a seller's policy gives it time for that, scrap above its limit is proposed to the seller before anybody in the
 * warehouse approves it. The seller agrees at once, or objects with a sentence: then nothing of the decision stands, and the unit
 * waits for a supervisor with the seller's words, to be decided anew. Silence is consent (docs/decisions/029).
 */
import type { CommandOf } from './commands.ts'
import { type Decision, onUnit, type Rule, reject } from './decision.ts'
import type { Policy, VetoFacts } from './facts.ts'
import { refuseUnit, withUnit } from './refuse.ts'
import type { Unit } from './unit.ts'

const HOUR_MS = 3600 * 1000

/** Until when a seller may object to what is decided now; it stands with the decision, whatever the policy says later. @param now ISO 8601 */
export function vetoOf({ scrapVetoHours: hours = 0 }: Policy, now: string): { vetoUntil?: string } {
  return hours > 0 ? { vetoUntil: new Date(Date.parse(now) + hours * HOUR_MS).toISOString() } : {}
}

/** Does the seller's time to object still run? @param now ISO 8601 */
export const vetoRuns = ({ until, agreed }: VetoFacts, now: string): boolean => !agreed && now < until

/** Nothing that somebody else has asked of a held unit is lost over the seller's words. */
function objected({ id, held }: Unit, note: string): Decision {
  const question = held ? `${held.question}\n${note}` : note
  const hold = { waitsFor: 'supervisor', question, quarantine: held?.quarantine ?? false } as const
  return { events: [onUnit(id, 'ScrapObjected', { note }), onUnit(id, 'UnitHeld', hold)] }
}

/** `AnswerScrap` ▶ `ScrapAgreed`, or `ScrapObjected` and `UnitHeld`; by the seller alone. Rejects: forbidden, no_veto, scrap_agreed, veto_over. */
export const answerScrap: Rule<CommandOf<'AnswerScrap'>> = (situation, command, act) =>
  withUnit(situation, 'AnswerScrap', command.lpn, act, (unit) => {
    const { user: by, role } = act.actor
    if (role !== 'seller') return reject('forbidden', { needs: 'seller', by, role })
    const { veto } = unit.decision ?? {}
    if (!veto) return refuseUnit('no_veto', unit)
    if (veto.agreed) return refuseUnit('scrap_agreed', unit, { ...veto.agreed })
    if (!vetoRuns(veto, act.recordedAt)) return refuseUnit('veto_over', unit, { at: veto.until })
    if (!command.agreed) return objected(unit, command.note)
    return { events: [onUnit(unit.id, 'ScrapAgreed', { note: command.note ?? null })] }
  })
