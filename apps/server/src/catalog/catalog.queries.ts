import type { ProductItem, PutProduct, PutSeller, PutStaff, SellerItem, StaffItem } from '@restow/contracts'
import type { Policy } from '@restow/domain'
import { ask, type Queryable } from '../db/pool.ts'
import { asked, type Page } from '../paging.ts'

const PRODUCT = `seller, sku, title, category, gtin, fnsku, asin, flags, weight_grams as "weightGrams", hs_code as "hsCode"`

/** Which products are there? Found by SKU, title and any of their codes. */
export function findProducts(
  on: Queryable,
  filter: { seller: string | null; search: readonly string[] | null },
  page: Page,
): Promise<ProductItem[]> {
  const text = `select ${PRODUCT} from product
    where ($1::text is null or seller = $1)
      and ($2::text[] is null or lower(concat_ws(' ', sku, title, gtin, fnsku, asin)) like all($2))
      and ($3::text is null or (seller, sku) > ($3, $4)) order by seller, sku limit $5`
  const [seller = null, sku = null] = page.after ?? []
  return ask(on, 'list-products', text, [filter.seller, filter.search, seller, sku, asked(page)])
}

/** Wrong PINs, so many on one device, lock a badge there. */
const LOCKED_AFTER = 5
const STAFF = `s.badge, s.name, s.role, s.active, s.locked_by as "lockedBy", (s.locked_at is not null
  or exists (select 1 from sign_in_failure f where f.who = s.badge and f.failures >= ${LOCKED_AFTER})) as locked`

/** Who works in this warehouse? */
export function findStaffOf(on: Queryable, warehouse: string, page: Page): Promise<StaffItem[]> {
  const text = `select ${STAFF} from staff s where s.warehouse = $1 and ($2::text is null or s.badge > $2) order by s.badge limit $3`
  return ask(on, 'list-staff', text, [warehouse, page.after?.[0] ?? null, asked(page)])
}

/** Whose goods does the house take? */
export function findSellersOf(on: Queryable, page: Page): Promise<SellerItem[]> {
  const text =
    'select code, name, active from seller where ($1::text is null or code > $1) order by code limit $2'
  return ask(on, 'list-sellers', text, [page.after?.[0] ?? null, asked(page)])
}

export async function keepProduct(
  on: Queryable,
  seller: string,
  sku: string,
  product: PutProduct,
): Promise<ProductItem | null> {
  const text = `insert into product (seller, sku, title, category, gtin, fnsku, asin, flags, weight_grams, hs_code)
    select code, $2, $3, $4, $5, $6, $7, $8::text[], $9::int, $10 from seller where code = $1
    on conflict (seller, sku) do update set title = excluded.title, category = excluded.category, gtin = excluded.gtin, fnsku = excluded.fnsku,
      asin = excluded.asin, flags = excluded.flags, weight_grams = excluded.weight_grams, hs_code = excluded.hs_code
    returning ${PRODUCT}`
  const { title, category = 'general', gtin, fnsku, asin, flags = [], weightGrams, hsCode } = product
  const values = [
    title,
    category,
    gtin ?? null,
    fnsku ?? null,
    asin ?? null,
    flags,
    weightGrams ?? null,
    hsCode ?? null,
  ]
  const [kept] = await ask<ProductItem>(on, 'keep-product', text, [seller, sku, ...values])
  return kept ?? null
}

/** Is this badge one of this warehouse's, another one's, or nobody's? */
export async function whoseBadge(
  on: Queryable,
  badge: string,
  warehouse: string,
): Promise<'ours' | 'theirs' | 'nobody'> {
  const [found] = await ask<{ warehouse: string }>(
    on,
    'whose-badge',
    'select warehouse from staff where badge = $1',
    [badge],
  )
  if (!found) return 'nobody'
  return found.warehouse === warehouse ? 'ours' : 'theirs'
}

/** Makes or changes a member of staff. A new PIN ends the sessions under the old one, and unlocks. */
export async function keepStaff(
  on: Queryable,
  warehouse: string,
  badge: string,
  { name, role, active }: Omit<PutStaff, 'pin'>,
  pinHash: string | null,
): Promise<StaffItem | null> {
  const text = `
    with kept as (
      insert into staff as s (badge, name, role, warehouse, pin_hash, active) values ($1, $2, $3, $4, coalesce($5, ''), $6)
      on conflict (badge) do update set name = excluded.name, role = excluded.role, active = excluded.active, pin_hash = coalesce($5, s.pin_hash)
      where s.warehouse = $4 returning badge, name, role, active, locked_at, locked_by
    ), ended as (
      update session set revoked_at = now() where badge in (select badge from kept) and revoked_at is null and ($5::text is not null or not $6::boolean)
    ), unlocked as (
      delete from sign_in_failure where who in (select badge from kept) and $5::text is not null
    )
    select s.badge, s.name, s.role, s.active, s.locked_by as "lockedBy", (s.locked_at is not null or ($5::text is null and exists
      (select 1 from sign_in_failure f where f.who = s.badge and f.failures >= ${LOCKED_AFTER}))) as locked from kept s`
  const [kept] = await ask<StaffItem>(on, 'keep-staff', text, [badge, name, role, warehouse, pinHash, active])
  return kept ?? null
}

/** Makes a seller under a policy, or changes one and leaves its policy as it is. */
export async function keepSeller(
  on: Queryable,
  code: string,
  { name, active }: PutSeller,
  policy: Policy,
): Promise<SellerItem> {
  const text = `insert into seller (code, name, active, policy) values ($1, $2, $3, $4::jsonb)
    on conflict (code) do update set name = excluded.name, active = excluded.active returning code, name, active`
  const [kept] = await ask<SellerItem>(on, 'keep-seller', text, [code, name, active, JSON.stringify(policy)])
  if (!kept) throw new Error('the seller was not kept')
  return kept
}

/** What does the warehouse reckon in? */
export async function findCurrency(on: Queryable, warehouse: string): Promise<string> {
  const [row] = await ask<{ currency: string }>(
    on,
    'currency',
    'select currency from warehouse where code = $1',
    [warehouse],
  )
  return row?.currency ?? 'USD'
}

interface Member {
  readonly role: string
  readonly active: boolean
  readonly lockedBy: string | null
}

/** Who wears this badge here, and with which rights? */
export async function findMember(on: Queryable, warehouse: string, badge: string): Promise<Member | null> {
  const text = 'select role, active, locked_by as "lockedBy" from staff where warehouse = $1 and badge = $2'
  const [found] = await ask<Member>(on, 'member', text, [warehouse, badge])
  return found ?? null
}

/** Locks a badge and ends its sessions. What its devices still have to send goes out all the same. */
export async function lockBadge(on: Queryable, badge: string, by: string): Promise<void> {
  const text = `with locked as (
      update staff set locked_at = coalesce(locked_at, now()), locked_by = coalesce(locked_by, $2) where badge = $1 returning badge
    ) update session set revoked_at = now() where badge in (select badge from locked) and revoked_at is null`
  await ask(on, 'lock-badge', text, [badge, by])
}

/** @returns on how many devices wrong PINs had locked it */
export async function unlockBadge(on: Queryable, badge: string): Promise<number> {
  const text = `with unlocked as (update staff set locked_at = null, locked_by = null where badge = $1 and locked_at is not null),
    forgotten as (delete from sign_in_failure where who = $1 returning failures)
    select count(*)::int as devices from forgotten where failures >= ${LOCKED_AFTER}`
  const [row] = await ask<{ devices: number }>(on, 'unlock-badge', text, [badge])
  return row?.devices ?? 0
}
