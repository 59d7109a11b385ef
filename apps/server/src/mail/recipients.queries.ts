import type { AddMailRecipient, ChangeMailRecipient, MailRecipientItem } from '@restow/contracts'
import type { Language, MailFormat } from '@restow/domain'
import { iso } from '../db/iso.ts'
import { ask, type Queryable } from '../db/pool.ts'

/** Who gets a seller's days, and how that goes. */

const ITEM = `r.id, r.address, r.language, r.formats, r.empty_days as "emptyDays", r.made_by as "madeBy", ${iso('r.made_at')} as "madeAt",
  ${iso('r.stopped_at')} as "stoppedAt", ${iso('r.suppressed_at')} as "suppressedAt",
  (select count(*)::int from day_mail m where m.recipient = r.id and m.state = 'waiting') as waiting,
  ${iso('r.last_sent_at')} as "lastSentAt", r.last_answer as "lastAnswer"`

export const listRecipients = (on: Queryable, seller: string): Promise<MailRecipientItem[]> =>
  ask(
    on,
    'list-mail-recipients',
    `select ${ITEM} from mail_recipient r where r.seller = $1 order by r.made_at, r.id`,
    [seller],
  )

export async function isRecipient(on: Queryable, seller: string, id: string): Promise<boolean> {
  const text = 'select id from mail_recipient where seller = $1 and id = $2'
  return (await ask(on, 'is-mail-recipient', text, [seller, id])).length > 0
}

/** Whoever adds to a seller's recipients is alone at it, so that they cannot become more than they may. */
const ALONE = 'select pg_advisory_xact_lock(hashtextextended($1, 0))'

/**
 * To be called within a transaction.
 * @param most so many of a seller's at a time
 * @returns why not, where it was not added
 */
export async function addRecipient(
  on: Queryable,
  seller: string,
  made: AddMailRecipient & { readonly secret: Buffer; readonly by: string },
  most: number,
): Promise<MailRecipientItem | 'full' | 'known'> {
  await ask(on, 'mail-recipients-alone', ALONE, [`mail_recipient ${seller}`])
  const [held] = await ask<{ count: number; known: boolean }>(
    on,
    'mail-recipients-held',
    'select count(*)::int as count, coalesce(bool_or(lower(address) = lower($2)), false) as known from mail_recipient where seller = $1',
    [seller, made.address],
  )
  if (held?.known) return 'known'
  if ((held?.count ?? 0) >= most) return 'full'
  const text = `with r as (
      insert into mail_recipient (seller, address, language, formats, empty_days, secret, made_by) values ($1, $2, $3, $4, $5, $6, $7) returning *
    ) select ${ITEM} from r`
  const { address, language, formats, emptyDays = false, secret, by } = made
  const values = [seller, address, language, formats, emptyDays, secret, by]
  const [added] = await ask<MailRecipientItem>(on, 'add-mail-recipient', text, values)
  if (!added) throw new Error('a recipient was added and is not there')
  return added
}

/** Days that closed before are not mailed because of it: neither empty ones nor those of a time when nothing came through. */
export async function changeRecipient(
  on: Queryable,
  seller: string,
  id: string,
  {
    language = null,
    formats = null,
    emptyDays = null,
    tryAgain = false,
  }: { [K in keyof ChangeMailRecipient]: ChangeMailRecipient[K] | null | false },
): Promise<MailRecipientItem | null> {
  const text = `with r as (
      update mail_recipient set language = coalesce($3, language), formats = coalesce($4, formats), empty_days = coalesce($5, empty_days),
        since = case when ($5 and not empty_days) or ($6 and suppressed_at is not null) then now() else since end,
        suppressed_at = case when not $6 then suppressed_at end, bounces = case when $6 then 0 else bounces end
      where seller = $1 and id = $2 returning *
    ) select ${ITEM} from r`
  const values = [seller, id, language, formats, emptyDays, tryAgain ?? false]
  const [changed] = await ask<MailRecipientItem>(on, 'change-mail-recipient', text, values)
  return changed ?? null
}

/** With all that was sent there or was to be. @returns whether there was such a one */
export async function removeRecipient(on: Queryable, seller: string, id: string): Promise<boolean> {
  const text = 'delete from mail_recipient where seller = $1 and id = $2 returning id'
  return (await ask(on, 'remove-mail-recipient', text, [seller, id])).length > 0
}

/** Whom a mail goes to. */
export interface Addressee {
  readonly id: string
  readonly seller: string
  readonly address: string
  readonly language: Language
  readonly formats: readonly MailFormat[]
  readonly secret: Buffer
}

/**
 * The recipient of a test, which is then not to be had for a while: whoever can name an address must not be able to flood it.
 * @returns null where there is none; `stopped` where nothing may be sent there, `soon` where a test has just been sent
 */
export async function takeForTest(
  on: Queryable,
  seller: string,
  id: string,
  everyS: number,
): Promise<Addressee | 'stopped' | 'soon' | null> {
  const text = `update mail_recipient set tested_at = now() where seller = $1 and id = $2 and stopped_at is null
    and (tested_at is null or tested_at < now() - make_interval(secs => $3))
    and not exists (select from mail_recipient o where o.seller = $1 and o.tested_at > now() - make_interval(secs => $3))
    returning id, seller, address, language, formats, secret`
  const [taken] = await ask<Addressee>(on, 'take-mail-test', text, [seller, id, everyS])
  if (taken) return taken
  const [found] = await ask<{ stopped: boolean }>(
    on,
    'why-no-mail-test',
    'select stopped_at is not null as stopped from mail_recipient where seller = $1 and id = $2',
    [seller, id],
  )
  return found ? (found.stopped ? 'stopped' : 'soon') : null
}

/** Of whoever follows a link in a mail. */
export async function findSubscriber(
  on: Queryable,
  id: string,
): Promise<(Addressee & { readonly isStopped: boolean }) | null> {
  const text = `select id, seller, address, language, formats, secret, stopped_at is not null as "isStopped" from mail_recipient where id = $1`
  const [found] = await ask<Addressee & { isStopped: boolean }>(on, 'mail-subscriber', text, [id])
  return found ?? null
}

/** Nothing more is sent there, nor what was still to be sent. */
export async function stopRecipient(on: Queryable, id: string): Promise<void> {
  const text = `with r as (update mail_recipient set stopped_at = coalesce(stopped_at, now()) where id = $1 returning id)
    delete from day_mail m using r where m.recipient = r.id and m.state = 'waiting'`
  await ask(on, 'stop-mail-recipient', text, [id])
}
