import { ask, type Queryable } from '../db/pool.ts'

/** Which admins are there, and may they sign in? */
export function findAdmins(on: Queryable): Promise<{ badge: string; name: string; warehouse: string }[]> {
  const text = `select badge, name, warehouse from staff where role = 'admin' and active order by warehouse, badge`
  return ask(on, 'admins', text, [])
}

/** Gives an admin a PIN: the badge is unlocked, and whoever is signed in by it is signed out. */
export async function recoverAdmin(on: Queryable, badge: string, pinHash: string): Promise<boolean> {
  const text = `with recovered as (
      update staff set pin_hash = $2, locked_at = null, locked_by = null where badge = $1 and role = 'admin' and active returning badge
    ), ended as (
      update session set revoked_at = now() where badge in (select badge from recovered) and revoked_at is null
    ), unlocked as (
      delete from sign_in_failure where who in (select badge from recovered)
    ) select badge from recovered`
  return (await ask(on, 'recover-admin', text, [badge, pinHash])).length > 0
}
