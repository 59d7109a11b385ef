import type { Checklist } from '@restow/domain'
import { sellerUser, staff } from '../db/people.tables.ts'
import { ask, type Queryable, type Tx } from '../db/pool.ts'
import { bin, checklist, product, seller, warehouse } from '../db/set-up.tables.ts'
import { DEMO_BINS } from './bins.ts'
import { HOUSE_CHECKLISTS } from './checklists.ts'
import { DEMO_POLICY } from './policies.ts'
import { DEMO_PRODUCTS } from './products.ts'
import { DEMO_SELLERS, DEMO_STAFF, DEMO_WAREHOUSE } from './staff.ts'

/** What is in the database: nothing at all, the demo's data, the beginnings of it, or somebody's own. */
export async function whatIsThere(on: Queryable): Promise<'nothing' | 'demo' | 'half a demo' | 'own data'> {
  const text = `select exists (select 1 from warehouse) as some, exists (select 1 from seller_user where email = any($1)) as users,
    exists (select 1 from seller where code = any($2)) as sellers`
  const emails = DEMO_SELLERS.map((s) => s.user.email)
  const codes = DEMO_SELLERS.map((s) => s.code)
  const [row] = await ask<{ some: boolean; users: boolean; sellers: boolean }>(on, 'what-is-there', text, [
    emails,
    codes,
  ])
  if (!row?.some) return 'nothing'
  if (row.users) return 'demo'
  return row.sellers ? 'half a demo' : 'own data'
}

/** A few tracking numbers that are announced and have not come yet, for somebody who wants to try a scan. */
export async function someToCome(on: Queryable): Promise<string[]> {
  const text = `select min(t.tracking_number) as number from expected_tracking t join expected_return r on r.id = t.expected_return
    where r.state = 'announced' group by r.carrier order by 1 limit 4`
  return (await ask<{ number: string }>(on, 'some-to-come', text, [])).map((row) => row.number)
}

/** Warehouse, bins, sellers, products, checklists and staff of the demo. */
export async function putSetUp(tx: Tx, pinHash: string): Promise<void> {
  await tx
    .insert(warehouse)
    .values({ ...DEMO_WAREHOUSE })
    .onConflictDoNothing()
  const sellers = DEMO_SELLERS.map(({ code, name }) => ({ code, name, policy: DEMO_POLICY }))
  await tx.insert(seller).values(sellers).onConflictDoNothing()
  const bins = DEMO_BINS.map((b) => ({ ...b, warehouse: DEMO_WAREHOUSE.code }))
  await tx.insert(bin).values(bins).onConflictDoNothing()
  const products = DEMO_PRODUCTS.map(({ priceMinor: _, ...p }) => ({ ...p, flags: [...p.flags] }))
  await tx.insert(product).values(products).onConflictDoNothing()
  const checklists = HOUSE_CHECKLISTS.map((body: Checklist) => ({ category: body.category, body }))
  await tx.insert(checklist).values(checklists).onConflictDoNothing()
  const people = DEMO_STAFF.map((p) => ({ ...p, warehouse: DEMO_WAREHOUSE.code, pinHash }))
  await tx.insert(staff).values(people).onConflictDoNothing()
}

/** The sellers' users come last: with them the demo is complete. */
export async function putSellerUsers(tx: Tx, passwordHash: string): Promise<void> {
  const users = DEMO_SELLERS.map(({ code, user }) => ({ ...user, seller: code, passwordHash }))
  await tx.insert(sellerUser).values(users).onConflictDoNothing()
}
