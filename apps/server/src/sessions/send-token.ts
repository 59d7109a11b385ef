import { ProblemError } from '../problem.ts'
import { takenOutOfUse, withdrawn } from './device-in-use.ts'
import type { SendTokenRow } from './send-tokens.queries.ts'
import type { SessionRow } from './sessions.queries.ts'

/** Whether a send token still sends. Where it does not, the work stays on its device, and somebody is named to see. */

const unknown = () =>
  new ProblemError(
    401,
    'send_token_unknown',
    'The sign-in that this work was done under is not known here. It stays on the device: bring it to a supervisor.',
  )
const expired = ({ badge }: SendTokenRow) =>
  new ProblemError(
    401,
    'send_token_expired',
    `The sign-in of ${badge} on this device ended more than 14 days ago. Its unsent work is kept: ${badge} signs in on it again, or bring it to a supervisor.`,
  )
const inactive = ({ badge, name }: SendTokenRow) =>
  new ProblemError(
    403,
    'staff_inactive',
    `${name} (${badge}) does not work here any more, so this work waits. It is kept on the device: bring it to a supervisor, who decides.`,
  )

/**
 * Who a send token sends as.
 * @throws 401 send_token_unknown, send_token_expired; 403 device_revoked, staff_inactive
 */
export function sessionOfToken(row: SendTokenRow | null): SessionRow {
  if (!row) throw unknown()
  const { revokedAt, deviceRevokedBy } = row
  if (revokedAt !== null && deviceRevokedBy !== null)
    throw takenOutOfUse(deviceRevokedBy, revokedAt, row.timeZone)
  if (revokedAt !== null) throw withdrawn(row.badge, revokedAt, row.timeZone)
  if (row.expired) throw expired(row)
  if (!row.active) throw inactive(row)
  const { hash, badge, deviceId, name, role, warehouse, timeZone } = row
  return {
    hash,
    badge,
    deviceId,
    name,
    role,
    warehouse,
    timeZone,
    email: null,
    seller: null,
    sendsOnly: true,
    language: null,
  }
}
