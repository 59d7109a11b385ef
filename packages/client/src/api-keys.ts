import type { AddApiKey, AddedApiKey, ApiKeyItem, ApiKeyList } from '@restow/contracts'
import type { Static } from 'typebox'
import { at, type Call, jsonOf } from './call.ts'

/** The keys of a seller's scripts. */
export function apiKeys(call: Call) {
  const all = (seller: string) => `/api/sellers/${at(seller)}/api-keys`
  const one = (seller: string, key: string) => `${all(seller)}/${at(key)}`
  return {
    apiKeys: (seller: string, signal?: AbortSignal) =>
      jsonOf<Static<typeof ApiKeyList>>(call('GET', all(seller), signal ? { signal } : {})),
    addApiKey: (seller: string, json: Static<typeof AddApiKey>) =>
      jsonOf<AddedApiKey>(call('POST', all(seller), { json })),
    replaceApiKey: (seller: string, key: string) =>
      jsonOf<AddedApiKey>(call('POST', `${one(seller, key)}/replace`)),
    revokeApiKey: (seller: string, key: string) => jsonOf<ApiKeyItem>(call('DELETE', one(seller, key))),
  }
}
