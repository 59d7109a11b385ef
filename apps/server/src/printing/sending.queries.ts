import type {
  LabelKind,
  LabelOrientation,
  LabelSize,
  PrinterDpi,
  PrinterLanguage,
  PrinterTrouble,
} from '@restow/domain'
import type { LabelFacts } from '@restow/labels'
import type { Sent } from '@restow/printer'
import { ask, type Queryable } from '../db/pool.ts'

/**
 * How labels leave the queue: one attempt at a time has a printer to itself, whichever server or agent makes it. It takes
 * the printer for a while, has to say that it lives, and gives it back with what came of the labels.
 */

/** Labels to be sent now, and to what. */
export interface Work {
  readonly attempt: string
  readonly job: string
  readonly labels: readonly LabelFacts[]
  /** So many labels of the job have come out before. */
  readonly confirmed: number
  readonly total: number
  readonly code: string
  readonly warehouse: string
  readonly host: string
  readonly port: number
  readonly language: PrinterLanguage
  readonly tells: boolean
  readonly dpi: PrinterDpi
  readonly sizes: Partial<Record<LabelKind | 'any', LabelSize>>
  readonly orientation: LabelOrientation
  readonly darkness: number | null
  readonly speed: number | null
  readonly cut: boolean
}

/**
 * Takes a printer that nobody has, and the job at the head of its queue. A job that a dead sender left there is maybe
 * printed if bytes of it may have left, and else is the head once more.
 * @param agent whose printers; null for those that a server reaches itself
 * @param attempt a fresh id for it
 * @returns null where nothing is to be sent just now
 */
export async function takeWork(
  on: Queryable,
  agent: string | null,
  attempt: string,
  leaseS: number,
): Promise<Work | null> {
  // A job that was settled since this statement began is looked at again where it is updated, so that none is sent twice.
  const text = `with free as (
      select p.warehouse, p.code from printer p
      where p.agent is not distinct from $1::uuid and p.removed_at is null and (p.held_until is null or p.held_until < now())
        and (p.retry_at is null or p.retry_at <= now())
        and exists (select from print_job j where j.warehouse = p.warehouse and j.printer = p.code and j.state in ('queued', 'sending'))
      order by p.retry_at nulls first, p.code limit 1 for update of p skip locked
    ), left_behind as (
      update print_job j set state = 'maybe_printed', trouble = coalesce(j.trouble, 'sender_gone'), trouble_since = coalesce(j.trouble_since, now()), ended_at = now()
      from free f where j.warehouse = f.warehouse and j.printer = f.code and j.state = 'sending' and j.out_at is not null
    ), cancelled as (
      update print_job j set state = 'cancelled', attempt = null, ended_at = now()
      from free f where j.warehouse = f.warehouse and j.printer = f.code and j.state in ('queued', 'sending') and j.out_at is null and j.cancel_by is not null
    ), head as (
      select j.id from free f, lateral (
        select id from print_job where warehouse = f.warehouse and printer = f.code and state in ('queued', 'sending')
          and out_at is null and cancel_by is null order by position limit 1) j
    ), taken as (
      update print_job j set state = 'sending', attempt = $2, attempts = j.attempts + 1
      from head where j.id = head.id and j.state in ('queued', 'sending') and j.out_at is null and j.cancel_by is null
      returning j.id, j.labels, j.confirmed, j.total, j.warehouse, j.printer
    ), held as (
      update printer p set held_by = $2, held_until = now() + make_interval(secs => $3)
      from taken t where p.warehouse = t.warehouse and p.code = t.printer returning p.*
    )
    select $2::uuid as attempt, t.id as job, t.labels, t.confirmed, t.total, h.code, h.warehouse, h.host, h.port, h.language, h.tells,
      h.dpi, h.sizes, h.orientation, h.darkness, h.speed, h.cut
    from taken t, held h`
  const [work] = await ask<Work>(on, 'take-print-work', text, [agent, attempt, leaseS])
  return work ?? null
}

