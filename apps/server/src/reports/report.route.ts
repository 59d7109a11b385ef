import { createHash } from 'node:crypto'
import { Readable } from 'node:stream'
import { DispositionReport, ReportQuery } from '@restow/contracts'
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import type { Static } from 'typebox'
import { ProblemError } from '../problem.ts'
import { dayBounds, dayExists } from './business-day.ts'
import { countSteps, fingerprintDecisions, sellerIsThere } from './report.queries.ts'
import { type Asking, csvReport, jsonReport, type ReportHead } from './report.ts'

type Asked = Static<typeof ReportQuery>
interface Place {
  readonly warehouse: string
  readonly timeZone: string
  readonly asking: Asking
}
interface Options {
  /** Throws for what is not theirs to see. */
  readonly place: (request: FastifyRequest, wanted: Asked) => Promise<Place>
}

/** What was recorded just before midnight may be committed a little after it. */
const CLOSING_MS = 2 * 60_000

async function headOf(asked: Asked, at: Place, now: number): Promise<ReportHead> {
  const { seller, date } = asked
  const { warehouse, timeZone, asking } = at
  const { from, until } = dayBounds(date, timeZone)
  const closes = Date.parse(until) + CLOSING_MS
  const open = now < closes
  const counts = await asking((on) => countSteps(on, { warehouse, seller, from, until }))
  const asOf = new Date(open ? now : closes).toISOString()
  return { seller, warehouse, timeZone, date, from, until, open, asOf, counts }
}

const isNamed = (header: string | undefined, tag: string): boolean =>
  (header ?? '').split(',').some((one) => ['*', tag].includes(one.trim().replace(/^W\//, '')))

/** Marks a closed report, which is the same for ever. @returns true where the asker has it already */
async function tagged(request: FastifyRequest, reply: FastifyReply, head: ReportHead, at: Place) {
  if (head.open) {
    reply.header('cache-control', 'no-store')
    return false
  }
  const { format = 'json' } = request.query as Asked
  const decisions = await at.asking((on) => fingerprintDecisions(on, head))
  const print = createHash('sha256')
    .update(JSON.stringify([format, head, decisions]))
    .digest('base64url')
  const tag = `"${head.date}-${print.slice(0, 22)}"`
  reply.header('etag', tag).header('cache-control', 'private, no-cache')
  return isNamed(request.headers['if-none-match'], tag)
}

const fileName = ({ seller, date }: ReportHead): string =>
  `restow-${seller.replaceAll(/[^A-Za-z0-9_-]/g, '_')}-${date}.csv`

/** The day's report. */
export function reportRoutes(app: FastifyInstance, { place }: Options): void {
  const schema = {
    summary: 'A seller’s decisions of one business day',
    tags: ['reports'],
    querystring: ReportQuery,
    response: { 200: DispositionReport },
  }
  app.get<{ Querystring: Asked }>('/api/reports/dispositions', { schema }, async (request, reply) => {
    const { seller, date, format } = request.query
    const at = await place(request, request.query)
    if (!dayExists(date)) throw new ProblemError(400, 'date_unknown', `${date} is no day of the calendar.`)
    if (!(await at.asking((on) => sellerIsThere(on, seller))))
      throw new ProblemError(404, 'seller_unknown', `There is no seller ${seller} here.`)
    const head = await headOf(request.query, at, Date.now())
    if (await tagged(request, reply, head, at)) return reply.code(304).send()
    if (format !== 'csv')
      return reply
        .type('application/json; charset=utf-8')
        .send(Readable.from(jsonReport(at.asking, head, head)))
    return reply
      .type('text/csv; charset=utf-8')
      .header('content-disposition', `attachment; filename="${fileName(head)}"`)
      .send(Readable.from(csvReport(at.asking, head, `${request.protocol}://${request.host}`)))
  })
}
