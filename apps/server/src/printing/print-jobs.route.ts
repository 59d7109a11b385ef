import {
  AskPrint,
  ConfirmPrint,
  PrintJob,
  PrintJobList,
  PrintJobParams,
  PrintJobsQuery,
  Reprint,
} from '@restow/contracts'
import type { FastifyInstance, FastifyRequest } from 'fastify'
import type { Static } from 'typebox'
import type { Queryable } from '../db/pool.ts'
import { listed, pageOf } from '../paging.ts'
import { notFound, ProblemError } from '../problem.ts'
import { type Asker, type Asking, askPrint } from './asking.ts'
import { checkAgain } from './badge-cards.ts'
import type { Bell } from './bell.ts'
import { onPaper } from './paper.ts'
import { cancelJob, findContent, findJob, findJobs } from './print-jobs.queries.ts'
import { confirm, reprint } from './printing-again.ts'

interface Options {
  readonly on: Queryable
  readonly bell: Bell
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

const askingOf = ({ on, staff, supervisor }: Options, request: FastifyRequest): Asking => ({
  on,
  asker: staff(request),
  supervisor: () => supervisor(request),
})

/** What is printed, what was printed, and printing again. */
export function printJobRoutes(app: FastifyInstance, options: Options): void {
  asking(app, options)
  reading(app, options)
  goingOn(app, options)
}

function asking(app: FastifyInstance, options: Options): void {
  const { on, bell } = options
  app.post<{ Body: AskPrint }>(
    '/api/print-jobs',
    { schema: { tags, body: AskPrint, response: { 200: PrintJob } } },
    async (request) => {
      const asks = askingOf(options, request)
      await askPrint(asks, request.body)
      bell.ring()
      return theJob(on, asks.asker.warehouse, request.body.id)
    },
  )
}

function reading(app: FastifyInstance, { on, staff, supervisor }: Options): void {
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
      const { warehouse } = staff(request)
      const job = await findContent(on, warehouse, request.params.id)
      if (!job) throw notFound('such print')
      // Labels that wait for a printer would come out twice: once there, and once here.
      if (job.printer !== null)
        throw new ProblemError(
          409,
          'print_is_a_printers',
          `These labels are ${job.printer}’s to print. Print them again where you want them.`,
        )
      await checkAgain(on, warehouse, job.labels, () => supervisor(request))
      return reply
        .type('application/pdf')
        .header('content-disposition', 'inline; filename="labels.pdf"')
        .send(Buffer.from(await onPaper(job.labels)))
    },
  )
}

function goingOn(app: FastifyInstance, options: Options): void {
  const { on, bell, staff } = options
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
      const asks = askingOf(options, request)
      await reprint(asks, request.params.id, request.body)
      bell.ring()
      return theJob(on, asks.asker.warehouse, request.body.id)
    },
  )

  app.post<OfJob & { Body: Static<typeof ConfirmPrint> }>(
    '/api/print-jobs/:id/confirm',
    { schema: { tags, ...ofJob, body: ConfirmPrint } },
    async (request) => {
      const asks = askingOf(options, request)
      await confirm(asks, request.params.id, request.body)
      bell.ring()
      return theJob(on, asks.asker.warehouse, request.params.id)
    },
  )
}
