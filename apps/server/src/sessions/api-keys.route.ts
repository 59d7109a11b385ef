import { AddApiKey, AddedApiKey, ApiKeyItem, ApiKeyList, ApiKeyParams, SellerParams } from '@restow/contracts'
import type { FastifyInstance, FastifyRequest } from 'fastify'
import type { Static } from 'typebox'
import type { Queryable } from '../db/pool.ts'
import { notFound, ProblemError } from '../problem.ts'
import { addApiKey, listApiKeys, replaceApiKey, revokeApiKey } from './api-keys.queries.ts'
import { mayDecideFor, signedIn } from './guard.ts'
import { newApiKey } from './secrets.ts'

interface Options {
  /** A seller's user sees its own and nothing else. */
  readonly asking: (request: FastifyRequest) => <T>(question: (on: Queryable) => Promise<T>) => Promise<T>
  /** @throws 404 seller_unknown */
  readonly checkSeller: (on: Queryable, seller: string) => Promise<void>
}
type Params = Static<typeof SellerParams>
type KeyParams = Static<typeof ApiKeyParams>

const tags = ['sellers']
/** More are a sign that old ones are never revoked. */
const MOST = 20

const tooMany = () =>
  new ProblemError(
    409,
    'too_many_keys',
    `This seller has ${MOST} open API keys already. Revoke one that is not used any more.`,
  )
const replacedAlready = (key: string) =>
  new ProblemError(
    409,
    'key_replaced',
    `${key} has another open key beside it that takes its place, or takes that one's. Revoke one of the two first.`,
  )

/** Keys for sellers' scripts: made, exchanged and revoked by the seller's people, or by a supervisor for them. */
export function apiKeyRoutes(app: FastifyInstance, { asking, checkSeller }: Options): void {
  /** Whose keys they are, and who asks. */
  const of = (request: FastifyRequest<{ Params: Params }>) => {
    const { code } = request.params
    mayDecideFor(request, code)
    const { badge, email, name } = signedIn(request)
    return { seller: code, by: badge ?? email ?? name, ask: asking(request) }
  }

  app.get<{ Params: Params }>(
    '/api/sellers/:code/api-keys',
    { schema: { tags, params: SellerParams, response: { 200: ApiKeyList } } },
    async (request) => {
      const { seller, ask } = of(request)
      return ask(async (on) => {
        await checkSeller(on, seller)
        return { items: await listApiKeys(on, seller) }
      })
    },
  )

  app.post<{ Params: Params; Body: Static<typeof AddApiKey> }>(
    '/api/sellers/:code/api-keys',
    { schema: { tags, params: SellerParams, body: AddApiKey, response: { 200: AddedApiKey } } },
    async (request) => {
      const { seller, by, ask } = of(request)
      const { secret, ...fresh } = newApiKey()
      const name = request.body.name.trim()
      const added = await ask(async (on) => {
        await checkSeller(on, seller)
        return addApiKey(on, seller, { ...fresh, by, name, scopes: request.body.scopes }, MOST)
      })
      if (!added) throw tooMany()
      return { ...added, secret }
    },
  )

  app.post<{ Params: KeyParams }>(
    '/api/sellers/:code/api-keys/:key/replace',
    { schema: { tags, params: ApiKeyParams, response: { 200: AddedApiKey } } },
    async (request) => {
      const { seller, by, ask } = of(request)
      const { key } = request.params
      const { secret, ...fresh } = newApiKey()
      const added = await ask(async (on) => {
        const all = await listApiKeys(on, seller)
        if (!all.some((one) => one.key === key && one.revokedAt === null)) throw notFound(`open key ${key}`)
        return replaceApiKey(on, seller, key, { ...fresh, by })
      })
      if (!added) throw replacedAlready(key)
      return { ...added, secret }
    },
  )

  app.delete<{ Params: KeyParams }>(
    '/api/sellers/:code/api-keys/:key',
    { schema: { tags, params: ApiKeyParams, response: { 200: ApiKeyItem } } },
    async (request) => {
      const { seller, by, ask } = of(request)
      const { key } = request.params
      const revoked = await ask((on) => revokeApiKey(on, seller, key, by))
      if (!revoked) throw notFound(`key ${key}`)
      return revoked
    },
  )
}
