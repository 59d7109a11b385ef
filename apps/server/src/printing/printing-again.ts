import type { PrintJob, Reprint } from '@restow/contracts'
import { isPrintOver } from '@restow/domain'
import type { Queryable } from '../db/pool.ts'
import { notFound, ProblemError } from '../problem.ts'
import { type Asking, askedBefore, contentOf, platesOf, printerOf, queue } from './asking.ts'
import { checkAgain } from './badge-cards.ts'
import { labelsAfter } from './portion.ts'
import { answerJob, findContent, findJob, type JobContent } from './print-jobs.queries.ts'

/** Labels that are printed once more: because somebody wants them again, or because nobody saw them come out. */

async function contentOfJob(on: Queryable, warehouse: string, id: string): Promise<JobContent> {
  const found = await findContent(on, warehouse, id)
  if (!found) throw notFound('such print')
  return found
}

/**
 * Prints all of a job again, as a job of its own that says why.
 * @throws 403 supervisor_only, 404 not_found, 409 print_job_differs, print_not_over, 422 printer_unknown, badge_unknown
 */
export async function reprint(asks: Asking, ofJob: string, again: Reprint): Promise<void> {
  const { on, asker } = asks
  const { warehouse } = asker
  const { id, reason, note = null, deviceId = null } = again
  const content = contentOf(asker.user, { ...again, ofJob })
  if (await askedBefore(on, asker, id, content)) return
  const { printer: before, labels, lpns, state } = await contentOfJob(on, warehouse, ofJob)
  if (!isPrintOver(state))
    throw new ProblemError(
      409,
      'print_not_over',
      'These labels are still to come. Wait for them, or cancel them first.',
    )
  await checkAgain(on, warehouse, labels, asks.supervisor)
  const printer =
    again.printer === undefined ? ((await printerOf(on, warehouse, deviceId)) ?? before) : again.printer
  await queue(on, asker, { id, printer, labels, lpns, deviceId, reason, note, ofJob }, content)
}

const alreadyAnswered = ({ answer }: PrintJob) =>
  new ProblemError(
    409,
    'print_answered',
    answer
      ? `${answer.by} has said already that these labels ${answer.printed ? 'came out' : 'did not come out'}.`
      : 'Nobody needs to say whether these labels came out: that is known.',
  )

/** What of a job is not certain to have come out is printed again, where somebody wants that. */
async function printRest({ on, asker }: Asking, ofJob: string, id: string): Promise<void> {
  const content = contentOf(asker.user, { rest: ofJob })
  if (await askedBefore(on, asker, id, content)) return
  const job = await contentOfJob(on, asker.warehouse, ofJob)
  const labels = labelsAfter(job.labels, job.confirmed)
  if (labels.length === 0) return
  const lpns = platesOf([], labels)
  const { printer } = job
  await queue(
    on,
    asker,
    { id, printer, labels, lpns, deviceId: null, reason: 'not_printed', note: null, ofJob },
    content,
  )
}

/**
 * Takes a person's word on a job that was maybe printed, and prints again what is missing. Who may not print that again
 * is told so before the word is taken.
 * @throws 403 supervisor_only, 404 not_found, 409 print_answered, 422 badge_unknown
 */
export async function confirm(
  asks: Asking,
  id: string,
  { printed, again }: { readonly printed: 'yes' | 'no'; readonly again?: string },
): Promise<void> {
  const { on, asker, supervisor } = asks
  const { warehouse, user: by } = asker
  if (again !== undefined)
    await checkAgain(on, warehouse, (await contentOfJob(on, warehouse, id)).labels, supervisor)
  const cameOut = printed === 'yes'
  if (!(await answerJob(on, warehouse, id, { by, cameOut }))) {
    const job = await findJob(on, warehouse, id)
    if (!job) throw notFound('such print')
    // The same word once more: its answer was lost on the way, and what is to be printed again may not be queued yet.
    if (job.answer?.by !== by || job.answer.printed !== cameOut) throw alreadyAnswered(job)
  }
  if (again !== undefined) await printRest(asks, id, again)
}
