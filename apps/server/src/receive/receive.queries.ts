import { plainNumber } from '@restow/domain'
import { ask, type Queryable } from '../db/pool.ts'
import type { Announcement, Names } from '../ledger/knowledge.ts'

/** Announced returns with their lines, and the pieces of each line registered so far by parcel. */
const ANNOUNCED = `
, pieces as materialized (
  select u.expected_return as id, u.body->'line'->>'sku' as sku, (u.body->'line'->>'occurrence')::int as occurrence,
         u.parcel_id, sum((u.body->>'quantity')::int)::int as quantity
  from return_unit u join hit on hit.id = u.expected_return where u.state <> 'void' group by 1, 2, 3, 4
), counted as materialized (
  select id, sku, occurrence, json_object_agg(parcel_id, quantity) as by_parcel from pieces group by 1, 2, 3
)
select r.id, r.seller, r.rma_number as "rmaNumber", r.order_number as "orderNumber", r.state = 'cancelled' as cancelled,
  (select coalesce(json_agg(t.tracking_number), '[]') from expected_tracking t where t.expected_return = r.id) as "trackingNumbers",
  (select coalesce(json_agg(json_build_object(
      'sku', l.sku, 'occurrence', l.occurrence, 'quantity', l.quantity, 'valueMinor', l.value_minor, 'currency', l.currency,
      'reason', json_build_object('raw', l.reason_raw, 'mapped', l.reason_mapped),
      'registeredBy', coalesce(c.by_parcel, '{}'::json)) order by l.sku, l.occurrence), '[]')
   from expected_line l left join counted c on c.id = l.expected_return and c.sku = l.sku and c.occurrence = l.occurrence
   where l.expected_return = r.id) as lines
from hit join expected_return r using (id) order by r.rma_number`

/** Which returns are announced under these tracking numbers, or under another number of a parcel that goes by one of them? In any state. */
export function findAnnouncedUnder(
  on: Queryable,
  trackingNumbers: readonly string[],
): Promise<Announcement[]> {
  const text = `with number as materialized (
    select unnest($1::text[]) as number
    union
    select own.number from parcel_number named join parcel_number own on own.parcel = named.parcel where named.number = any($1::text[])
  ), hit as materialized (
    select distinct t.expected_return as id from expected_tracking t join number on number.number = t.tracking_number
  ) ${ANNOUNCED}`
  return ask(on, 'announced-under', text, [trackingNumbers])
}

/** What is announced by these returns? */
export function findAnnounced(on: Queryable, ids: readonly string[]): Promise<Announcement[]> {
  return ask(on, 'announced', `with hit as materialized (select unnest($1::uuid[]) as id) ${ANNOUNCED}`, [
    ids,
  ])
}

/** Which of a seller's returns have that order or RMA number, as a claim says? As it is printed, or by its letters and digits. */
export function findAnnouncedAsEvidence(
  on: Queryable,
  evidence: readonly NonNullable<Names['evidence']>[],
): Promise<Announcement[]> {
  const text = `with hit as materialized (
    select distinct r.id from expected_return r join unnest($1::text[], $2::text[], $3::text[]) as e(seller, number, plain)
      on r.seller = e.seller and (r.order_number = e.number or r.rma_number = e.number
        or (e.plain <> '' and e.plain in (upper(regexp_replace(r.order_number, '[^[:alnum:]]', '', 'g')), upper(regexp_replace(r.rma_number, '[^[:alnum:]]', '', 'g')))))
  ) ${ANNOUNCED}`
  return ask(on, 'announced-evidence', text, [
    evidence.map((e) => e.seller),
    evidence.map((e) => e.order),
    evidence.map((e) => plainNumber(e.order)),
  ])
}
