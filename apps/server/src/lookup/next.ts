import type { NextStep } from '@restow/contracts'
import {
  type Bin,
  type Checklist,
  checklistFor,
  fillSentence,
  type Parcel,
  parcelFacts,
  parcelNext,
  REJECTIONS,
  type RejectionCode,
  type RejectionFacts,
  type Seller,
  type Suggestion,
  suggest,
  type Unit,
  unitFacts,
  unitNext,
  usedOf,
} from '@restow/domain'

/** What can be done next with a unit or a parcel, and what a screen or a script needs to do it. */

export interface Moment {
  readonly timeZone: string
  readonly now: string
}

const say = (code: RejectionCode, facts: RejectionFacts, moment: Moment): string =>
  fillSentence(REJECTIONS[code], facts, moment)

function checklistItems(checklist: Checklist): NonNullable<NextStep['checklist']> {
  return checklist.checks.map(({ check, question, required, answers }) => ({
    check,
    answers: answers.map((a) => a.answer),
    required,
    question: { ...question },
    labels: answers.map((a) => ({ ...a.label })),
    caps: answers.map((a) => a.cap),
  }))
}

export interface UnitKnown {
  readonly checklists: Readonly<Record<string, Checklist>>
  readonly seller: Seller | null
  readonly suggestedBin: Bin | null
}

/** The suggestion for a unit as it stands; null before its inspection and while it has no seller. */
export function suggestionFor(unit: Unit, seller: Seller | null): Suggestion | null {
  return unit.inspection && unit.grade && seller ? suggest(unit, seller.policy) : null
}

/** Every command on this unit, allowed or why not. */
export function nextForUnit(unit: Unit, known: UnitKnown, moment: Moment): NextStep[] {
  return unitNext(unit).map(({ command, allowed, why }): NextStep => {
    const refused = command === 'ClassifyUnit' && allowed && !known.seller && !unit.house ? 'unclaimed' : why
    const step: NextStep = refused
      ? { command, allowed: false, why: refused, message: say(refused, unitFacts(unit, refused), moment) }
      : { command, allowed }
    if (command === 'InspectUnit') {
      const { checklists, seller } = known
      const checklist = checklistFor(unit, { checklists, sellers: seller ? { [seller.code]: seller } : {} })
      const { always, belowLikeNew } = checklist.requiredAngles
      const requiredAngles = { always: [...always], belowLikeNew: [...belowLikeNew] }
      return {
        ...step,
        checklist: checklistItems(checklist),
        checklistUsed: usedOf(checklist),
        requiredAngles,
      }
    }
    if (command === 'ClassifyUnit') return { ...step, suggestion: suggestionFor(unit, known.seller) }
    if (command === 'PutAwayUnit' || command === 'MoveUnit')
      return { ...step, suggestedBin: known.suggestedBin?.code ?? null }
    return step
  })
}

/** Every command on this parcel, allowed or why not. */
export function nextForParcel(parcel: Parcel, moment: Moment): NextStep[] {
  return parcelNext(parcel).map(({ command, allowed, why }) =>
    why ? { command, allowed, why, message: say(why, parcelFacts(parcel), moment) } : { command, allowed },
  )
}
