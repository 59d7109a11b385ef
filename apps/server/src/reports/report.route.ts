import { Readable } from 'node:stream'
import { DispositionReport, type ReportFormat, ReportQuery } from '@restow/contracts'
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import { sellerUnknown } from '../problem.ts'
import { type Asked, daysOf } from './asked.ts'
import type { OnPaper } from './pdf/pdf-report.ts'
import { type Report, readReport } from './report.ts'
import { isKnown, tagOf } from './tag.ts'
import type { Asking } from './told.ts'
import { FORMATS, fileName } from './written.ts'

interface Place {
  readonly warehouse: string
  readonly timeZone: string
  readonly asking: Asking
}
interface Options {
  /** Throws for what is not theirs to see. */
  readonly place: (request: FastifyRequest, wanted: Asked) => Promise<Place>
  readonly paper: OnPaper
}

/** A host that is named is written into files: only what can be one. */
function originOf({ protocol, host }: FastifyRequest): string {
  return /^[\w.:[\]-]+$/.test(host) ? `${protocol}://${host}` : ''
}

/** What is said beside the bytes. @returns true where the asker has them already */
function announced(
  request: FastifyRequest,
  reply: FastifyReply,
  report: Report,
  format: ReportFormat,
): boolean {
  const { ending, type, hasOrigin } = FORMATS[format]
  reply.header('restow-report', report.head.open ? 'open' : 'closed').header('vary', 'cookie, authorization')
  if (report.live === null) reply.header('restow-report-rows', report.closed?.rows ?? 0)
  const tag = tagOf(report, format, hasOrigin ? originOf(request) : '')
  if (tag)
    reply
      .header('etag', tag.etag)
      .header('last-modified', tag.lastModified)
      .header('cache-control', 'private, no-cache')
  else reply.header('cache-control', 'no-store')
  if (tag && isKnown(request.headers, tag)) return true
  reply.type(type).header('x-content-type-options', 'nosniff')
  if (ending !== null)
    reply.header('content-disposition', `attachment; filename="${fileName(report, ending)}"`)
  return false
}

/** The reports of one day or of several. */
export function reportRoutes(app: FastifyInstance, { place, paper }: Options): void {
  const schema = { tags: ['reports'], querystring: ReportQuery, response: { 200: DispositionReport } }
  app.get<{ Querystring: Asked }>('/api/reports/dispositions', { schema }, async (request, reply) => {
    const { seller, format = 'json' } = request.query
    const { warehouse, timeZone, asking } = await place(request, request.query)
    const days = daysOf(request.query)
    const report = await readReport(asking, { seller, warehouse, timeZone, ...days }, Date.now())
    if (!report) throw sellerUnknown(seller)
    if (announced(request, reply, report, format)) return reply.code(304).send()
    const pieces = FORMATS[format].write(report, originOf(request), paper)
    // Whoever goes away ends what is being read; whoever is slow is waited for, piece by piece.
    return reply.send(Readable.from(pieces, { highWaterMark: 1 }))
  })
}
