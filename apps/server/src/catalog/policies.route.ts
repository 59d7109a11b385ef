import { PutPolicy, SellerParams, SellerPolicy } from '@restow/contracts'
import type { FastifyInstance } from 'fastify'
import type { Static } from 'typebox'
import { policyOf, setPolicy } from './policies.ts'
import type { SetUpOptions } from './set-up-options.ts'

type Params = Static<typeof SellerParams>

/** By what a seller's goods are reckoned: read by itself and by staff, changed by an admin. */
export function policyRoutes(
  app: FastifyInstance,
  { db, asking, readerOf, staff, admin }: SetUpOptions,
): void {
  const schema = { tags: ['set-up'], params: SellerParams, response: { 200: SellerPolicy } }

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
      const { user, warehouse } = admin(request)
      return db.settingUp(user, (on) => setPolicy(on, request.params.code, warehouse, request.body))
    },
  )
}
