import type { DeviceItem, Heartbeat, HeartbeatAnswer } from '@restow/contracts'
import { iso } from '../db/iso.ts'
import { ask, type Queryable } from '../db/pool.ts'
import { asked, type Page } from '../paging.ts'

/** Of the table under the name of `d`. */
const DEVICE = `device_id as "deviceId", name, key_hash is not null as enrolled, ${iso('enrolled_at')} as "enrolledAt",
  enrolled_by as "enrolledBy", ${iso('last_seen')} as "lastSeen", last_badge as "lastBadge", app_version as "appVersion",
  battery, charging, unsent, ${iso('oldest_unsent_at')} as "oldestUnsentAt", refused,
  (select count(*) from dropped_command c where c.warehouse = d.warehouse and c.on_device = d.device_id
    and c.recorded_at > now() - interval '7 days')::int as dropped, ${iso('revoked_at')} as "revokedAt",
  revoked_by as "revokedBy"`

/** What devices has this warehouse heard of, by name? */
export function findDevices(on: Queryable, warehouse: string, page: Page): Promise<DeviceItem[]> {
  const text = `select ${DEVICE} from device d where warehouse = $1
      and ($2::text is null or (coalesce(name, device_id), device_id) > ($2, $3))
    order by coalesce(name, device_id), device_id limit $4`
  const [name = null, id = null] = page.after ?? []
  return ask(on, 'list-devices', text, [warehouse, name, id, asked(page)])
}

const WANDERS = 'd.key_hash is null and d.revoked_at is null'

/**
 * Writes down that a device was heard of. One that is not enrolled belongs where its person works; an enrolled one, or
 * one taken out of use, stays its warehouse's wherever somebody signs in on it. Its printer stays behind where it moves.
 */
export async function recordHeartbeat(
  on: Queryable,
  { warehouse, user }: { warehouse: string; user: string },
  beat: Heartbeat,
): Promise<HeartbeatAnswer['device']> {
  const text = `insert into device as d (device_id, warehouse, last_seen, last_badge, app_version, battery, charging, unsent, oldest_unsent_at, refused, refused_since)
    values ($1, $2, now(), $3, $4, $5, $6, $7, case when $8::timestamptz is not null then least($8, now()) end, $9, case when $9 > 0 then now() end)
    on conflict (device_id) do update set last_seen = excluded.last_seen, last_badge = excluded.last_badge,
      app_version = excluded.app_version, battery = excluded.battery, charging = excluded.charging, unsent = excluded.unsent,
      oldest_unsent_at = excluded.oldest_unsent_at, refused = excluded.refused,
      refused_since = case when excluded.refused > 0 then coalesce(d.refused_since, now()) end,
      warehouse = case when ${WANDERS} then excluded.warehouse else d.warehouse end,
      printer = case when ${WANDERS} and d.warehouse <> excluded.warehouse then null else d.printer end
    returning name, key_hash is not null as enrolled, revoked_at is not null as revoked,
      (select jsonb_build_object('code', p.code, 'name', p.name, 'trouble', p.trouble) from printer p
        where p.warehouse = d.warehouse and p.code = d.printer and p.removed_at is null) as printer`
  const { deviceId, appVersion, battery = null, charging = null, unsent, oldestUnsentAt, refused } = beat
  // What is not there has no age, whatever the device says.
  const oldest = unsent === 0 ? null : (oldestUnsentAt ?? null)
  const values = [deviceId, warehouse, user, appVersion, battery, charging, unsent, oldest, refused]
  const [kept] = await ask<HeartbeatAnswer['device']>(on, 'heartbeat', text, values)
  if (!kept) throw new Error('the heartbeat was not kept')
  return kept
}

const one = async (rows: Promise<DeviceItem[]>): Promise<DeviceItem | null> => (await rows)[0] ?? null

/** @returns null where this warehouse has no such device */
export const renameDevice = (on: Queryable, warehouse: string, deviceId: string, name: string) =>
  one(
    ask<DeviceItem>(
      on,
      'rename-device',
      `update device d set name = $3 where device_id = $1 and warehouse = $2 returning ${DEVICE}`,
      [deviceId, warehouse, name],
    ),
  )

/** Takes a device out of use: whoever is signed in on it no longer is. Its send tokens rest until it is back in use. */
export const revokeDevice = (on: Queryable, warehouse: string, deviceId: string, by: string) =>
  one(
    ask<DeviceItem>(
      on,
      'revoke-device',
      `with revoked as (
         update device set revoked_by = case when revoked_at is null then $3 else revoked_by end, revoked_at = coalesce(revoked_at, now())
         where device_id = $1 and warehouse = $2 returning *
       ), ended as (
         update session set revoked_at = now() where device_id in (select device_id from revoked) and revoked_at is null
       )
       select ${DEVICE} from revoked d`,
      [deviceId, warehouse, by],
    ),
  )

export const restoreDevice = (on: Queryable, warehouse: string, deviceId: string) =>
  one(
    ask<DeviceItem>(
      on,
      'restore-device',
      `update device d set revoked_at = null, revoked_by = null where device_id = $1 and warehouse = $2 returning ${DEVICE}`,
      [deviceId, warehouse],
    ),
  )
