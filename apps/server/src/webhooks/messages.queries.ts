import type { WebhookMessage } from '@restow/contracts'
import type { WebhookState } from '@restow/domain'
import { iso } from '../db/iso.ts'
import { ask, type Queryable } from '../db/pool.ts'
import { asked, type Page } from '../paging.ts'
import type { Told } from './messages-of.ts'

/** Messages: written down, taken to be sent, and settled. */

/** Writes messages down, each once for each webhook. @param again delivers anew what was delivered or given up */
export async function addMessages(
  on: Queryable,
  rows: readonly (Told & { readonly webhook: string })[],
  again: boolean,
): Promise<void> {
  const text = `insert into webhook_message (webhook, id, seller, type, about, position, body, at)
    select (m->>'webhook')::uuid, m->>'id', m->>'seller', m->>'type', m->>'about', (m->>'position')::bigint, m->>'body', (m->>'at')::timestamptz
    from jsonb_array_elements($1::jsonb) m
    on conflict (webhook, id) do update set state = 'waiting', attempts = 0, first_tried_at = null, next_at = now(), delivered_at = null,
      last_error = null where $2 and webhook_message.state <> 'waiting'`
  await ask(on, 'add-webhook-messages', text, [JSON.stringify(rows), again])
}

/** A message that is to be sent now, and where to. */
export interface Taken {
  readonly webhook: string
  readonly id: string
  readonly body: string
  readonly attempts: number
  readonly url: string
  readonly secrets: readonly string[]
}

/**
 * Takes messages for a while: of each thing that messages are about the first one that waits, so that they are told in order
 * whoever sends them. A webhook that nothing comes through to is tried by one message at a time.
 * @param busy webhooks that have enough under way
 */
export const takeMessages = (
  on: Queryable,
  { busy, each, most, takenS }: { busy: readonly string[]; each: number; most: number; takenS: number },
): Promise<Taken[]> =>
  ask(
    on,
    'take-webhook-messages',
    `with due as (
       select w.id as webhook, m.id from webhook w cross join lateral (
         select m.id from webhook_message m
         where m.webhook = w.id and m.state = 'waiting' and m.next_at <= now() and (m.taken_until is null or m.taken_until < now())
           and not exists (
             select from webhook_message b where b.webhook = m.webhook and b.about = m.about and b.state = 'waiting'
               and (b.position, b.id) < (m.position, m.id))
         order by m.position, m.id limit case when w.failing_since is null then $2::int else 1 end
         for update skip locked
       ) m
       where w.active and w.removed_at is null and (w.retry_at is null or w.retry_at <= now()) and w.id <> all($1::uuid[])
       limit $3
     )
     update webhook_message m set taken_until = now() + make_interval(secs => $4), attempts = m.attempts + 1,
       first_tried_at = coalesce(m.first_tried_at, now())
     from due d join webhook w on w.id = d.webhook
     where m.webhook = d.webhook and m.id = d.id
     returning m.webhook, m.id, m.body, m.attempts, w.url,
       array_remove(array[w.secret, case when w.former_until > now() then w.former_secret end], null) as secrets`,
    [busy, each, most, takenS],
  )

/** It has been taken. What waited for the webhook to come back goes out at once. */
export async function settleDelivered(on: Queryable, { webhook, id }: Taken): Promise<void> {
  const text = `with m as (
      update webhook_message set state = 'delivered', delivered_at = now(), taken_until = null, last_error = null where webhook = $1 and id = $2
    ), w as (
      update webhook w set failing_since = null, failures = 0, retry_at = null, last_error = null, last_delivered_at = now()
      from (select failing_since from webhook where id = $1) was where w.id = $1 returning was.failing_since
    )
    update webhook_message m set next_at = now() from w
    where w.failing_since is not null and m.webhook = $1 and m.state = 'waiting' and m.id <> $2 and m.next_at > now()`
  await ask(on, 'webhook-delivered', text, [webhook, id])
}

export interface Failure {
  readonly error: string
  /** Seconds until this message is tried again. */
  readonly againS: number
  /** Seconds after its first attempt at which a message is given up. */
  readonly giveUpS: number
  /** Seconds until anything is sent to the webhook; null where it is this message alone that is refused. */
  readonly pauseS: number | null
  /** The receiver has said that it wants nothing any more. */
  readonly isGone: boolean
}

/** It has not been taken: it waits for its next attempt, or is given up. */
export async function settleFailed(on: Queryable, { webhook, id }: Taken, failure: Failure): Promise<void> {
  const text = `with m as (
      update webhook_message set taken_until = null, last_error = $3, next_at = now() + make_interval(secs => $4),
        state = case when first_tried_at < now() - make_interval(secs => $5) then 'dead' else state end
      where webhook = $1 and id = $2
    )
    update webhook set last_error = $3, active = active and not $7,
      failing_since = case when $6::float8 is null then failing_since else coalesce(failing_since, now()) end,
      failures = case when $6::float8 is null then failures else failures + 1 end,
      retry_at = case when $6::float8 is null then retry_at else now() + make_interval(secs => $6) end
    where id = $1`
  const { error, againS, giveUpS, pauseS, isGone } = failure
  await ask(on, 'webhook-failed', text, [webhook, id, error, againS, giveUpS, pauseS, isGone])
}

/** How often in a row has nothing come through? */
export async function findFailures(on: Queryable, webhook: string): Promise<number> {
  const [row] = await ask<{ failures: number }>(
    on,
    'webhook-failures',
    'select failures from webhook where id = $1',
    [webhook],
  )
  return row?.failures ?? 0
}

const MESSAGE = `m.id, m.type, case when m.type = 'day.closed' then m.about else coalesce((m.body::jsonb->'data')->>'lpn', (m.body::jsonb->'data')->>'trackingNumber', m.about) end as about,
  m.state, ${iso('m.at')} as at, m.attempts, case when m.state = 'waiting' then ${iso('m.next_at')} end as "nextAt",
  ${iso('m.delivered_at')} as "deliveredAt", m.last_error as "lastError"`

/** Messages of a webhook, the latest first. */
export function listMessages(
  on: Queryable,
  webhook: string,
  state: WebhookState | null,
  page: Page,
): Promise<WebhookMessage[]> {
  const text = `select ${MESSAGE} from webhook_message m where m.webhook = $1 and ($2::text is null or m.state = $2)
    and ($3::timestamptz is null or (m.at, m.id) < ($3::timestamptz, $4)) order by m.at desc, m.id desc limit $5`
  const [at = null, id = null] = page.after ?? []
  return ask(on, 'list-webhook-messages', text, [webhook, state, at, id, asked(page)])
}

/** Takes a message up once more that was given up. @returns whether there was such a one */
export async function reviveMessage(on: Queryable, webhook: string, id: string): Promise<boolean> {
  const text = `update webhook_message set state = 'waiting', attempts = 0, first_tried_at = null, next_at = now(), last_error = null
    where webhook = $1 and id = $2 and state = 'dead' returning id`
  return (await ask(on, 'revive-webhook-message', text, [webhook, id])).length > 0
}

/** What was delivered is kept for so many days, for people to look up. */
export async function forgetDelivered(on: Queryable, days: number): Promise<void> {
  const text = `delete from webhook_message where (webhook, id) in (
    select webhook, id from webhook_message where state = 'delivered' and delivered_at < now() - make_interval(days => $1) limit 1000)`
  await ask(on, 'forget-webhook-messages', text, [days])
}
