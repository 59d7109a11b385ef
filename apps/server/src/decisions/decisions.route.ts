import { Outcome, SellerAnswer, SellerAnswerParams, SellerScrapAnswer } from '@restow/contracts'
import type { FastifyInstance, FastifyRequest } from 'fastify'
import type { Static } from 'typebox'
import type { Database } from '../db/pool.ts'
import type { Door } from '../ledger/door.ts'
import { submitOnce } from '../ledger/submit-once.ts'
import { notFound } from '../problem.ts'
import { findWhereUnitIs } from './decisions.queries.ts'

interface Options {
  readonly db: Database
  readonly door: Door
  /** A seller's user or script. Throws for anybody else. */
  readonly sellerOf: (request: FastifyRequest) => { seller: string; user: string; timeZone: string }
}

/** What sellers decide about their own goods. */
export function decisionRoutes(app: FastifyInstance, { db, door, sellerOf }: Options): void {
  /** @throws 404 where it is not one of the seller's units */
  const submit = (
    request: FastifyRequest,
    facts: { readonly type: 'ReleaseUnit' | 'AnswerScrap'; readonly commandId: string; readonly lpn: string },
  ) => {
    const { seller, user, timeZone } = sellerOf(request)
    return submitOnce({ on: db.staff, door, seller }, { ...facts }, async () => {
      const warehouse = await db.asSeller(seller, (_tx, client) => findWhereUnitIs(client, facts.lpn))
      if (warehouse === null) throw notFound(`unit ${facts.lpn}`)
      return { user, role: 'seller', warehouse, timeZone }
    })
  }
  const schema = { tags: ['lists'], params: SellerAnswerParams, response: { 200: Outcome } }
  app.post<{ Params: Static<typeof SellerAnswerParams>; Body: SellerAnswer }>(
    '/api/units/:lpn/answer',
    { schema: { ...schema, body: SellerAnswer } },
    (request) => submit(request, { type: 'ReleaseUnit', ...request.params, ...request.body }),
  )
  app.post<{ Params: Static<typeof SellerAnswerParams>; Body: SellerScrapAnswer }>(
    '/api/units/:lpn/scrap-answer',
    { schema: { ...schema, body: SellerScrapAnswer } },
    (request) => submit(request, { type: 'AnswerScrap', ...request.params, ...request.body }),
  )
}
