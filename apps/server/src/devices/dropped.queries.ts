import type { Acknowledged, DroppedItem, TellDropped } from '@restow/contracts'
import { iso } from '../db/iso.ts'
import { ask, type Queryable } from '../db/pool.ts'
import { asked, type Page } from '../paging.ts'

/** Keeps what was dropped; what is known of already stays as it was told first. @returns how many were new */
export async function keepDropped(
  on: Queryable,
  { warehouse, user }: { warehouse: string; user: string },
  { deviceId, dropped }: TellDropped,
): Promise<number> {
  const text = `insert into dropped_command (command_id, warehouse, on_device, type, about, done_by, code, message, reason, dropped_by, dropped_at)
    select d."commandId", $1, $2, d.type, d.about, d."doneBy", d.code, d.message, d.reason, $3, d."droppedAt"
    from jsonb_to_recordset($4::jsonb) as d("commandId" uuid, type text, about text, "doneBy" text, code text, message text, reason text, "droppedAt" timestamptz)
    on conflict (command_id) do nothing returning command_id`
  const kept = await ask(on, 'keep-dropped', text, [warehouse, deviceId, user, JSON.stringify(dropped)])
  return kept.length
}

/** What was dropped on this device, the latest first? */
export function findDropped(
  on: Queryable,
  warehouse: string,
  deviceId: string,
  page: Page,
): Promise<DroppedItem[]> {
  const text = `select command_id as "commandId", type, about, done_by as "doneBy", code, message, reason, dropped_by as "droppedBy",
      ${iso('dropped_at')} as "droppedAt", ${iso('recorded_at')} as "recordedAt"
    from dropped_command where warehouse = $1 and on_device = $2
      and ($3::timestamptz is null or (recorded_at, command_id) < ($3, $4::uuid))
    order by recorded_at desc, command_id desc limit $5`
  const [at = null, id = null] = page.after ?? []
  return ask(on, 'list-dropped', text, [warehouse, deviceId, at, id, asked(page)])
}

/** Marks what was dropped as seen, each once. @returns what became of each, in order */
export async function acknowledgeDropped(
  on: Queryable,
  { warehouse, user }: { warehouse: string; user: string },
  commandIds: readonly string[],
): Promise<Acknowledged['outcomes']> {
  const text = `with asked as (
      select id, n from unnest($3::uuid[]) with ordinality as a(id, n)
    ), done as (
      update dropped_command set acknowledged_by = $2, acknowledged_at = now()
      where warehouse = $1 and command_id = any($3::uuid[]) and acknowledged_at is null
      returning command_id, acknowledged_by, acknowledged_at
    )
    select a.id as "commandId",
      case when d.command_id is not null then 'acknowledged' when c.command_id is not null then 'already' else 'unknown' end as outcome,
      coalesce(d.acknowledged_by, c.acknowledged_by) as by, ${iso('coalesce(d.acknowledged_at, c.acknowledged_at)')} as at
    from asked a left join done d on d.command_id = a.id
      left join dropped_command c on c.command_id = a.id and c.warehouse = $1
    order by a.n`
  return ask(on, 'acknowledge-dropped', text, [warehouse, user, commandIds])
}
