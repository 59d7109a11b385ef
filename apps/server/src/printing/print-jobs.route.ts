import {
  AskPrint,
  ConfirmPrint,
  PrintJob,
  PrintJobList,
  PrintJobParams,
  PrintJobsQuery,
  Reprint,
} from '@restow/contracts'
import type { LabelFacts } from '@restow/labels'
import type { FastifyInstance, FastifyRequest } from 'fastify'
import type { Static } from 'typebox'
import type { Queryable } from '../db/pool.ts'
import { listed, pageOf } from '../paging.ts'
import { notFound, ProblemError } from '../problem.ts'
import { type Asker, askedBefore, contentOf, platesOf, queue } from './asking.ts'
import type { Bell } from './bell.ts'
import { labelsToPrint } from './labels.ts'
import { cancelJob, findContent, findJob, findJobs } from './print-jobs.queries.ts'
import { findDevicePrinter } from './printers.queries.ts'
import { confirm, reprint } from './printing-again.ts'

interface Options {
  readonly on: Queryable
  readonly bell: Bell
  /** Pages for a browser's print dialog, each of its label's own size. */
  readonly pages: (labels: readonly LabelFacts[]) => Promise<Uint8Array>
  readonly staff: (request: FastifyRequest) => Asker
  readonly supervisor: (request: FastifyRequest) => unknown
}
const tags = ['printing']
type OfJob = { Params: Static<typeof PrintJobParams> }
const ofJob = { params: PrintJobParams, response: { 200: PrintJob } }

async function theJob(on: Queryable, warehouse: string, id: string): Promise<PrintJob> {
  const found = await findJob(on, warehouse, id)
  if (!found) throw notFound('such print')
  return found
}

/** What is printed, what was printed, and printing again. */
export function printJobRoutes(app: FastifyInstance, options: Options): void {
  asking(app, options)
  reading(app, options)
  goingOn(app, options)
}

function asking(app: FastifyInstance, { on, bell, staff, supervisor }: Options): void {
  app.post<{ Body: AskPrint }>(
    '/api/print-jobs',
    { schema: { tags, body: AskPrint, response: { 200: PrintJob } } },
    async (request) => {
      const asker = staff(request)
      const { warehouse } = asker
      const { id, labels: asked, deviceId = null, reason = null, note = null, ...where } = request.body
      if (asked.some((label) => label.kind === 'badge')) supervisor(request)
      const content = contentOf(asker.user, request.body)
      if (!(await askedBefore(on, asker, id, content))) {
        const byDefault = deviceId === null ? null : await findDevicePrinter(on, warehouse, deviceId)
        const printer = where.printer === undefined ? (byDefault?.code ?? null) : where.printer
        const labels = await labelsToPrint(on, warehouse, asked)
        const lpns = platesOf(asked, labels)
        await queue(on, asker, { id, printer, labels, lpns, deviceId, reason, note, ofJob: null }, content)
        bell.ring()
      }
      return theJob(on, warehouse, id)
    },
  )
}

function reading(app: FastifyInstance, { on, pages, staff }: Options): void {
  app.get<{ Querystring: Static<typeof PrintJobsQuery> }>(
    '/api/print-jobs',
    { schema: { tags, querystring: PrintJobsQuery, response: { 200: PrintJobList } } },
    async (request) => {
      const { warehouse } = staff(request)
      const page = pageOf(request.query, ['moment', 'id'])
      const { printer = null, state = null, lpn = null, deviceId = null } = request.query
      return listed(
        page,
        await findJobs(on, warehouse, { printer, state, lpn, deviceId }, page),
        (row) => [row.askedAt, row.id],
        (row) => row,
      )
    },
  )

  app.get<OfJob>('/api/print-jobs/:id', { schema: { tags, ...ofJob } }, (request) =>
    theJob(on, staff(request).warehouse, request.params.id),
  )

  app.get<OfJob>(
    '/api/print-jobs/:id/labels.pdf',
    { schema: { tags, params: PrintJobParams } },
    async (request, reply) => {
      const job = await findContent(on, staff(request).warehouse, request.params.id)
      if (!job) throw notFound('such print')
      // Labels that wait for a printer would come out twice: once there, and once here.
      if (job.printer !== null)
        throw new ProblemError(
          409,
          'print_is_a_printers',
          `These labels are ${job.printer}’s to print. Print them again where you want them.`,
        )
      return reply
        .type('application/pdf')
        .header('content-disposition', 'inline; filename="labels.pdf"')
        .send(Buffer.from(await pages(job.labels)))
    },
  )
}

function goingOn(app: FastifyInstance, { on, bell, staff }: Options): void {
  app.post<OfJob>('/api/print-jobs/:id/cancel', { schema: { tags, ...ofJob } }, async (request) => {
    const { warehouse, user } = staff(request)
    const { id } = request.params
    const job = await theJob(on, warehouse, id)
    if (job.cancelledBy === null && !(await cancelJob(on, warehouse, id, user)))
      throw new ProblemError(
        409,
        'print_is_over',
        'There is nothing left of this print to cancel: it is over already.',
      )
    return theJob(on, warehouse, id)
  })

  app.post<OfJob & { Body: Reprint }>(
    '/api/print-jobs/:id/reprint',
    { schema: { tags, ...ofJob, body: Reprint } },
    async (request) => {
      const asker = staff(request)
      await reprint(on, asker, request.params.id, request.body)
      bell.ring()
      return theJob(on, asker.warehouse, request.body.id)
    },
  )

  app.post<OfJob & { Body: Static<typeof ConfirmPrint> }>(
    '/api/print-jobs/:id/confirm',
    { schema: { tags, ...ofJob, body: ConfirmPrint } },
    async (request) => {
      const asker = staff(request)
      await confirm(on, asker, request.params.id, request.body)
      bell.ring()
      return theJob(on, asker.warehouse, request.params.id)
    },
  )
}
