import { WEBHOOK_STATES, WEBHOOK_TYPES } from '@restow/domain'
import { type Static, Type } from 'typebox'
import { listOf, listQuery, orNull } from './lists.ts'
import { oneOf, text } from './words.ts'

/**
 * What sellers' systems are told as it happens, as Standard Webhooks has it: a POST with `webhook-id`, `webhook-timestamp` and
 * `webhook-signature`, of a body `{type, timestamp, data}`. At least once, and in order about each unit.
 */

const strict = { additionalProperties: false }
const Url = Type.String({ ...text(2000), pattern: '^https?://\\S+$' })
const Types = Type.Array(oneOf(WEBHOOK_TYPES), {
  minItems: 1,
  maxItems: WEBHOOK_TYPES.length,
  uniqueItems: true,
})
const Uuid = Type.String({ pattern: '^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$' })

export const WebhookParams = Type.Object({ code: text(40), id: Uuid }, strict)
export const WebhookMessageParams = Type.Object(
  { code: text(40), id: Uuid, message: Type.String({ pattern: '^msg_[0-9a-f]{32}$' }) },
  strict,
)

/** `POST /api/sellers/{code}/webhooks`. */
export const AddWebhook = Type.Object({ url: Url, types: Types }, strict)
export type AddWebhook = Static<typeof AddWebhook>
/** `PATCH /api/sellers/{code}/webhooks/{id}`; what is left out stays. */
export const ChangeWebhook = Type.Object(
  { url: Type.Optional(Url), types: Type.Optional(Types), active: Type.Optional(Type.Boolean()) },
  strict,
)
export type ChangeWebhook = Static<typeof ChangeWebhook>

const item = {
  id: Type.String(),
  url: Type.String(),
  types: Types,
  active: Type.Boolean(),
  madeBy: Type.String(),
  madeAt: Type.String(),
  waiting: Type.Integer({ description: 'messages that are still to be delivered' }),
  dead: Type.Integer({ description: 'messages that were given up after three days' }),
  lastDeliveredAt: orNull(Type.String()),
  /** Since when nothing has come through; null while it does. */
  failingSince: orNull(Type.String()),
  /** What came of the last attempt, in words. */
  lastError: orNull(Type.String()),
  /** A replay that is under way began with this day. */
  replayFrom: orNull(Type.String()),
}
export const WebhookItem = Type.Object(item, strict)
export type WebhookItem = Static<typeof WebhookItem>
export const WebhookList = Type.Object({ items: Type.Array(WebhookItem) }, strict)
/** `secret` (`whsec_…`) is shown this once: with it the receiver checks signatures. */
export const AddedWebhook = Type.Object({ ...item, secret: Type.String() }, strict)
export type AddedWebhook = Static<typeof AddedWebhook>

/** `POST …/test`: what became of a message of type `test` that was sent at once. */
export const WebhookTried = Type.Object(
  {
    delivered: Type.Boolean(),
    status: orNull(Type.Integer()),
    milliseconds: Type.Integer(),
    error: orNull(Type.String()),
  },
  strict,
)
export type WebhookTried = Static<typeof WebhookTried>

/** `POST …/replay`: everything since the beginning of this day, in the warehouse's time zone, once more. */
export const ReplayWebhook = Type.Object({ from: Type.String({ pattern: '^\\d{4}-\\d{2}-\\d{2}$' }) }, strict)

export const WebhookMessagesQuery = listQuery({ state: Type.Optional(oneOf(WEBHOOK_STATES)) })
export const WebhookMessage = Type.Object(
  {
    id: Type.String(),
    type: oneOf(WEBHOOK_TYPES),
    /** The unit, parcel or day that it is about; messages about one come in order. */
    about: Type.String(),
    state: oneOf(WEBHOOK_STATES),
    at: Type.String(),
    attempts: Type.Integer(),
    nextAt: orNull(Type.String()),
    deliveredAt: orNull(Type.String()),
    lastError: orNull(Type.String()),
  },
  strict,
)
export type WebhookMessage = Static<typeof WebhookMessage>
export const WebhookMessageList = listOf(WebhookMessage)
export type WebhookMessageList = Static<typeof WebhookMessageList>
