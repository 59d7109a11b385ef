import type { EnrolmentState } from '@restow/contracts'
import { sql } from 'drizzle-orm'
import { iso } from '../db/iso.ts'
import { ask, type Queryable, type Tx } from '../db/pool.ts'

const EXPIRES = `${iso('expires_at')} as "expiresAt"`

/** Keeps a code's hash for a quarter of an hour. */
export async function beginEnrolment(
  on: Queryable,
  made: { hash: Buffer; warehouse: string; by: string; name: string },
): Promise<{ id: string; expiresAt: string }> {
  const text = `insert into enrolment (token_hash, warehouse, made_by, name, expires_at)
    values ($1, $2, $3, $4, now() + interval '15 minutes') returning id, ${EXPIRES}`
  const { hash, warehouse, by, name } = made
  const [begun] = await ask<{ id: string; expiresAt: string }>(on, 'begin-enrolment', text, [
    hash,
    warehouse,
    by,
    name,
  ])
  if (!begun) throw new Error('the enrolment was not kept')
  return begun
}

/** Has a device taken it up? @returns null where this warehouse has no such enrolment */
export async function findEnrolment(
  on: Queryable,
  warehouse: string,
  id: string,
): Promise<EnrolmentState | null> {
  const text = `select used_by as "usedBy", ${EXPIRES}, expires_at <= now() as expired from enrolment where id = $1 and warehouse = $2`
  const [found] = await ask<EnrolmentState>(on, 'enrolment', text, [id, warehouse])
  return found ?? null
}

export interface EnrolledDevice extends Record<string, unknown> {
  readonly deviceId: string
  readonly name: string
  readonly warehouse: string
}

/**
 * Uses a code up and enrols the device with a new key. A supervisor has made the code, so a device that was taken out
 * of use is back in it.
 * @returns null for a code that is none, is used or is too old
 */
export async function useEnrolment(
  tx: Tx,
  codeHash: Buffer,
  device: { deviceId: string; keyHash: Buffer; appVersion: string | null },
): Promise<EnrolledDevice | null> {
  const { deviceId, keyHash, appVersion } = device
  const { rows } = await tx.execute<EnrolledDevice>(sql`
    with used as (
      update enrolment set used_at = now(), used_by = ${deviceId}
      where token_hash = ${codeHash} and used_at is null and expires_at > now() returning warehouse, made_by, name
    )
    insert into device as d (device_id, warehouse, name, key_hash, enrolled_at, enrolled_by, last_seen, app_version)
    select ${deviceId}, warehouse, name, ${keyHash}, now(), made_by, now(), ${appVersion}::text from used
    on conflict (device_id) do update set warehouse = excluded.warehouse, name = excluded.name, key_hash = excluded.key_hash,
      enrolled_at = excluded.enrolled_at, enrolled_by = excluded.enrolled_by,
      printer = case when d.warehouse = excluded.warehouse then d.printer end, last_seen = excluded.last_seen,
      app_version = coalesce(excluded.app_version, d.app_version), revoked_at = null, revoked_by = null
    returning device_id as "deviceId", name, warehouse`)
  return rows[0] ?? null
}
