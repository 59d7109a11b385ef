import { ask, type Queryable } from '../db/pool.ts'

/** Is there such a seller, as far as the connection sees? */
export async function isSeller(on: Queryable, seller: string): Promise<boolean> {
  return (await ask(on, 'is-seller', 'select 1 from seller where code = $1', [seller])).length > 0
}

/** Which warehouses are there, and what time is on their walls? */
export const findWarehouses = (on: Queryable): Promise<{ code: string; timeZone: string }[]> =>
  ask(on, 'warehouses', 'select code, time_zone as "timeZone" from warehouse order by code', [])

/** What a seller is called; its code where it is not there. */
export async function findSellerName(on: Queryable, seller: string): Promise<string> {
  const text = 'select name from seller where code = $1'
  return (await ask<{ name: string }>(on, 'seller-name', text, [seller]))[0]?.name ?? seller
}
