import { ChangeList, ChangesQuery } from '@restow/contracts'
import type { FastifyInstance } from 'fastify'
import type { Static } from 'typebox'
import { listed, pageOf } from '../paging.ts'
import { findChanges } from './changes.queries.ts'
import type { SetUpOptions } from './set-up-options.ts'

/** Who changed what: for those who set things up. */
export function changeRoutes(app: FastifyInstance, { db, supervisor }: SetUpOptions): void {
  app.get<{ Querystring: Static<typeof ChangesQuery> }>(
    '/api/set-up/changes',
    { schema: { tags: ['set-up'], querystring: ChangesQuery, response: { 200: ChangeList } } },
    async (request) => {
      const { warehouse } = supervisor(request)
      const { kind = null, key = null } = request.query
      const page = pageOf(request.query, ['whole'])
      const rows = await findChanges(db.staff, { warehouse, kind, key }, page)
      return listed(
        page,
        rows,
        (row) => [String(row.id)],
        (row) => row,
      )
    },
  )
}
