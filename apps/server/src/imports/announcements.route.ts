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
import { notFound, ProblemError } from '../problem.ts'
import { type Announcer, ARRIVED, announceAll, told } from './announce.ts'
import { numbersOf } from './announcement.ts'
import { findReturn, setCancelled, setNumbers } from './announcements.queries.ts'
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
  const { db, matching, announcer } = options
  const tags = ['imports']

  app.post(
    '/api/expected-returns',
    {
      schema: { tags, body: Announcements, response: { 200: AnnouncementOutcomes } },
      bodyLimit: MAX_BYTES,
      preParsing: async (request) => void announcer(request),
    },
    async (request) => {
      const outcomes = await announceAll(
        { on: db.staff, matching },
        listedIn(request.body),
        announcer(request),
      )
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

/** @throws 404 for what is not there or another seller's, 409 where it has arrived, 422 for a number that is none */
async function change(
  { db: { staff: on }, matching }: Options,
  { by, mayAnnounceFor }: Announcer,
  { seller, rma }: Named,
  { trackingNumbers, state }: ChangeExpectedReturn,
): Promise<ChangedReturn> {
  const before = mayAnnounceFor(seller) ? await findReturn(on, seller, rma) : null
  if (!before) throw notFound('return of that seller and number')
  if (state === 'cancelled' && ['arriving', 'complete'].includes(before.state))
    throw new ProblemError(409, ARRIVED.code, ARRIVED.message)
  const numbers = trackingNumbers ? numbersOf(trackingNumbers) : null
  if (numbers && 'code' in numbers) throw new ProblemError(422, numbers.code, numbers.message)
  const changed = [
    state ? await setCancelled(on, seller, rma, state === 'cancelled') : false,
    numbers ? await setNumbers(on, seller, rma, numbers) : false,
  ]
  const now = (await findReturn(on, seller, rma)) ?? before
  const parcels = now.state === 'cancelled' ? [] : await matching.under(now.trackingNumbers, by)
  const outcome = changed.some(Boolean) ? 'updated' : 'unchanged'
  return { seller, rmaNumber: rma, ...now, outcome, parcels: parcels.map(told) }
}
