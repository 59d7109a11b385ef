import { BinItem, BinList, BinParams, BinsQuery, PutBin } from '@restow/contracts'
import type { FastifyInstance, FastifyRequest } from 'fastify'
import { type Static, Type } from 'typebox'
import type { Database } from '../db/pool.ts'
import { listed, pageOf, patternsOf } from '../paging.ts'
import { findBinsOf } from './bins.queries.ts'
import { setBin, takeOutBin } from './bins.ts'

type Sender = (request: FastifyRequest) => { readonly user: string; readonly warehouse: string }
interface Options {
  readonly db: Database
  /** These throw for anybody else. */
  readonly staff: Sender
  readonly supervisor: Sender
}

/** The bins of a warehouse, one by one; a whole layout comes by a file. */
export function binRoutes(app: FastifyInstance, { db, staff, supervisor }: Options): void {
  const tags = ['set-up']

  app.get<{ Querystring: Static<typeof BinsQuery> }>(
    '/api/bins',
    { schema: { summary: 'Bins, by code', tags, querystring: BinsQuery, response: { 200: BinList } } },
    async (request) => {
      const { warehouse } = staff(request)
      const { search, zone = null } = request.query
      const page = pageOf(request.query, ['text'])
      const rows = await findBinsOf(db.staff, { warehouse, search: patternsOf(search), zone }, page)
      return listed(
        page,
        rows,
        (row) => [row.code],
        (row) => row,
      )
    },
  )

  app.put<{ Params: Static<typeof BinParams>; Body: PutBin }>(
    '/api/bins/:code',
    {
      schema: {
        summary: 'Makes or changes a bin',
        tags,
        params: BinParams,
        body: PutBin,
        response: { 200: BinItem },
      },
    },
    (request) => {
      const { user, warehouse } = supervisor(request)
      return db.settingUp(user, (on) => setBin(on, warehouse, request.params.code, request.body))
    },
  )

  app.delete<{ Params: Static<typeof BinParams> }>(
    '/api/bins/:code',
    {
      schema: {
        summary: 'Takes an empty bin out of use',
        tags,
        params: BinParams,
        response: { 204: Type.Null() },
      },
    },
    async (request, reply) => {
      const { user, warehouse } = supervisor(request)
      await db.settingUp(user, (on) => takeOutBin(on, warehouse, request.params.code))
      return reply.code(204).send()
    },
  )
}