/** Bytes are about to leave. @returns false where they must not: another has the printer by now, or the job was cancelled */
export async function beginSending(on: Queryable, attempt: string, labels: number): Promise<boolean> {
  const text = `update print_job j set out_at = now(), out_count = $2, trouble = null, trouble_since = null, words = null
    from printer p where j.attempt = $1 and j.state = 'sending' and j.out_at is null and j.cancel_by is null
      and p.warehouse = j.warehouse and p.code = j.printer and p.held_by = $1 and p.held_until > now() returning j.id`
  return (await ask(on, 'begin-print', text, [attempt, labels])).length > 0
}

/** Says that an attempt is still at it. @returns false where another has taken its printer over */
export async function keepPrinter(on: Queryable, attempt: string, leaseS: number): Promise<boolean> {
  const text =
    'update printer set held_until = now() + make_interval(secs => $2) where held_by = $1 returning code'
  return (await ask(on, 'keep-printer', text, [attempt, leaseS])).length > 0
}

/** Writes down what is in a printer's way while it has the labels; null: nothing any more. */
export async function hearTrouble(
  on: Queryable,
  attempt: string,
  trouble: PrinterTrouble | null,
): Promise<void> {
  const text = `with job as (
      update print_job set trouble = $2, trouble_since = case when $2::text is not null then now() end
      where attempt = $1 and state = 'sending' and trouble is distinct from $2
    )
    update printer set trouble = $2, trouble_since = case when $2::text is not null then now() end
    where held_by = $1 and trouble is distinct from $2`
  await ask(on, 'hear-printer', text, [attempt, trouble])
}

/** Seconds until a printer is tried again, first and at most; each time twice as long. */
export interface Retry {
  readonly firstS: number
  readonly mostS: number
}

/**
 * Writes down what came of an attempt, and gives the printer back. The truth about a job that is held for maybe printed
 * is taken later as well, until a person has said it.
 * @returns whether the attempt was known
 */
export async function settle(on: Queryable, attempt: string, sent: Sent, retry: Retry): Promise<boolean> {
  const trouble = 'trouble' in sent ? sent.trouble : null
  const out = sent.state === 'printed' || sent.state === 'sent'
  const text = `with job as (
      update print_job j set
        state = case when $2 in ('printed', 'sent') then case when confirmed + out_count >= total then $2 when state = 'maybe_printed' then state
            when cancel_by is not null then 'cancelled' else 'sending' end
          when $2 = 'unsure' then 'maybe_printed' when cancel_by is not null then 'cancelled' else 'queued' end,
        confirmed = case when $3 then least(total, confirmed + out_count) else confirmed end,
        out_count = case when $2 = 'unsure' then out_count else 0 end,
        out_at = case when $2 = 'unsure' then out_at end,
        attempt = case when $2 = 'unsure' then attempt end,
        trouble = $4, trouble_since = case when $4::text is null then null when trouble = $4 then trouble_since else now() end,
        ended_at = case when $2 = 'unsure' or (cancel_by is not null) or ($3 and confirmed + out_count >= total) then now() end
      where attempt = $1 and answered_at is null and (state = 'sending' or (state = 'maybe_printed' and $3)) returning id
    ), given_back as (
      update printer p set held_by = null, held_until = null,
        trouble = $4, trouble_since = case when $4::text is null then null when p.trouble = $4 then p.trouble_since else now() end,
        retries = case when $2 = 'unsent' then least(p.retries + 1, 30) else 0 end,
        retry_at = case when $2 = 'unsent' then now() + make_interval(secs => least($6::float8, $5::float8 * 2 ^ p.retries)) end,
        last_printed_at = case when $3 then now() else p.last_printed_at end
      where p.held_by = $1
    )
    select id from job`
  const values = [attempt, sent.state, out, trouble, retry.firstS, retry.mostS]
  return (await ask(on, 'settle-print', text, values)).length > 0
}

/** Writes down that labels cannot be drawn for their printer, and gives it back for the next job. */
export async function settleUndrawn(on: Queryable, attempt: string, words: string): Promise<void> {
  const text = `with job as (
      update print_job set state = 'failed', trouble = 'not_drawn', trouble_since = now(), words = $2, ended_at = now(), attempt = null
      where attempt = $1 and state = 'sending' and out_at is null
    )
    update printer set held_by = null, held_until = null where held_by = $1`
  await ask(on, 'settle-undrawn', text, [attempt, words])
}
