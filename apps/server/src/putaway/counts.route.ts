import { wholeBinCode } from '@restow/barcodes'
import { BinCountList, BinCountsQuery, BinParams } from '@restow/contracts'
import type { FastifyInstance, FastifyRequest } from 'fastify'
import type { Static } from 'typebox'
import type { Database } from '../db/pool.ts'
import { listed, pageOf } from '../paging.ts'
import { findCounts } from './counts.queries.ts'

interface Options {
  readonly db: Database
  /** Throws for anybody else. */
  readonly staff: (request: FastifyRequest) => { readonly warehouse: string }
}

/** When a bin was counted, by whom, and what differed. */
export function countRoutes(app: FastifyInstance, { db, staff }: Options): void {
  app.get<{ Params: Static<typeof BinParams>; Querystring: Static<typeof BinCountsQuery> }>(
    '/api/bins/:code/counts',
    {
      schema: {
        summary: 'Counts of a bin, the latest first',
        tags: ['lists'],
        params: BinParams,
        querystring: BinCountsQuery,
        response: { 200: BinCountList },
      },
    },
    async (request) => {
      const { warehouse } = staff(request)
      const page = pageOf(request.query, ['moment', 'id'])
      const code = wholeBinCode(request.params.code, warehouse)
      return listed(
        page,
        await findCounts(db.staff, warehouse, code, page),
        (row) => [row.at, row.id],
        ({ id: _, ...count }) => count,
      )
    },
  )
}
