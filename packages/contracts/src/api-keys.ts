import { API_SCOPES } from '@restow/domain'
import { type Static, Type } from 'typebox'
import { orNull } from './lists.ts'
import { Called, oneOf, text } from './words.ts'

/** The keys of a seller's scripts. A key opens what its scopes name, of its seller, and nothing else. */

const strict = { additionalProperties: false }
const Scopes = Type.Array(oneOf(API_SCOPES), {
  minItems: 1,
  maxItems: API_SCOPES.length,
  uniqueItems: true,
})

export const ApiKeyParams = Type.Object(
  { code: text(40), key: Type.String({ pattern: '^rk_[A-Za-z0-9]{8}$' }) },
  strict,
)

/** `POST /api/sellers/{code}/api-keys`. */
export const AddApiKey = Type.Object({ name: Called, scopes: Scopes }, strict)

const item = {
  /** What it begins with, by which people tell keys apart. */
  key: Type.String(),
  name: Type.String(),
  scopes: Scopes,
  madeBy: Type.String(),
  madeAt: Type.String(),
  /** To the minute; null until it is used. */
  lastUsedAt: orNull(Type.String()),
  /** The key that it was made to take the place of. */
  replaces: orNull(Type.String()),
  revokedAt: orNull(Type.String()),
  revokedBy: orNull(Type.String()),
}
export const ApiKeyItem = Type.Object(item, strict)
export type ApiKeyItem = Static<typeof ApiKeyItem>
/** All of a seller's, those that still open something first, the newest first among them. */
export const ApiKeyList = Type.Object({ items: Type.Array(ApiKeyItem) }, strict)

/** `secret` is the whole key, shown this once. */
export const AddedApiKey = Type.Object({ ...item, secret: Type.String() }, strict)
export type AddedApiKey = Static<typeof AddedApiKey>
