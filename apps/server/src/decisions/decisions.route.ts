import { Outcome, SellerAnswer, SellerAnswerParams } from '@restow/contracts'
import { timeOfUuid } from '@restow/domain'
import type { FastifyInstance, FastifyRequest } from 'fastify'
import type { Static } from 'typebox'
import type { Database } from '../db/pool.ts'
import type { Door } from '../ledger/door.ts'
import { firstAnswer } from '../ledger/first-answer.ts'
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
    async (request) => {
      const { seller, user, timeZone } = sellerOf(request)
      const { lpn } = request.params
      const { commandId, answer } = request.body
      // Sent again it is the same command to the byte, and has its first answer.
      const scannedAt = new Date(timeOfUuid(commandId)).toISOString()
      const command = {
        type: 'ReleaseUnit',
        commandId,
        deviceId: 'desk',
        deviceSeq: 0,
        scannedAt,
        lpn,
        answer,
      }
      const first = await firstAnswer(db.staff, command)
      if (first) return first
      const warehouse = await db.asSeller(seller, (_tx, client) => findWhereUnitIs(client, lpn))
      if (warehouse === null) throw notFound(`unit ${lpn}`)
      const [outcome] = await door.submit([command], { user, role: 'seller', warehouse, timeZone })
      if (!outcome) throw new Error('an answer got no outcome')
      return outcome
    },
  )
}
