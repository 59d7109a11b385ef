import type { Language, StaffRole } from '@restow/domain'
import { and, eq, isNull, sql } from 'drizzle-orm'
import { device } from '../db/devices.tables.ts'
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
  readonly role: StaffRole | 'seller' | 'screen'
  readonly warehouse: string | null
  readonly timeZone: string | null
  readonly seller: string | null
  /** True of a send token: it sends what its device keeps, and does nothing else. */
  readonly sendsOnly: boolean
  readonly language: Language | null
}

const SESSIONS = `
  select encode(s.token_hash, 'hex') as hash, s.badge, s.email, s.device_id as "deviceId",
    coalesce(p.name, u.name) as name, coalesce(p.role, 'seller') as role,
    p.warehouse, w.time_zone as "timeZone", u.seller, false as "sendsOnly",
    coalesce(p.language, u.language) as language
  from session s
  left join staff p on p.badge = s.badge and p.active and p.locked_at is null
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
      demandsEnrolled: warehouse.demandsEnrolled,
      lockedAt: staff.lockedAt,
      language: staff.language,
    })
    .from(staff)
    .innerJoin(warehouse, eq(warehouse.code, staff.warehouse))
    .where(and(eq(staff.badge, badge), eq(staff.active, true)))
  return found ?? null
}

/** Is this device one of the house, and still in use? */
export async function findDevice(tx: Tx, deviceId: string) {
  const [found] = await tx
    .select({
      warehouse: device.warehouse,
      keyHash: device.keyHash,
      revokedAt: sql<string | null>`to_json(${device.revokedAt}) #>> '{}'`,
      revokedBy: device.revokedBy,
    })
    .from(device)
    .where(eq(device.deviceId, deviceId))
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

/** Remembers the language of whoever this session belongs to. */
export async function rememberLanguage(
  tx: Tx,
  { badge, email }: Pick<SessionRow, 'badge' | 'email'>,
  language: Language,
): Promise<void> {
  if (badge !== null) await tx.update(staff).set({ language }).where(eq(staff.badge, badge))
  else if (email !== null) await tx.update(sellerUser).set({ language }).where(eq(sellerUser.email, email))
}

export async function endSession(tx: Tx, hash: Buffer): Promise<void> {
  await tx
    .update(session)
    .set({ revokedAt: sql`now()` })
    .where(and(eq(session.tokenHash, hash), isNull(session.revokedAt)))
}

/** Forgets the wrong guesses on a device, after a right one there. */
async function forgetGuesses(tx: Tx, who: string, deviceId: string): Promise<void> {
  await tx.delete(signInFailure).where(and(eq(signInFailure.who, who), eq(signInFailure.deviceId, deviceId)))
}

export interface GuessLimits {
  /** Wrong guesses on one device, and on all devices in the last ten minutes, after which none is checked. */
  readonly wrong: number
  readonly lately?: number
  /** After a pause of so many seconds the count begins anew; never when left out. */
  readonly pauseS?: number
  /** Whether the count goes on after a right guess: where one that is known to be right can be made at any time. */
  readonly keeps?: boolean
}

/** The wrong guesses that count against one more. */
async function heldFailures(
  tx: Tx,
  who: string,
  deviceId: string,
  pauseS: number | undefined,
): Promise<number> {
  const mine = and(eq(signInFailure.who, who), eq(signInFailure.deviceId, deviceId))
  // Guesses for one person take turns, on whichever devices they are made, so that each sees the ones before it.
  await tx.execute(sql`select pg_advisory_xact_lock(hashtextextended(${who}, 7))`)
  await tx.insert(signInFailure).values({ who, deviceId, failures: 0 }).onConflictDoNothing()
  const counts =
    pauseS === undefined ? sql`true` : sql`${signInFailure.lastAt} > now() - make_interval(secs => ${pauseS})`
  const [row] = await tx
    .select({ failures: sql<number>`case when ${counts} then ${signInFailure.failures} else 0 end` })
    .from(signInFailure)
    .where(mine)
  return row?.failures ?? 0
}

/** How many wrong guesses were made for somebody on all devices in the last ten minutes? */
async function wrongLately(tx: Tx, who: string): Promise<number> {
  const [row] = await tx
    .select({ guesses: sql<number>`coalesce(sum(${signInFailure.failures}), 0)::int` })
    .from(signInFailure)
    .where(and(eq(signInFailure.who, who), sql`${signInFailure.lastAt} > now() - interval '10 minutes'`))
  return row?.guesses ?? 0
}

/**
 * Checks a guess and counts it where it is wrong; a right one forgets those before it on that device.
 * @param fits asks on the connection that holds the count: it must not wait for another one
 */
export function checkGuess(
  tx: Tx,
  who: string,
  deviceId: string,
  limits: GuessLimits,
  fits: (held: Tx) => Promise<boolean>,
): Promise<'right' | 'wrong' | 'locked' | 'too_many'> {
  return tx.transaction(async (held) => {
    const failures = await heldFailures(held, who, deviceId, limits.pauseS)
    if (failures >= limits.wrong) return 'locked'
    if (limits.lately !== undefined && (await wrongLately(held, who)) >= limits.lately) return 'too_many'
    if (await fits(held)) {
      if (limits.keeps !== true) await forgetGuesses(held, who, deviceId)
      return 'right'
    }
    await held
      .update(signInFailure)
      .set({ failures: failures + 1, lastAt: sql`now()` })
      .where(and(eq(signInFailure.who, who), eq(signInFailure.deviceId, deviceId)))
    return 'wrong'
  })
}
