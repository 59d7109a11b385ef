import { PutSellerChecks, SellerChecks, SellerParams } from '@restow/contracts'
import type { FastifyInstance } from 'fastify'
import type { Static } from 'typebox'
import { sellerChecksOf, setSellerChecks } from './seller-checks.ts'
import type { SetUpOptions } from './set-up-options.ts'

type Params = Static<typeof SellerParams>

/** What a seller has asked about its goods besides: read by itself and by staff, changed by itself and by an admin. */
export function sellerChecksRoutes(
  app: FastifyInstance,
  { asking, readerOf, changerOf }: SetUpOptions,
): void {
  const schema = { tags: ['set-up'], params: SellerParams, response: { 200: SellerChecks } }

  app.get<{ Params: Params }>('/api/sellers/:code/checks', { schema }, (request) => {
    const { code } = request.params
    const isStaff = readerOf(request, code).role !== 'seller'
    return asking(request)((on) => sellerChecksOf(on, code, isStaff))
  })

  app.put<{ Params: Params; Body: PutSellerChecks }>(
    '/api/sellers/:code/checks',
    // Ten questions in four languages are more than most bodies.
    { schema: { ...schema, body: PutSellerChecks }, bodyLimit: 256 * 1024 },
    (request) => {
      const { isSeller, settingUp } = changerOf(request, request.params.code)
      return settingUp((on) => setSellerChecks(on, request.params.code, !isSeller, request.body))
    },
  )
}
