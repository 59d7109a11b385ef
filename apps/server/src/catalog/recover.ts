import { randomInt } from 'node:crypto'
import type { Database } from '../db/pool.ts'
import { findAdmins, recoverAdmin } from './recover.queries.ts'

/** The way back in for an admin whom no other admin can help: by whoever may read the server's console. */

const DIGITS = 8
/** Who it is on record as: nobody's badge. */
const BY = 'console'

/**
 * Makes an admin's PIN anew.
 * @param badge which; left out where there is only one
 * @returns the lines to be said; the PIN stands in them and nowhere else
 */
export async function recoverPin(
  db: Pick<Database, 'staff' | 'settingUp'>,
  badge: string | undefined,
  hashSecret: (secret: string) => Promise<string>,
): Promise<{ ok: boolean; lines: string[] }> {
  const admins = await findAdmins(db.staff)
  if (admins.length === 0)
    return {
      ok: false,
      lines: ['There is no admin here yet. The first start tells a set-up code on its console.'],
    }
  const asked = badge?.trim().toUpperCase()
  const found = asked === undefined ? admins : admins.filter((one) => one.badge === asked)
  const [admin, ...others] = found
  if (!admin || others.length > 0) {
    const list = admins.map((one) => `  ${one.badge}  ${one.name}, ${one.warehouse}`)
    const why =
      asked === undefined ? 'Say whose PIN is to be made anew:' : `${asked} is no admin's badge. Admins are:`
    return { ok: false, lines: [why, ...list] }
  }
  const pin = Array.from({ length: DIGITS }, () => randomInt(10)).join('')
  const hash = await hashSecret(pin)
  await db.settingUp(BY, (on) => recoverAdmin(on, admin.badge, hash))
  return {
    ok: true,
    lines: [
      `${admin.badge} (${admin.name}, ${admin.warehouse}) has a new PIN: ${pin}`,
      'It is shown this once. Sign in with it and set another one under Staff and badges. The change is on record there.',
    ],
  }
}
