import type { Queryable } from '../db/pool.ts'
import { notFound, ProblemError } from '../problem.ts'
import { findMember, lockBadge, unlockBadge } from './catalog.queries.ts'
import { noteChange } from './changes.queries.ts'

/** Locking badges: a lost card must not wait for an admin. */

export interface Locker {
  readonly on: Queryable
  readonly who: { readonly user: string; readonly role: string; readonly warehouse: string }
}

/** What there is to heed about this badge before it is locked or unlocked. @throws 404 */
async function memberFor(on: Queryable, { warehouse, role, user }: Locker['who'], badge: string) {
  const member = await findMember(on, warehouse, badge)
  if (!member?.active) throw notFound(`badge ${badge}`)
  const isAbove = member.role === 'admin' && role !== 'admin'
  return { isAbove, isOwn: badge === user, lockedBy: member.lockedBy }
}

/** @throws 404, 403 admin_only, 422 own_badge */
export async function setLocked(on: Queryable, who: Locker['who'], badge: string): Promise<void> {
  const { isAbove, isOwn } = await memberFor(on, who, badge)
  if (isAbove)
    throw new ProblemError(403, 'admin_only', `${badge} is an admin’s badge. Ask another admin to lock it.`)
  if (isOwn)
    throw new ProblemError(422, 'own_badge', `${badge} is your own badge. Ask somebody else to lock it.`)
  await lockBadge(on, badge, who.user)
}

/**
 * After a lost card was found, or after wrong PINs; those any supervisor forgives, an admin's too.
 * @throws 404; 403 admin_only for an admin's badge that an admin has locked
 */
export async function setUnlocked(on: Queryable, who: Locker['who'], badge: string): Promise<void> {
  const { isAbove, lockedBy } = await memberFor(on, who, badge)
  if (isAbove && lockedBy !== null)
    throw new ProblemError(
      403,
      'admin_only',
      `${badge} was locked by ${lockedBy}. Ask an admin to unlock it.`,
    )
  const devices = await unlockBadge(on, badge)
  if (devices > 0)
    await noteChange(on, {
      ...{ kind: 'staff', key: badge, warehouse: who.warehouse },
      before: { wrong_pins: 'locked' },
      after: { wrong_pins: 'forgiven' },
    })
}
