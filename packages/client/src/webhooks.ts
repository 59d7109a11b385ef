import type {
  AddedWebhook,
  AddWebhook,
  ChangeWebhook,
  WebhookItem,
  WebhookList,
  WebhookMessageList,
  WebhookMessagesQuery,
  WebhookTried,
} from '@restow/contracts'
import type { Static } from 'typebox'
import { at, type Call, jsonOf } from './call.ts'

/** Where a seller's systems are told of things, and how that goes. */
export function webhooks(call: Call) {
  const all = (seller: string) => `/api/sellers/${at(seller)}/webhooks`
  const one = (seller: string, id: string) => `${all(seller)}/${at(id)}`
  return {
    webhooks: (seller: string, signal?: AbortSignal) =>
      jsonOf<Static<typeof WebhookList>>(call('GET', all(seller), signal ? { signal } : {})),
    addWebhook: (seller: string, json: AddWebhook) =>
      jsonOf<AddedWebhook>(call('POST', all(seller), { json })),
    changeWebhook: (seller: string, id: string, json: ChangeWebhook) =>
      jsonOf<WebhookItem>(call('PATCH', one(seller, id), { json })),
    removeWebhook: async (seller: string, id: string): Promise<void> => {
      await call('DELETE', one(seller, id))
    },
    renewWebhookSecret: (seller: string, id: string) =>
      jsonOf<AddedWebhook>(call('POST', `${one(seller, id)}/secret`)),
    tryWebhook: (seller: string, id: string) => jsonOf<WebhookTried>(call('POST', `${one(seller, id)}/test`)),
    replayWebhook: (seller: string, id: string, from: string) =>
      jsonOf<WebhookItem>(call('POST', `${one(seller, id)}/replay`, { json: { from } })),
    webhookMessages: (
      { seller, id }: { readonly seller: string; readonly id: string },
      query: Static<typeof WebhookMessagesQuery>,
      signal: AbortSignal,
    ) =>
      jsonOf<WebhookMessageList>(call('GET', `${one(seller, id)}/messages`, { query: { ...query }, signal })),
    sendWebhookMessageAgain: async (seller: string, id: string, message: string): Promise<void> => {
      await call('POST', `${one(seller, id)}/messages/${at(message)}/again`)
    },
  }
}
