import {
  PutPolicy,
  SellerChangeList,
  SellerChangesQuery,
  SellerParams,
  SellerPolicy,
} from '@restow/contracts'
import type { FastifyInstance } from 'fastify'
import type { Static } from 'typebox'
import { listed, pageOf } from '../paging.ts'
import { findSellerChanges } from './changes.queries.ts'
import { checkSeller } from './places.ts'
import { policyOf, setPolicy } from './policies.ts'
import type { SetUpOptions } from './set-up-options.ts'

type Params = Static<typeof SellerParams>

/** By what a seller's goods are reckoned: read by itself and by staff, changed by itself as far as it is its own, and by an admin. */
export function policyRoutes(
  app: FastifyInstance,
  { asking, readerOf, changerOf, staff }: SetUpOptions,
): void {
  const tags = ['set-up']
  const schema = { tags, params: SellerParams, response: { 200: SellerPolicy } }

  app.get<{ Params: Params }>('/api/sellers/:code/policy', { schema }, (request) => {
    const { code } = request.params
    const isStaff = readerOf(request, code).role !== 'seller'
    const warehouse = isStaff ? staff(request).warehouse : null
    return asking(request)((on) => policyOf(on, code, { warehouse, isStaff }))
  })

  app.put<{ Params: Params; Body: PutPolicy }>(
    '/api/sellers/:code/policy',
    { schema: { ...schema, body: PutPolicy } },
    (request) => {
      const changer = changerOf(request, request.params.code)
      return changer.settingUp((on) => setPolicy(on, request.params.code, changer, request.body))
    },
  )

  app.get<{ Params: Params; Querystring: Static<typeof SellerChangesQuery> }>(
    '/api/sellers/:code/policy/changes',
    {
      schema: {
        tags,
        params: SellerParams,
        querystring: SellerChangesQuery,
        response: { 200: SellerChangeList },
      },
    },
    async (request) => {
      const { code } = request.params
      const isStaff = readerOf(request, code).role !== 'seller'
      const page = pageOf(request.query, ['whole'])
      const rows = await asking(request)(async (on) => {
        await checkSeller(on, code)
        return findSellerChanges(on, code, isStaff, page)
      })
      return listed(
        page,
        rows,
        (row) => [String(row.id)],
        (row) => row,
      )
    },
  )
}
