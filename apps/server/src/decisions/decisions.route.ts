import { Outcome, SellerAnswer, SellerAnswerParams } from '@restow/contracts'
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
  app.post<{ Params: Static<typeof SellerAnswerParams>; Body: SellerAnswer }>(
    '/api/units/:lpn/answer',
    {
      schema: {
        tags: ['lists'],
        params: SellerAnswerParams,
        body: SellerAnswer,
        response: { 200: Outcome },
      },
    },
    (request) => {
      const { seller, user, timeZone } = sellerOf(request)
      const { lpn } = request.params
      const { commandId, answer } = request.body
      const told = { type: 'ReleaseUnit', commandId, lpn, answer }
      return submitOnce({ on: db.staff, door, seller }, told, async () => {
        const warehouse = await db.asSeller(seller, (_tx, client) => findWhereUnitIs(client, lpn))
        if (warehouse === null) throw notFound(`unit ${lpn}`)
        return { user, role: 'seller', warehouse, timeZone }
      })
    },
  )
}
