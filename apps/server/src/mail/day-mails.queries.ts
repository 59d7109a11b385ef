import type { DayMailItem } from '@restow/contracts'
import { iso } from '../db/iso.ts'
import { ask, type Queryable } from '../db/pool.ts'
import { asked, type Page } from '../paging.ts'
import type { Addressee } from './recipients.queries.ts'

/** The mails of days: written down when a day has closed, taken to be sent, and settled. */

/**
 * Writes down who is to get which day that has closed, each once.
 * @returns whether there was any
 */
export async function addDayMails(on: Queryable): Promise<boolean> {
  const text = `insert into day_mail (recipient, warehouse, day, seller)
    select r.id, c.warehouse, c.day, r.seller
    from mail_recipient r join day_closing c on c.closed_at > greatest(r.since, now() - interval '3 days')
    where r.stopped_at is null and r.suppressed_at is null
      and (r.empty_days or exists (select from report_day d where d.warehouse = c.warehouse and d.day = c.day and d.seller = r.seller))
      and not exists (select from day_mail m where m.recipient = r.id and m.warehouse = c.warehouse and m.day = c.day)
    on conflict do nothing returning day`
  return (await ask(on, 'add-day-mails', text, [])).length > 0
}

/** A mail that is to be sent now. */
export interface TakenMail extends Addressee {
  readonly warehouse: string
  readonly timeZone: string
  readonly day: string
  readonly askedAt: string
  readonly attempts: number
}

/**
 * Takes mails for a while. One whose bytes went out twice without an answer is not sent a third time: it is given up, and people
 * see why.
 */
export async function takeMails(
  on: Queryable,
  { most, takenS, unknown }: { most: number; takenS: number; unknown: string },
): Promise<TakenMail[]> {
  const free = `m.state = 'waiting' and (m.taken_until is null or m.taken_until < now())`
  await ask(
    on,
    'give-up-doubtful-mails',
    `update day_mail m set state = 'given_up', last_answer = $1, taken_until = null where ${free} and m.doubts >= 2`,
    [unknown],
  )
  const text = `with due as (
      select m.recipient, m.warehouse, m.day from day_mail m join mail_recipient r on r.id = m.recipient
      where ${free} and m.next_at <= now() and m.doubts < 2 and r.stopped_at is null and r.suppressed_at is null
      order by m.next_at, m.recipient, m.warehouse, m.day limit $1 for update of m skip locked
    )
    update day_mail m set taken_until = now() + make_interval(secs => $2), attempts = m.attempts + 1,
      first_tried_at = coalesce(m.first_tried_at, now())
    from due d join mail_recipient r on r.id = d.recipient join warehouse w on w.code = d.warehouse
    where m.recipient = d.recipient and m.warehouse = d.warehouse and m.day = d.day
    returning r.id, r.seller, r.address, r.language, r.formats, r.secret, m.warehouse, w.time_zone as "timeZone", m.day,
      ${iso('m.asked_at')} as "askedAt", m.attempts`
  return ask(on, 'take-day-mails', text, [most, takenS])
}

const keyOf = ({ id, warehouse, day }: TakenMail) => [id, warehouse, day]
const ROW = 'recipient = $1 and warehouse = $2 and day = $3'

/** From here on bytes go out, and whoever dies now leaves a mail of which nobody knows whether it was sent. */
export async function markGoingOut(on: Queryable, mail: TakenMail): Promise<void> {
  await ask(on, 'day-mail-going-out', `update day_mail set doubts = doubts + 1 where ${ROW}`, keyOf(mail))
}

export async function settleSent(on: Queryable, mail: TakenMail): Promise<void> {
  const text = `with m as (
      update day_mail set state = 'sent', sent_at = now(), taken_until = null, doubts = 0, last_answer = null where ${ROW}
    )
    update mail_recipient set last_sent_at = now(), bounces = 0, last_answer = null where id = $1`
  await ask(on, 'day-mail-sent', text, keyOf(mail))
}

export interface NotSent {
  readonly answer: string
  /** Whether the server has said that it was not taken, or it never went out. */
  readonly known: boolean
  /** Whether bytes had gone out. */
  readonly wentOut: boolean
  /** Not to be tried again. */
  readonly final: boolean
  /** Seconds until it is tried again, and after its first attempt until it is given up. */
  readonly againS: number
  readonly giveUpS: number
}

/** It was not sent, or nobody knows: it waits for its next attempt, or is given up. */
export async function settleNotSent(on: Queryable, mail: TakenMail, not: NotSent): Promise<void> {
  const text = `with m as (
      update day_mail set taken_until = null, last_answer = $4, next_at = now() + make_interval(secs => $5),
        doubts = doubts - case when $6 then least(doubts, 1) else 0 end,
        state = case when $7 or first_tried_at < now() - make_interval(secs => $8) then 'given_up' else state end
      where ${ROW}
    )
    update mail_recipient set last_answer = $4 where id = $1`
  const { answer, known, wentOut, final, againS, giveUpS } = not
  await ask(on, 'day-mail-not-sent', text, [...keyOf(mail), answer, againS, known && wentOut, final, giveUpS])
}

/** The address was refused for good. After so many in a row nothing is sent there any more, until somebody says so. */
export async function countBounce(on: Queryable, id: string, most: number): Promise<void> {
  const text = `with r as (
      update mail_recipient set bounces = bounces + 1, suppressed_at = case when bounces + 1 >= $2 then now() end
      where id = $1 returning id, suppressed_at, last_answer
    )
    update day_mail m set state = 'given_up', last_answer = r.last_answer from r
    where r.suppressed_at is not null and m.recipient = r.id and m.state = 'waiting'`
  await ask(on, 'mail-bounced', text, [id, most])
}

/** Mails to one recipient, the latest day first. */
export function listDayMails(on: Queryable, recipient: string, page: Page): Promise<DayMailItem[]> {
  const text = `select m.warehouse, m.day, m.state, m.attempts, case when m.state = 'waiting' then ${iso('m.next_at')} end as "nextAt",
      ${iso('m.sent_at')} as "sentAt", m.last_answer as answer
    from day_mail m where m.recipient = $1 and ($2::text is null or (m.day, m.warehouse) < ($2, $3::text))
    order by m.day desc, m.warehouse desc limit $4`
  const [day = null, warehouse = null] = page.after ?? []
  return ask(on, 'list-day-mails', text, [recipient, day, warehouse, asked(page)])
}

/** Sends a day once more that was sent or given up; as another mail, since somebody asked for it. @returns whether there is such a one */
export async function askAgain(on: Queryable, id: string, warehouse: string, day: string): Promise<boolean> {
  const text = `update day_mail set state = 'waiting', asked_at = now(), attempts = 0, first_tried_at = null, next_at = now(),
      doubts = 0, sent_at = null, last_answer = null where ${ROW} and state <> 'waiting' returning day`
  return (await ask(on, 'ask-day-mail-again', text, [id, warehouse, day])).length > 0
}

/** What was sent is kept for so many days, for people to look up; days that have just closed are never mailed twice because of it. */
export async function forgetMails(on: Queryable, days: number): Promise<void> {
  const text = `delete from day_mail where (recipient, warehouse, day) in (
    select recipient, warehouse, day from day_mail where state <> 'waiting' and asked_at < now() - make_interval(days => $1) limit 1000)`
  await ask(on, 'forget-day-mails', text, [days])
}
