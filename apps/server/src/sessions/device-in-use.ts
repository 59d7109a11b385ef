import { fillSentence, type StaffRole } from '@restow/domain'
import type { Tx } from '../db/pool.ts'
import { ProblemError } from '../problem.ts'
import { tokenHash } from './secrets.ts'
import { findDevice } from './sessions.queries.ts'

/** Whether a device may be worked on. One that may not keeps its unsent work, and says whom to see. */

const TAKEN_OUT =
  'This device was taken out of use by {by} at {at}. Its unsent work is kept: bring it to a supervisor.'
const WITHDRAWN =
  'This sign-in of {by} was withdrawn at {at}. Its unsent work is kept: bring the device to a supervisor.'

function revoked(sentence: string, by: string, at: string, timeZone: string): ProblemError {
  const place = { timeZone, now: new Date().toISOString() }
  return new ProblemError(403, 'device_revoked', fillSentence(sentence, { by, at }, place))
}

/** @param at ISO 8601 */
export const takenOutOfUse = (by: string, at: string, timeZone: string) =>
  revoked(TAKEN_OUT, by, at, timeZone)

/** Of one person's send token alone. @param at ISO 8601 */
export const withdrawn = (badge: string, at: string, timeZone: string) =>
  revoked(WITHDRAWN, badge, at, timeZone)

const notEnrolled = (warehouse: string) =>
  new ProblemError(
    403,
    'device_not_enrolled',
    `${warehouse} takes enrolled devices only, and this is none of them. Ask a supervisor for an enrolment code and scan it.`,
  )

interface Person {
  readonly role: string
  readonly warehouse: string
  readonly timeZone: string
  readonly demandsEnrolled: boolean
}

/**
 * May this person sign in on this device? Where the warehouse demands enrolled ones, supervisors and admins still get in
 * at a desk, which names no device: somebody has to enrol the first one.
 * @throws 403 device_revoked, device_not_enrolled
 */
export async function checkDevice(
  tx: Tx,
  person: Person,
  { id, key }: { readonly id: string | null; readonly key: string | null },
): Promise<void> {
  const { warehouse, timeZone, demandsEnrolled, role } = person
  const device = id === null ? null : await findDevice(tx, id)
  if (device?.revokedAt) throw takenOutOfUse(device.revokedBy ?? '', device.revokedAt, timeZone)
  if (!demandsEnrolled) return
  if (id === null && role !== ('operator' satisfies StaffRole)) return
  const fits = key !== null && device?.keyHash?.equals(tokenHash(key)) === true
  if (!fits || device.warehouse !== warehouse) throw notEnrolled(warehouse)
}
