import type { BoardPerson } from '@restow/contracts'
import { PERSON_STEPS, type PersonStep } from '@restow/domain'

/** A step that people are put in order by, or null for their names. */
export const orderOf = (text: string | undefined): PersonStep | null =>
  PERSON_STEPS.find((step) => step === text) ?? null

export const doneOf = (person: BoardPerson, step: PersonStep): BoardPerson['steps'][number] | undefined =>
  person.steps.find((one) => one.step === step)

/** By name, as the board has them; by how much of one step only where a supervisor asks for it. */
export function inOrder(people: readonly BoardPerson[], by: PersonStep | null): readonly BoardPerson[] {
  if (by === null) return people
  return [...people].sort((a, b) => (doneOf(b, by)?.today ?? 0) - (doneOf(a, by)?.today ?? 0))
}
