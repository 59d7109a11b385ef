import type { StaffRole } from '@restow/domain'
import { eq, sql } from 'drizzle-orm'
import { sendToken } from '../db/people.tables.ts'
import { ask, type Queryable, type Tx } from '../db/pool.ts'

/** A send token that was given out, whether it still sends or not. */
export interface SendTokenRow {
  readonly hash: string
  readonly badge: string
  readonly deviceId: string
  readonly expired: boolean
  /** ISO 8601; null while neither it nor its device was withdrawn. */
  readonly revokedAt: string | null
  /** Who took the device out of use; null while it is in use. */
  readonly deviceRevokedBy: string | null
  readonly name: string
  readonly role: StaffRole
  readonly active: boolean
  readonly warehouse: string
  readonly timeZone: string
}

const SEND_TOKENS = `
  select encode(t.token_hash, 'hex') as hash, t.badge, t.device_id as "deviceId", t.expires_at <= now() as expired,
    to_json(coalesce(d.revoked_at, t.revoked_at)) #>> '{}' as "revokedAt", d.revoked_by as "deviceRevokedBy", p.name, p.role, p.active, p.warehouse, w.time_zone as "timeZone"
  from send_token t
  join staff p on p.badge = t.badge
  join warehouse w on w.code = p.warehouse
  left join device d on d.device_id = t.device_id and d.revoked_at is not null
  where t.token_hash = any($1::bytea[])`

/** Whose are these send tokens, those included that send nothing any more? */
export const findSendTokens = (on: Queryable, hashes: readonly Buffer[]): Promise<SendTokenRow[]> =>
  ask(on, 'send-tokens', SEND_TOKENS, [hashes])

const KEPT_DAYS = 14
const afterSignOut = sql<string>`now() + make_interval(days => ${KEPT_DAYS})`

/** Keeps a token's hash; it lasts for the session's hours and 14 days on. */
export async function beginSending(
  tx: Tx,
  begun: { hash: Buffer; badge: string; deviceId: string; sessionHash: Buffer; hours: number },
): Promise<void> {
  const { hours, hash, ...whose } = begun
  const expiresAt = sql<string>`${afterSignOut} + make_interval(hours => ${hours})`
  await tx.insert(sendToken).values({ ...whose, tokenHash: hash, expiresAt })
}

/** After a sign-out, what is still queued has 14 days to be sent. A second sign-out makes them no longer. */
export async function endSending(tx: Tx, sessionHash: Buffer): Promise<void> {
  const expiresAt = sql<string>`least(${sendToken.expiresAt}, ${afterSignOut})`
  await tx.update(sendToken).set({ expiresAt }).where(eq(sendToken.sessionHash, sessionHash))
}
