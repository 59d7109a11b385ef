import { LabelQuery, LabelRequest, PlateLease, Plates } from '@restow/contracts'
import { isLpn, lpnOf } from '@restow/domain'
import { platePdf } from '@restow/labels'
import type { FastifyInstance, FastifyRequest } from 'fastify'
import type { Static } from 'typebox'
import type { Database } from '../db/pool.ts'
import { ProblemError } from '../problem.ts'
import { leasePlateSerials } from './printing.queries.ts'

/** Plates to be put on, and their labels. */
export function printingRoutes(
  app: FastifyInstance,
  { db, staff }: { db: Database; staff: (request: FastifyRequest) => unknown },
): void {
  app.post<{ Body: Static<typeof PlateLease> }>(
    '/api/plates',
    { schema: { body: PlateLease, response: { 200: Plates } } },
    async (request) => {
      staff(request)
      return { lpns: (await leasePlateSerials(db.staff, request.body.count)).map(lpnOf) }
    },
  )

  app.post<{ Body: Static<typeof LabelRequest>; Querystring: Static<typeof LabelQuery> }>(
    '/api/labels',
    { schema: { body: LabelRequest, querystring: LabelQuery } },
    async (request, reply) => {
      staff(request)
      if (request.query.format !== 'pdf')
        throw new ProblemError(422, 'format_not_yet', 'Plates are printed as PDF; ask for format=pdf.')
      const { labels } = request.body
      const wrong = labels.find((label) => !isLpn(label.lpn))
      if (wrong)
        throw new ProblemError(
          422,
          'plate_check_digit',
          `${wrong.lpn} is no plate: its check digit is wrong.`,
        )
      const pdf = await platePdf(labels)
      return reply
        .type('application/pdf')
        .header('content-disposition', 'inline; filename="plates.pdf"')
        .send(Buffer.from(pdf))
    },
  )
}
