import type { ApiKeyItem } from '@restow/contracts'
import type { ApiScope } from '@restow/domain'
import { iso } from '../db/iso.ts'
import { ask, type Queryable } from '../db/pool.ts'

/** A key that was given out, whether it still opens anything or not. */
export interface ApiKeyRow {
  readonly hash: string
  readonly key: string
  readonly seller: string
  readonly name: string
  readonly scopes: readonly ApiScope[]
  readonly revokedAt: string | null
  readonly revokedBy: string | null
}

/** Whose are these keys? Says as well that they were used, at most once a minute. */
export const findApiKeys = (on: Queryable, hashes: readonly Buffer[]): Promise<ApiKeyRow[]> =>
  ask(
    on,
    'api-keys',
    `with found as (
       select token_hash, key, seller, name, scopes, last_used_at, revoked_at, revoked_by from api_key where token_hash = any($1::bytea[])
     ), used as (
       update api_key k set last_used_at = now() from found f
       where k.key = f.key and f.revoked_at is null and (f.last_used_at is null or f.last_used_at < now() - interval '1 minute')
     )
     select encode(token_hash, 'hex') as hash, key, seller, name, scopes, ${iso('revoked_at')} as "revokedAt", revoked_by as "revokedBy"
     from found`,
    [hashes],
  )

const ITEM = `k.key, k.name, k.scopes, k.made_by as "madeBy", ${iso('k.made_at')} as "madeAt", ${iso('k.last_used_at')} as "lastUsedAt",
  k.replaces, ${iso('k.revoked_at')} as "revokedAt", k.revoked_by as "revokedBy"`

/** Which keys has this seller, those that open something first? */
export const listApiKeys = (on: Queryable, seller: string): Promise<ApiKeyItem[]> =>
  ask(
    on,
    'list-api-keys',
    `select ${ITEM} from api_key k where k.seller = $1 order by k.revoked_at is not null, k.made_at desc, k.key limit 200`,
    [seller],
  )

/** A key as it is made: its public beginning and the hash of the whole. */
export interface FreshKey {
  readonly key: string
  readonly hash: Buffer
  readonly by: string
}

/** @param most so many of a seller's are open at a time @returns null where it has as many already */
export async function addApiKey(
  on: Queryable,
  seller: string,
  made: FreshKey & { readonly name: string; readonly scopes: readonly ApiScope[] },
  most: number,
): Promise<ApiKeyItem | null> {
  const text = `with k as (
      insert into api_key (key, token_hash, seller, name, scopes, line, slot, made_by)
      select $1, $2, $3, $4, $5, gen_random_uuid(), 0, $6
      where (select count(*) from api_key where seller = $3 and revoked_at is null) < $7
      returning *
    ) select ${ITEM} from k`
  const values = [made.key, made.hash, seller, made.name, made.scopes, made.by, most]
  const [added] = await ask<ApiKeyItem>(on, 'add-api-key', text, values)
  return added ?? null
}

/**
 * Makes a key that takes an open one's place, which stays open beside it until somebody revokes it.
 * @returns null where there is no such key that is open, or one that takes its place already
 */
export async function replaceApiKey(
  on: Queryable,
  seller: string,
  old: string,
  { key, hash, by }: FreshKey,
): Promise<ApiKeyItem | null> {
  const text = `with k as (
      insert into api_key (key, token_hash, seller, name, scopes, line, slot, replaces, made_by)
      select $3, $4, o.seller, o.name, o.scopes, o.line, 1 - o.slot, o.key, $5
      from api_key o where o.seller = $1 and o.key = $2 and o.revoked_at is null
      on conflict (line, slot) where revoked_at is null do nothing
      returning *
    ) select ${ITEM} from k`
  const [added] = await ask<ApiKeyItem>(on, 'replace-api-key', text, [seller, old, key, hash, by])
  return added ?? null
}

/** @returns null where the seller has no such key */
export async function revokeApiKey(
  on: Queryable,
  seller: string,
  key: string,
  by: string,
): Promise<ApiKeyItem | null> {
  const text = `with k as (
      update api_key set revoked_by = coalesce(revoked_by, $3), revoked_at = coalesce(revoked_at, now())
      where seller = $1 and key = $2 returning *
    ) select ${ITEM} from k`
  const [revoked] = await ask<ApiKeyItem>(on, 'revoke-api-key', text, [seller, key, by])
  return revoked ?? null
}
