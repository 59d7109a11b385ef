/**
 * What a checklist has to be before people are asked by it: every check a choice with its best answer first, every code once.
 * The form and the server ask the same; each problem says where it is.
 */
import type { Check, Checklist } from './facts.ts'
import { GRADES } from './words.ts'

/** The category whose checklist stands in for those without one; it can be changed, not retired. */
export const GENERAL_CATEGORY = 'general'
/** The categories that a house begins with; it may make any others. */
export const HOUSE_CATEGORIES: readonly string[] = [
  GENERAL_CATEGORY,
  'electronics',
  'apparel',
  'beauty',
  'homeware',
  'toys',
]
/** One question a screen, and a person at the bench: more than these are never all asked. */
export const MOST_CHECKS = 30
export const MOST_ANSWERS = 9
/** Codes are what events and reports hold on to: small letters, digits and underscores. */
const CODE = /^[a-z][a-z0-9_]{0,31}$/
/** Before the codes of sellers' own questions, so that the house's, then or later, are never the same. */
export const OWN_CODE = 'own_'
/** As products have it: any short text. */
const CATEGORY = /^\S(.{0,38}\S)?$/u

export const CHECKLIST_PROBLEMS = [
  'category_wrong',
  'no_checks',
  'too_many',
  'code_wrong',
  'code_twice',
  'text_missing',
  'too_few_answers',
  'best_not_first',
  'general_stays',
] as const
export type ChecklistProblemCode = (typeof CHECKLIST_PROBLEMS)[number]
export interface ChecklistProblem {
  /** `checks.2`, `checks.2.answers.0`, or the field of the checklist itself. */
  readonly field: string
  readonly code: ChecklistProblemCode
}

const firstTwice = (codes: readonly string[]): number => codes.findIndex((code, i) => codes.indexOf(code) < i)

function ofAnswers({ answers }: Check, at: string): ChecklistProblem[] {
  if (answers.length < 2) return [{ field: at, code: 'too_few_answers' }]
  if (answers.length > MOST_ANSWERS) return [{ field: at, code: 'too_many' }]
  const problems = answers.flatMap(({ answer, label }, i): ChecklistProblem[] => {
    const field = `${at}.answers.${i}`
    if (!CODE.test(answer)) return [{ field, code: 'code_wrong' }]
    return label.en.trim() === '' ? [{ field, code: 'text_missing' }] : []
  })
  const twice = firstTwice(answers.map((one) => one.answer))
  if (twice >= 0) problems.push({ field: `${at}.answers.${twice}`, code: 'code_twice' })
  const worse = answers.findIndex(
    ({ cap }, i) => i > 0 && GRADES.indexOf(cap) < GRADES.indexOf(answers[i - 1]?.cap ?? 'like_new'),
  )
  if (worse > 0) problems.push({ field: `${at}.answers.${worse}`, code: 'best_not_first' })
  return problems
}

function ofCheck(check: Check, i: number): ChecklistProblem[] {
  const field = `checks.${i}`
  if (!CODE.test(check.check)) return [{ field, code: 'code_wrong' }]
  if (check.question.en.trim() === '') return [{ field, code: 'text_missing' }]
  return ofAnswers(check, field)
}

/** What does not fit about questions, wherever they are asked. */
export function checksProblems(checks: readonly Check[]): ChecklistProblem[] {
  const twice = firstTwice(checks.map((one) => one.check))
  const problems: ChecklistProblem[] = twice >= 0 ? [{ field: `checks.${twice}`, code: 'code_twice' }] : []
  return [...problems, ...checks.flatMap(ofCheck)]
}

/** What does not fit about a checklist, from its top; nothing where people can be asked by it. */
export function checklistProblems(checklist: Checklist): ChecklistProblem[] {
  const { category, checks, retired = false } = checklist
  const problems: ChecklistProblem[] = CATEGORY.test(category)
    ? []
    : [{ field: 'category', code: 'category_wrong' }]
  if (retired && category === GENERAL_CATEGORY) problems.push({ field: 'retired', code: 'general_stays' })
  if (checks.length === 0) problems.push({ field: 'checks', code: 'no_checks' })
  if (checks.length > MOST_CHECKS) problems.push({ field: 'checks', code: 'too_many' })
  const own = checks.findIndex((one) => one.check.startsWith(OWN_CODE))
  if (own >= 0) problems.push({ field: `checks.${own}`, code: 'code_wrong' })
  return [...problems, ...checksProblems(checks)]
}
