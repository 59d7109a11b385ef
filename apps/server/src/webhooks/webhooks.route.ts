import {
  AddedWebhook,
  AddWebhook,
  ChangeWebhook,
  ReplayWebhook,
  SellerParams,
  WebhookItem,
  WebhookList,
  WebhookMessageList,
  WebhookMessageParams,
  WebhookMessagesQuery,
  WebhookParams,
  WebhookTried,
} from '@restow/contracts'
import type { FastifyInstance, FastifyRequest } from 'fastify'
import type { Static } from 'typebox'
import type { Database, Queryable } from '../db/pool.ts'
import { listed, pageOf } from '../paging.ts'
import { notFound, ProblemError } from '../problem.ts'
import { listMessages, reviveMessage } from './messages.queries.ts'
import type { Patience } from './post.ts'
import { addressOf, OutOfReach, type WebhookReach } from './reach.ts'
import { newSecret } from './signing.ts'
import { tryOut } from './try-out.ts'
import {
  addWebhook,
  beginReplay,
  changeSecret,
  changeWebhook,
  findTarget,
  findWebhook,
  listWebhooks,
  removeWebhook,
} from './webhooks.queries.ts'

export interface WebhookAccess {
  readonly db: Database
  /** A seller's user sees its own and nothing else. */
  readonly asking: (request: FastifyRequest) => <T>(question: (on: Queryable) => Promise<T>) => Promise<T>
  /** Throws for whoever may not decide for this seller. @returns who asks */
  readonly writer: (request: FastifyRequest, seller: string) => string
  /** @throws 404 seller_unknown */
  readonly checkSeller: (on: Queryable, seller: string) => Promise<void>
  /** The first moment of a day where the seller's goods are, ISO 8601. @throws 400 for a day that is none */
  readonly beginningOf: (request: FastifyRequest, day: string) => Promise<string>
}
interface Options extends WebhookAccess {
  readonly reach: WebhookReach
  readonly patience: Patience
  /** Something is to be sent now. */
  readonly wake: () => void
}
type OfSeller = { Params: Static<typeof SellerParams> }
type OfWebhook = { Params: Static<typeof WebhookParams> }
type OfMessage = { Params: Static<typeof WebhookMessageParams> }

const tags = ['webhooks']
const MOST = 10

const tooMany = () =>
  new ProblemError(409, 'too_many_webhooks', `This seller has ${MOST} webhooks already. Remove one first.`)

/** @throws 422 webhook_out_of_reach */
async function checkReach(url: string, reach: WebhookReach): Promise<void> {
  try {
    await addressOf(new URL(url), reach)
  } catch (error) {
    const why = error instanceof OutOfReach ? error.message : 'This is no address that can be sent to.'
    throw new ProblemError(422, 'webhook_out_of_reach', why)
  }
}

const found = <T>(one: T | null): T => {
  if (one === null) throw notFound('such webhook')
  return one
}

/** A seller's webhooks: set up, tried, replayed, and what became of each message. */
export function webhookRoutes(app: FastifyInstance, options: Options): void {
  keeping(app, options)
  acting(app, options)
  telling(app, options)
}

