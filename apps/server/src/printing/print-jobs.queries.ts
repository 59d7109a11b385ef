import type { PrintJob } from '@restow/contracts'
import type { PrintState, ReprintReason } from '@restow/domain'
import type { LabelFacts } from '@restow/labels'
import { iso } from '../db/iso.ts'
import { ask, type Queryable } from '../db/pool.ts'
import { asked, type Page } from '../paging.ts'

/** Every print that was asked for, and what became of it. */

/** What a label is called by: its plate, else its code or badge. */
const KEY = `coalesce(l->>'lpn', l->'code'->>'text', l->>'code', l->>'badge', l->>'trackingNumber', l->>'kind')`
const JOB = `j.id, j.state, case when p.code is not null then jsonb_build_object('code', p.code, 'name', p.name) end as printer,
  (select coalesce(jsonb_agg(jsonb_build_object('kind', l->>'kind', 'key', ${KEY}, 'copies', coalesce((l->>'copies')::int, 1)) order by n), '[]')
    from jsonb_array_elements(j.labels) with ordinality as labels(l, n) where n <= 20) as labels,
  j.total, j.confirmed, j.asked_by as "askedBy", ${iso('j.asked_at')} as "askedAt", j.device_id as "deviceId", j.copy, j.of_job as "ofJob",
  j.reason, j.note, j.attempts, j.trouble, ${iso('j.trouble_since')} as "troubleSince", j.words, j.cancel_by as "cancelledBy",
  ${iso('j.ended_at')} as "endedAt",
  case when j.answered_at is not null then jsonb_build_object('printed', j.came_out, 'by', j.answered_by, 'at', ${iso('j.answered_at')}) end as answer`
const OF = 'from print_job j left join printer p on p.warehouse = j.warehouse and p.code = j.printer'

export interface JobFilter {
  readonly printer: string | null
  readonly state: PrintState | null
  /** A unit's plate, one that it has or had. */
  readonly lpn: string | null
  readonly deviceId: string | null
}

/** Which prints were asked for, the latest first? Of a plate also those of the plates that its unit had before and has now. */
export function findJobs(
  on: Queryable,
  warehouse: string,
  { printer, state, lpn, deviceId }: JobFilter,
  page: Page,
): Promise<PrintJob[]> {
  const text = `with plates as (
      select array_agg(distinct plate) || $4::text as all from return_unit u,
        lateral (select u.lpn as plate union all select jsonb_array_elements_text(u.former_lpns)) as its
      where u.id in (select id from return_unit where lpn = $4 union all select unit from former_plate where lpn = $4))
    select ${JOB} ${OF}, plates
    where j.warehouse = $1 and ($2::text is null or j.printer = $2) and ($3::text is null or j.state = $3)
      and ($4::text is null or j.lpns && coalesce(plates.all, array[$4::text]))
      and ($5::timestamptz is null or (j.asked_at, j.id) < ($5, $6::uuid)) and ($8::text is null or j.device_id = $8)
    order by j.asked_at desc, j.id desc limit $7`
  const [at = null, id = null] = page.after ?? []
  return ask(on, 'list-print-jobs', text, [warehouse, printer, state, lpn, at, id, asked(page), deviceId])
}

const one = async <T>(rows: Promise<T[]>): Promise<T | null> => (await rows)[0] ?? null

export const findJob = (on: Queryable, warehouse: string, id: string) =>
  one(
    ask<PrintJob>(on, 'print-job', `select ${JOB} ${OF} where j.warehouse = $1 and j.id = $2`, [
      warehouse,
      id,
    ]),
  )

/** What a job was made of, to print it once more. */
export interface JobContent {
  readonly state: PrintState
  readonly printer: string | null
  readonly labels: readonly LabelFacts[]
  readonly lpns: readonly string[]
  readonly confirmed: number
  readonly content: Buffer
  readonly answered: boolean
}

export const findContent = (on: Queryable, warehouse: string, id: string) =>
  one(
    ask<JobContent>(
      on,
      'print-job-content',
      'select state, printer, labels, lpns, confirmed, content, answered_at is not null as answered from print_job where warehouse = $1 and id = $2',
      [warehouse, id],
    ),
  )

export interface NewJob {
  readonly id: string
  readonly warehouse: string
  /** Null: by a browser's own dialog. */
  readonly printer: string | null
  readonly content: Buffer
  readonly labels: readonly LabelFacts[]
  readonly lpns: readonly string[]
  readonly total: number
  readonly by: string
  readonly deviceId: string | null
  readonly reason: ReprintReason | null
  readonly note: string | null
  readonly ofJob: string | null
}

/**
 * Puts a job at the end of its printer's queue; one for a browser is handed over with that. Several of one transaction are told apart
 * by the time.
 * @returns false where this id was used before, or the printer has gone meanwhile
 */
export async function addJob(on: Queryable, job: NewJob): Promise<boolean> {
  const text = `with queue as (
      update printer set last_position = last_position + 1 where warehouse = $2 and code = $3 and removed_at is null returning last_position
    ), before as (select first_job, (select max(copy) from print_job a where a.first_job = b.first_job) + 1 as copy from print_job b where id = $12)
    insert into print_job (id, warehouse, printer, position, content, labels, lpns, total, asked_by, device_id, reason, note, of_job,
      first_job, copy, state, asked_at, ended_at)
    select $1, $2, $3, (select last_position from queue), $4, $5, $6, $7, $8, $9, $10, $11, $12,
      coalesce((select first_job from before), $1), coalesce((select copy from before), 1),
      case when $3::text is null then 'sent' else 'queued' end, at, case when $3::text is null then at end
    from clock_timestamp() at
    where $3::text is null or exists (select from queue)
    on conflict (id) do nothing returning id`
  const values = [
    ...[job.id, job.warehouse, job.printer, job.content, JSON.stringify(job.labels), job.lpns, job.total],
    ...[job.by, job.deviceId, job.reason, job.note, job.ofJob],
  ]
  return (await ask(on, 'add-print-job', text, values)).length > 0
}

/** Cancels a job that waits; of one that is being sent the rest. @returns false where there is nothing left to cancel */
export async function cancelJob(on: Queryable, warehouse: string, id: string, by: string): Promise<boolean> {
  const text = `update print_job set cancel_by = coalesce(cancel_by, $3), state = case when attempt is null then 'cancelled' else state end,
      ended_at = case when attempt is null then now() end
    where warehouse = $1 and id = $2 and state in ('queued', 'sending') returning id`
  return (await ask(on, 'cancel-print-job', text, [warehouse, id, by])).length > 0
}

/**
 * Writes down a person's word on a job that was maybe printed. What had not been sent by then did not come out either way.
 * @returns false where it was not, or has been answered
 */
export async function answerJob(
  on: Queryable,
  warehouse: string,
  id: string,
  { by, cameOut }: { readonly by: string; readonly cameOut: boolean },
): Promise<boolean> {
  const text = `update print_job set answered_by = $3, answered_at = now(), came_out = $4, ended_at = now(),
      confirmed = confirmed + case when $4 then out_count else 0 end,
      state = case when $4 and confirmed + out_count = total then 'printed' else 'failed' end
    where warehouse = $1 and id = $2 and state = 'maybe_printed' and answered_at is null returning id`
  return (await ask(on, 'answer-print-job', text, [warehouse, id, by, cameOut])).length > 0
}
