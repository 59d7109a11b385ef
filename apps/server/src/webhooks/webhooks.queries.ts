import type { AddWebhook, ChangeWebhook, WebhookItem } from '@restow/contracts'
import { iso } from '../db/iso.ts'
import { ask, type Queryable } from '../db/pool.ts'
import type { Receiver } from './messages-of.ts'

/** Whose systems are told, of what, and how that goes. */

const count = (state: string): string =>
  `(select count(*)::int from webhook_message m where m.webhook = w.id and m.state = '${state}')`
const ITEM = `w.id, w.url, w.types, w.active, w.made_by as "madeBy", ${iso('w.made_at')} as "madeAt",
  ${count('waiting')} as waiting, ${count('dead')} as dead, ${iso('w.last_delivered_at')} as "lastDeliveredAt",
  ${iso('w.failing_since')} as "failingSince", w.last_error as "lastError", w.replay_from as "replayFrom"`

export const listWebhooks = (on: Queryable, seller: string): Promise<WebhookItem[]> =>
  ask(
    on,
    'list-webhooks',
    `select ${ITEM} from webhook w where w.seller = $1 and w.removed_at is null order by w.made_at, w.id`,
    [seller],
  )

export async function findWebhook(on: Queryable, seller: string, id: string): Promise<WebhookItem | null> {
  const text = `select ${ITEM} from webhook w where w.seller = $1 and w.id = $2 and w.removed_at is null`
  const [found] = await ask<WebhookItem>(on, 'find-webhook', text, [seller, id])
  return found ?? null
}

/** @param most so many of a seller's at a time @returns null where it has as many already */
export async function addWebhook(
  on: Queryable,
  seller: string,
  made: AddWebhook & { readonly secret: string; readonly by: string },
  most: number,
): Promise<WebhookItem | null> {
  const text = `with w as (
      insert into webhook (seller, url, types, secret, made_by) select $1, $2, $3, $4, $5
      where (select count(*) from webhook where seller = $1 and removed_at is null) < $6 returning *
    ) select ${ITEM} from w`
  const values = [seller, made.url, made.types, made.secret, made.by, most]
  const [added] = await ask<WebhookItem>(on, 'add-webhook', text, values)
  return added ?? null
}

/** What is changed is tried at once, whatever was in the way. */
export async function changeWebhook(
  on: Queryable,
  seller: string,
  id: string,
  { url = null, types = null, active = null }: { [K in keyof ChangeWebhook]: ChangeWebhook[K] | null },
): Promise<WebhookItem | null> {
  const text = `with w as (
      update webhook set url = coalesce($3, url), types = coalesce($4, types), active = coalesce($5, active), retry_at = null
      where seller = $1 and id = $2 and removed_at is null returning *
    ) select ${ITEM} from w`
  const [changed] = await ask<WebhookItem>(on, 'change-webhook', text, [seller, id, url, types, active])
  return changed ?? null
}

/** Nothing is told there any more; what was still to be told is forgotten. @returns whether there was such a one */
export async function removeWebhook(on: Queryable, seller: string, id: string): Promise<boolean> {
  const text = `with w as (
      update webhook set removed_at = now(), active = false where seller = $1 and id = $2 and removed_at is null returning id
    ), gone as (delete from webhook_message m using w where m.webhook = w.id)
    select id from w`
  return (await ask(on, 'remove-webhook', text, [seller, id])).length > 0
}

/** Another secret signs from now on; the one before it signs beside it for a day. */
export async function changeSecret(
  on: Queryable,
  seller: string,
  id: string,
  secret: string,
): Promise<WebhookItem | null> {
  const text = `with w as (
      update webhook set former_secret = secret, former_until = now() + interval '1 day', secret = $3
      where seller = $1 and id = $2 and removed_at is null returning *
    ) select ${ITEM} from w`
  const [changed] = await ask<WebhookItem>(on, 'change-webhook-secret', text, [seller, id, secret])
  return changed ?? null
}

/** Where and with what is it sent? */
export async function findTarget(
  on: Queryable,
  seller: string,
  id: string,
): Promise<{ url: string; secret: string } | null> {
  const text = 'select url, secret from webhook where seller = $1 and id = $2 and removed_at is null'
  const [found] = await ask<{ url: string; secret: string }>(on, 'webhook-target', text, [seller, id])
  return found ?? null
}

/**
 * Begins a replay of what was recorded from the beginning of a day on; one that is under way begins anew.
 * @param from its first moment, ISO 8601
 */
export async function beginReplay(
  on: Queryable,
  seller: string,
  id: string,
  { day, from }: { readonly day: string; readonly from: string },
): Promise<WebhookItem | null> {
  const text = `with first as (
      select min(p.position) - 1 as after from ledger_event e join ledger_position p using (stream_id, version) where e.recorded_at >= $4
    ), head as (select coalesce(max(position), 0) as position from ledger_position), w as (
      update webhook set replay_from = case when first.after is not null then $3 end, replay_after = first.after,
        replay_until = case when first.after is not null then head.position end
      from first, head where seller = $1 and id = $2 and removed_at is null returning webhook.*
    ) select ${ITEM} from w`
  const [begun] = await ask<WebhookItem>(on, 'begin-webhook-replay', text, [seller, id, day, from])
  return begun ?? null
}

export interface Replay extends Receiver {
  readonly after: number
  readonly until: number
}

/** A replay that is under way and nobody else is at, for the rest of the transaction. */
export async function takeReplay(on: Queryable): Promise<Replay | null> {
  const text = `select id, seller, types, replay_after::float8 as after, replay_until::float8 as until from webhook
    where replay_after is not null and removed_at is null order by id limit 1 for update skip locked`
  const [going] = await ask<Replay>(on, 'take-webhook-replay', text, [])
  return going ?? null
}
export async function keepReplay(on: Queryable, id: string, after: number): Promise<void> {
  await ask(on, 'keep-webhook-replay', 'update webhook set replay_after = $2 where id = $1', [id, after])
}
export async function endReplay(on: Queryable, id: string): Promise<void> {
  const text = 'update webhook set replay_from = null, replay_after = null, replay_until = null where id = $1'
  await ask(on, 'end-webhook-replay', text, [id])
}
