import { REUSE_AFTER_DAYS } from '@restow/domain'
import { ask, type Queryable } from '../db/pool.ts'

/** A parcel that is here and that something is announced for which it does not answer yet. */
export interface Waiting {
  readonly id: string
  readonly tracking: string
  readonly warehouse: string
  readonly timeZone: string
  /** Those of its numbers that it is announced under. */
  readonly numbers: readonly string[]
}

/** A parcel that is announced; one that waits no longer was matched a moment ago. */
export interface Here extends Waiting {
  readonly waits: boolean
}

const UNANSWERED =
  "not coalesce(p.body->'answers' @> jsonb_build_array(jsonb_build_object('id', r.id)), false)"

/**
 * Nobody's parcels, and those of a seller who has announced more under their numbers. Where a person has taken a claim back,
 * the announcement does not claim it again.
 */
const HERE = `
  select p.id, p.tracking_number as tracking, p.warehouse, w.time_zone as "timeZone", array_agg(distinct n.number) as numbers,
    bool_or(${UNANSWERED}) as waits
  from parcel_number n join parcel p on p.id = n.parcel join warehouse w on w.code = p.warehouse
    join expected_tracking t on t.tracking_number = n.number join expected_return r on r.id = t.expected_return
  where p.state <> 'void' and (p.closed_at is null or p.closed_at::timestamptz > now() - interval '${REUSE_AFTER_DAYS} days')
    and r.state <> 'cancelled'
    and (p.seller = r.seller or (p.seller is null
      and not exists (select 1 from ledger_event e where e.stream_id = p.id and e.type = 'ParcelClaimed')))`
const WAITING = `${HERE} and ${UNANSWERED}`

/** Which parcels wait for what is announced under these numbers, or have been matched to it since? */
export function findHereUnder(on: Queryable, numbers: readonly string[], since: Date): Promise<Here[]> {
  const text = `${HERE} and n.number = any($1::text[]) and (${UNANSWERED} or exists (select 1 from ledger_event e
    where e.stream_id = p.id and e.type in ('ParcelClaimed', 'ParcelMatched') and e.recorded_at > $2::timestamptz))
    group by p.id, w.code`
  return ask(on, 'here-under', text, [numbers, since.toISOString()])
}

/** Which of these parcels are nobody's, although one seller has announced them? */
export function findWaitingOf(on: Queryable, parcels: readonly string[]): Promise<Waiting[]> {
  const text = `${WAITING} and p.id = any($1::uuid[]) group by p.id, w.code having count(distinct r.seller) = 1`
  return ask(on, 'waiting-of', text, [parcels])
}

/**
 * Which of nobody's parcels has one seller announced, whenever that was? In the order of their ids.
 * @param after the id of the last one that was dealt with; null at first
 */
export function findAllWaiting(on: Queryable, after: string | null, limit: number): Promise<Waiting[]> {
  const text = `${WAITING} and p.seller is null and ($1::uuid is null or p.id > $1)
    group by p.id, w.code having count(distinct r.seller) = 1 order by p.id limit $2`
  return ask(on, 'waiting-all', text, [after, limit])
}
