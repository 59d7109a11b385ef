import type { StaffRole } from '@restow/domain'
import { and, eq, isNull, sql } from 'drizzle-orm'
import { sellerUser, session, signInFailure, staff } from '../db/people.tables.ts'
import { ask, type Queryable, type Tx } from '../db/pool.ts'
import { warehouse } from '../db/set-up.tables.ts'

/** Who a session belongs to. */
export interface SessionRow {
  readonly hash: string
  readonly badge: string | null
  readonly email: string | null
  readonly deviceId: string | null
  readonly name: string
  readonly role: StaffRole | 'seller'
  readonly warehouse: string | null
  readonly timeZone: string | null
  readonly seller: string | null
}

const SESSIONS = `
  select encode(s.token_hash, 'hex') as hash, s.badge, s.email, s.device_id as "deviceId",
    coalesce(p.name, u.name) as name, coalesce(p.role, 'seller') as role,
    p.warehouse, w.time_zone as "timeZone", u.seller
  from session s
  left join staff p on p.badge = s.badge and p.active
  left join warehouse w on w.code = p.warehouse
  left join seller_user u on u.email = s.email and u.active
  where s.token_hash = any($1::bytea[]) and s.revoked_at is null and s.expires_at > now()
    and coalesce(p.badge, u.email) is not null`

/** Whose are these sessions, of those that still stand? */
export const findSessions = (on: Queryable, hashes: readonly Buffer[]): Promise<SessionRow[]> =>
  ask(on, 'sessions', SESSIONS, [hashes])

/** Who wears this badge, and what proves it? */
export async function findStaff(tx: Tx, badge: string) {
  const [found] = await tx
    .select({
      badge: staff.badge,
      name: staff.name,
      role: staff.role,
      pinHash: staff.pinHash,
      warehouse: staff.warehouse,
      timeZone: warehouse.timeZone,
    })
    .from(staff)
    .innerJoin(warehouse, eq(warehouse.code, staff.warehouse))
    .where(and(eq(staff.badge, badge), eq(staff.active, true)))
  return found ?? null
}

/** Which seller's user has this e-mail address, and what proves it? */
export async function findSellerUser(tx: Tx, email: string) {
  const [found] = await tx
    .select()
    .from(sellerUser)
    .where(and(eq(sellerUser.email, email), eq(sellerUser.active, true)))
  return found ?? null
}

export async function beginSession(
  tx: Tx,
  begun: { hash: Buffer; badge?: string; email?: string; deviceId: string | null; hours: number },
): Promise<void> {
  const { hash, badge, email, deviceId, hours } = begun
  const expiresAt = sql<string>`now() + make_interval(hours => ${hours})`
  await tx
    .insert(session)
    .values({ tokenHash: hash, badge: badge ?? null, email: email ?? null, deviceId, expiresAt })
}

export async function endSession(tx: Tx, hash: Buffer): Promise<void> {
  await tx
    .update(session)
    .set({ revokedAt: sql`now()` })
    .where(and(eq(session.tokenHash, hash), isNull(session.revokedAt)))
}

/**
 * Counts a guess before it is checked, so that guesses at the same moment all count.
 * @param pauseS after a pause of so many seconds the count begins anew; never when left out
 * @returns the number of guesses since the last right one
 */
export async function countGuess(tx: Tx, who: string, deviceId: string, pauseS?: number): Promise<number> {
  const more = sql`${signInFailure.failures} + 1`
  const { lastAt } = signInFailure
  const counted =
    pauseS === undefined
      ? more
      : sql`case when ${lastAt} < now() - make_interval(secs => ${pauseS}) then 1 else ${more} end`
  const [row] = await tx
    .insert(signInFailure)
    .values({ who, deviceId, failures: 1 })
    .onConflictDoUpdate({
      target: [signInFailure.who, signInFailure.deviceId],
      set: { failures: counted, lastAt: sql`now()` },
    })
    .returning({ failures: signInFailure.failures })
  return row?.failures ?? 1
}

/** Forgets the wrong guesses: after a right one on that device, or everywhere by a supervisor. */
export async function forgetGuesses(tx: Tx, who: string, deviceId?: string): Promise<void> {
  const everywhere = eq(signInFailure.who, who)
  await tx
    .delete(signInFailure)
    .where(deviceId === undefined ? everywhere : and(everywhere, eq(signInFailure.deviceId, deviceId)))
}

/** How many guesses were made for somebody on all devices in the last ten minutes? */
export async function guessesLately(tx: Tx, who: string): Promise<number> {
  const [row] = await tx
    .select({ guesses: sql<number>`coalesce(sum(${signInFailure.failures}), 0)::int` })
    .from(signInFailure)
    .where(and(eq(signInFailure.who, who), sql`${signInFailure.lastAt} > now() - interval '10 minutes'`))
  return row?.guesses ?? 0
}
