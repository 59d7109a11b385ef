import {
  AnnouncementOutcomes,
  Announcements,
  ChangedReturn,
  ChangeExpectedReturn,
  ExpectedReturnParams,
} from '@restow/contracts'
import type { FastifyInstance, FastifyRequest } from 'fastify'
import type { Static } from 'typebox'
import type { Database } from '../db/pool.ts'
import { ProblemError } from '../problem.ts'
import { type Announcer, announceAll, change } from './announce.ts'
import type { Matching } from './match-arrived.ts'

interface Options {
  readonly db: Database
  readonly matching: Matching
  /** Who announces; throws where nobody is signed in. */
  readonly announcer: (request: FastifyRequest) => Announcer
}
type Named = Static<typeof ExpectedReturnParams>

const MAX_BYTES = 8 * 1024 * 1024

/** The announcements in a body: a list of them, or one. */
function listedIn(body: unknown): readonly unknown[] {
  if (Array.isArray(body)) return body
  const { returns } = body as { returns?: unknown }
  return Array.isArray(returns) ? returns : [body]
}

/** Announcing returns one by one, as sellers' systems do, beside the files. */
export function announcementRoutes(app: FastifyInstance, options: Options): void {
  const { announcer } = options
  const tags = ['imports']

  app.post(
    '/api/expected-returns',
    {
      schema: { tags, body: Announcements, response: { 200: AnnouncementOutcomes } },
      bodyLimit: MAX_BYTES,
      preParsing: async (request) => void announcer(request),
    },
    async (request) => {
      const outcomes = await announceAll(options, listedIn(request.body), announcer(request))
      if (outcomes === null)
        throw new ProblemError(404, 'seller_unknown', 'There is no seller of that code here.')
      return { outcomes }
    },
  )

  const params = ExpectedReturnParams
  app.patch<{ Params: Named; Body: ChangeExpectedReturn }>(
    '/api/expected-returns/:seller/:rma',
    { schema: { tags, params, body: ChangeExpectedReturn, response: { 200: ChangedReturn } } },
    (request) => change(options, announcer(request), request.params, request.body),
  )
  app.delete<{ Params: Named }>(
    '/api/expected-returns/:seller/:rma',
    { schema: { tags, params, response: { 200: ChangedReturn } } },
    (request) => change(options, announcer(request), request.params, { state: 'cancelled' }),
  )
}
