/**
 * A seller's own questions: few, for its goods alone, asked after the house's. They count as the house's do: each answer
 * says how good a grade it still allows.
 */
import { type ChecklistProblem, checksProblems, OWN_CODE } from './checklists.ts'
import type { Checklist, OwnCheck, OwnChecks } from './facts.ts'
import type { Unit } from './unit.ts'

/** Each takes a person at the bench its time; what takes more is a contract's. */
export const MOST_OWN_CHECKS = 10

const isAsked = ({ categories }: OwnCheck, { product }: Unit): boolean =>
  categories === undefined || (product !== null && categories.includes(product.category))

/** A checklist with what a version of its seller's own questions adds to it for this unit; as it is where that is nothing. */
export function withOwnChecks(
  list: Checklist,
  unit: Unit,
  own: Pick<OwnChecks, 'version' | 'checks'> | undefined,
): Checklist {
  const { seller } = unit
  const added = own?.checks.filter((one) => isAsked(one, unit)) ?? []
  if (!own || seller === null || added.length === 0) return list
  const checks = [...list.checks, ...added.map(({ categories: _, ...check }) => check)]
  return { ...list, checks, own: { seller, version: own.version } }
}

/** What does not fit about a seller's own questions; nothing where people can be asked by them. */
export function ownChecksProblems(checks: readonly OwnCheck[]): ChecklistProblem[] {
  const problems: ChecklistProblem[] =
    checks.length > MOST_OWN_CHECKS ? [{ field: 'checks', code: 'too_many' }] : []
  for (const [i, { check, categories }] of checks.entries()) {
    if (!check.startsWith(OWN_CODE)) problems.push({ field: `checks.${i}`, code: 'code_wrong' })
    if (categories?.length === 0) problems.push({ field: `checks.${i}.categories`, code: 'category_wrong' })
  }
  return [...problems, ...checksProblems(checks)]
}
