import { CommandSheetQuery, LabelQuery, LabelRequest, PlateLease, Plates } from '@restow/contracts'
import { lpnOf } from '@restow/domain'
import { drawLabels } from '@restow/labels'
import type { FastifyInstance, FastifyRequest } from 'fastify'
import type { Static } from 'typebox'
import type { Database } from '../db/pool.ts'
import { type Asker, recordDrawn } from './asking.ts'
import { commandSheetOf } from './command-sheet.ts'
import { labelFaces } from './faces.ts'
import { labelAnswer } from './label-answer.ts'
import { fileNameOf, labelsToPrint } from './labels.ts'
import { onPaper } from './paper.ts'
import { leasePlateSerials } from './printing.queries.ts'
import { type TemplateAccess, templateRoutes } from './template.route.ts'

const TYPES = { pdf: 'application/pdf', zpl: 'text/plain; charset=utf-8' } as const

interface Options {
  readonly db: Database
  readonly staff: (request: FastifyRequest) => Asker
  readonly supervisor: (request: FastifyRequest) => unknown
  readonly templates: TemplateAccess
}

/** Plates to be put on, labels of every kind, what sellers want on theirs, and the sheet of command codes. */
export function printingRoutes(app: FastifyInstance, { db, staff, supervisor, templates }: Options): void {
  const faces = labelFaces()
  templateRoutes(app, faces, templates)

  app.post<{ Body: Static<typeof PlateLease> }>(
    '/api/plates',
    { schema: { body: PlateLease, response: { 200: Plates } } },
    async (request) => {
      const { warehouse } = staff(request)
      const { count, deviceId } = request.body
      const to = deviceId === undefined ? undefined : { warehouse, deviceId }
      return { lpns: (await leasePlateSerials(db.staff, count, to)).map(lpnOf) }
    },
  )

  app.post<{ Body: Static<typeof LabelRequest>; Querystring: Static<typeof LabelQuery> }>(
    '/api/labels',
    { schema: { body: LabelRequest, querystring: LabelQuery } },
    async (request, reply) => {
      const asker = staff(request)
      const { format } = request.query
      const { labels, media, language } = request.body
      if (labels.some((label) => label.kind === 'badge')) supervisor(request)
      const facts = await labelsToPrint(db.staff, asker.warehouse, labels, language)
      const drawn = await drawLabels(facts, { dpi: 203, ...media, language: format }, faces).catch(
        (error) => {
          throw labelAnswer(error)
        },
      )
      await recordDrawn(db.staff, asker, labels, facts)
      return reply
        .type(TYPES[format])
        .header('content-disposition', `inline; filename="${fileNameOf(facts, format)}"`)
        .send(Buffer.from(drawn))
    },
  )

  app.get<{ Querystring: Static<typeof CommandSheetQuery> }>(
    '/api/labels/command-sheet',
    { schema: { querystring: CommandSheetQuery } },
    async (request, reply) => {
      staff(request)
      const sheet = { kind: 'commands', ...commandSheetOf(request.query.language ?? 'en') } as const
      const pdf = await onPaper([sheet])
      return reply
        .type('application/pdf')
        .header('content-disposition', 'inline; filename="command-codes.pdf"')
        .send(Buffer.from(pdf))
    },
  )
}
