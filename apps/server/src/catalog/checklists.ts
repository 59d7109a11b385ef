import type { ChecklistRow, ChecklistsAnswer, PutChecklist } from '@restow/contracts'
import { type ChecklistProblem, checklistProblems, MOST_ANSWERS, MOST_CHECKS } from '@restow/domain'
import type { Queryable } from '../db/pool.ts'
import { ProblemError } from '../problem.ts'
import {
  findAllChecklists,
  findCategoriesWithout,
  findChecklistAt,
  keepChecklist,
} from './checklists.queries.ts'

/** What people are asked about a unit, category by category, and what they were asked before. */

/** What is said of questions that cannot be asked. */
export const CHECKS_SENTENCES: Readonly<Record<ChecklistProblem['code'], string>> = {
  category_wrong: 'has to be up to 40 characters, without a blank at either end',
  no_checks: 'need at least one question',
  too_many: `are more than a person can be asked: ${MOST_CHECKS} questions, ${MOST_ANSWERS} answers each`,
  code_wrong:
    'needs a code of small letters, digits and underscores that begins with a letter; with own_ where it is a seller’s own, and only there',
  code_twice: 'has a code that stands there already',
  text_missing: 'needs its text in English',
  too_few_answers: 'needs at least two answers',
  best_not_first: 'allows a better grade than the answer above it; the best answer comes first',
  general_stays: 'cannot be: the general checklist stands in for all others',
}

export async function checklistsAnswer(on: Queryable): Promise<ChecklistsAnswer> {
  const [items, without] = [await findAllChecklists(on), await findCategoriesWithout(on)]
  return { items, nextCursor: null, without }
}

/** @throws 404 */
export async function checklistAt(on: Queryable, category: string, version: number): Promise<ChecklistRow> {
  const found = await findChecklistAt(on, category, version)
  if (found) return found
  throw new ProblemError(404, 'not_found', `There is no version ${version} of the checklist ${category}.`)
}

/** @throws 409 changed_meanwhile, 422 checklist_wrong */
export async function setChecklist(
  on: Queryable,
  category: string,
  put: PutChecklist,
): Promise<ChecklistRow> {
  const [problem] = checklistProblems({ category, ...put })
  if (problem)
    throw new ProblemError(422, 'checklist_wrong', `${problem.field} ${CHECKS_SENTENCES[problem.code]}.`)
  if (!(await keepChecklist(on, category, put)))
    throw new ProblemError(
      409,
      'changed_meanwhile',
      `Somebody else has changed the checklist ${category} meanwhile. Load it again and make your change there.`,
    )
  const found = (await findAllChecklists(on)).find((one) => one.category === category)
  if (!found) throw new Error('the checklist was not kept')
  return found
}