function keeping(app: FastifyInstance, { asking, writer, checkSeller, reach, wake }: Options): void {
  app.get<OfSeller>(
    '/api/sellers/:code/webhooks',
    { schema: { tags, params: SellerParams, response: { 200: WebhookList } } },
    async (request) => {
      const { code } = request.params
      writer(request, code)
      return asking(request)(async (on) => {
        await checkSeller(on, code)
        return { items: await listWebhooks(on, code) }
      })
    },
  )

  app.post<OfSeller & { Body: AddWebhook }>(
    '/api/sellers/:code/webhooks',
    { schema: { tags, params: SellerParams, body: AddWebhook, response: { 200: AddedWebhook } } },
    async (request) => {
      const { code } = request.params
      const by = writer(request, code)
      await checkReach(request.body.url, reach)
      const secret = newSecret()
      const added = await asking(request)(async (on) => {
        await checkSeller(on, code)
        return addWebhook(on, code, { ...request.body, secret, by }, MOST)
      })
      if (!added) throw tooMany()
      return { ...added, secret }
    },
  )

  app.patch<OfWebhook & { Body: ChangeWebhook }>(
    '/api/sellers/:code/webhooks/:id',
    { schema: { tags, params: WebhookParams, body: ChangeWebhook, response: { 200: WebhookItem } } },
    async (request) => {
      const { code, id } = request.params
      writer(request, code)
      if (request.body.url !== undefined) await checkReach(request.body.url, reach)
      const changed = found(await asking(request)((on) => changeWebhook(on, code, id, request.body)))
      wake()
      return changed
    },
  )

  app.delete<OfWebhook>(
    '/api/sellers/:code/webhooks/:id',
    { schema: { tags, params: WebhookParams } },
    async (request, reply) => {
      const { code, id } = request.params
      writer(request, code)
      if (!(await asking(request)((on) => removeWebhook(on, code, id)))) throw notFound('such webhook')
      return reply.code(204).send()
    },
  )
}

function acting(app: FastifyInstance, options: Options): void {
  const { asking, writer, reach, patience, wake, beginningOf } = options
  app.post<OfWebhook>(
    '/api/sellers/:code/webhooks/:id/secret',
    { schema: { tags, params: WebhookParams, response: { 200: AddedWebhook } } },
    async (request) => {
      const { code, id } = request.params
      writer(request, code)
      const secret = newSecret()
      return { ...found(await asking(request)((on) => changeSecret(on, code, id, secret))), secret }
    },
  )

  app.post<OfWebhook>(
    '/api/sellers/:code/webhooks/:id/test',
    { schema: { tags, params: WebhookParams, response: { 200: WebhookTried } } },
    async (request) => {
      const { code, id } = request.params
      writer(request, code)
      const target = found(await asking(request)((on) => findTarget(on, code, id)))
      return tryOut(code, target, { reach, patience })
    },
  )

  app.post<OfWebhook & { Body: Static<typeof ReplayWebhook> }>(
    '/api/sellers/:code/webhooks/:id/replay',
    { schema: { tags, params: WebhookParams, body: ReplayWebhook, response: { 200: WebhookItem } } },
    async (request) => {
      const { code, id } = request.params
      writer(request, code)
      const day = request.body.from
      const from = await beginningOf(request, day)
      const begun = await asking(request)((on) => beginReplay(on, code, id, { day, from }))
      wake()
      return found(begun)
    },
  )
}

function telling(app: FastifyInstance, { asking, writer, wake }: Options): void {
  app.get<OfWebhook & { Querystring: Static<typeof WebhookMessagesQuery> }>(
    '/api/sellers/:code/webhooks/:id/messages',
    {
      schema: {
        tags,
        params: WebhookParams,
        querystring: WebhookMessagesQuery,
        response: { 200: WebhookMessageList },
      },
    },
    async (request) => {
      const { code, id } = request.params
      writer(request, code)
      const page = pageOf(request.query, ['moment', 'text'])
      return asking(request)(async (on) => {
        found(await findWebhook(on, code, id))
        const rows = await listMessages(on, id, request.query.state ?? null, page)
        return listed(
          page,
          rows,
          (row) => [row.at, row.id],
          (row) => row,
        )
      })
    },
  )

  app.post<OfMessage>(
    '/api/sellers/:code/webhooks/:id/messages/:message/again',
    { schema: { tags, params: WebhookMessageParams } },
    async (request, reply) => {
      const { code, id, message } = request.params
      writer(request, code)
      const revived = await asking(request)(async (on) => {
        found(await findWebhook(on, code, id))
        return reviveMessage(on, id, message)
      })
      if (!revived) throw notFound('such message that was given up')
      wake()
      return reply.code(204).send()
    },
  )
}
