import { ask, type Queryable } from '../db/pool.ts'
import type { AnnouncedLineFacts } from './announced-line.ts'

export type IdentifiedLine = Omit<AnnouncedLineFacts, 'trackingNumber'> & {
  /** The number that a file's line brings; an announcement as a whole has a list of them. */
  readonly trackingNumber: string | null
  readonly occurrence: number
  readonly newId: string
}
export type Fate = 'created' | 'updated' | 'unchanged'

/**
 * Takes lines in: products that were not known, returns, their tracking numbers, and the lines themselves.
 * One statement, so one transaction; a line is known by seller, RMA, SKU and its how-manieth occurrence.
 * It fails whole where a line finds no return: another file brought that one in at the same moment, and a
 * statement does not see what began after it.
 */
const TAKE_IN = `
with line as materialized (
  select * from jsonb_to_recordset($2::jsonb) as l("newId" uuid, "rmaNumber" text, "orderNumber" text, channel text, carrier text,
    "announcedOn" text, cancelled boolean, "trackingNumber" text, sku text, occurrence int, title text, asin text, gtin text,
    quantity int, "valueMinor" bigint, currency text, "reasonRaw" text, "reasonMapped" text)
), products as (
  insert into product (seller, sku, title, asin, gtin)
  select distinct on (sku) $1, sku, title, asin, gtin from line order by sku on conflict do nothing
), head as materialized (
  select distinct on ("rmaNumber") * from line order by "rmaNumber", sku, occurrence
), number as materialized (
  select * from jsonb_to_recordset($4::jsonb) as n("rmaNumber" text, "trackingNumber" text)
), returns as (
  insert into expected_return as r (id, seller, rma_number, order_number, channel, carrier, announced_on, state)
  select "newId", $1, "rmaNumber", "orderNumber", channel, carrier,
    coalesce("announcedOn", case when $5 = 'api' then to_char(now() at time zone 'UTC', 'YYYY-MM-DD') end), case when cancelled then 'cancelled' else 'announced' end from head
  on conflict (seller, rma_number) do update set order_number = excluded.order_number, channel = excluded.channel,
    carrier = excluded.carrier, announced_on = coalesce((select h."announcedOn" from head h where h."rmaNumber" = r.rma_number), r.announced_on),
    -- What has come already is no longer cancelled by its seller.
    state = case when r.state not in ('announced', 'cancelled') then r.state else excluded.state end,
    called_off = r.called_off and excluded.state = 'cancelled'
  where (r.called_off and excluded.state = 'announced') or (r.order_number, r.channel, r.carrier, r.announced_on, r.state = 'cancelled')
    is distinct from (excluded.order_number, excluded.channel, excluded.carrier, coalesce((select h."announcedOn" from head h where h."rmaNumber" = r.rma_number), r.announced_on), excluded.state = 'cancelled' and r.state in ('announced', 'cancelled'))
  returning id, rma_number, (xmax = 0) as created
), known as materialized (
  select id, rma_number, created, true as changed from returns
  union all
  select r.id, r.rma_number, false, false from expected_return r join head h on r.seller = $1 and r.rma_number = h."rmaNumber"
    where not exists (select 1 from returns n where n.id = r.id)
), tracking as (
  insert into expected_tracking as h (tracking_number, expected_return, seller, source)
  select distinct n."trackingNumber", k.id, $1, $5 from number n join known k on k.rma_number = n."rmaNumber"
  -- What was learned here before its seller said it is from then on the seller's own word, and outlasts what was learned.
  on conflict (tracking_number, expected_return) do update set source = excluded.source where h.source in ('claim', 'label')
  returning tracking_number, expected_return
), numbers_gone as (
  -- What is told whole replaces what its seller told before, and nothing that was learned here or that its parcel came under.
  delete from expected_tracking t using known k where $6 and t.expected_return = k.id and t.source in ('file', 'api')
    and not exists (select 1 from number n where n."rmaNumber" = k.rma_number and n."trackingNumber" = t.tracking_number)
    and not exists (select 1 from parcel_number c join parcel p on p.id = c.parcel where c.number = t.tracking_number
      and p.body->'answers' @> jsonb_build_array(jsonb_build_object('id', k.id)))
  returning t.expected_return
), lines_gone as (
  delete from expected_line e using known k where $6 and e.expected_return = k.id
    and not exists (select 1 from line l where l."rmaNumber" = k.rma_number and l.sku = e.sku and l.occurrence = e.occurrence)
    and not exists (select 1 from return_unit u where u.expected_return = k.id and u.state <> 'void'
      and u.body->'line'->>'sku' = e.sku and (u.body->'line'->>'occurrence')::int = e.occurrence)
  returning e.expected_return
), lines as (
  insert into expected_line as e (expected_return, seller, sku, occurrence, quantity, value_minor, currency, reason_raw, reason_mapped, asin, title)
  select k.id, $1, l.sku, l.occurrence, l.quantity, l."valueMinor", l.currency, l."reasonRaw", l."reasonMapped", l.asin, l.title
  from line l join known k on k.rma_number = l."rmaNumber"
  on conflict (expected_return, sku, occurrence) do update set quantity = excluded.quantity, value_minor = excluded.value_minor,
    currency = excluded.currency, reason_raw = excluded.reason_raw, reason_mapped = excluded.reason_mapped, asin = excluded.asin, title = excluded.title
  where (e.quantity, e.value_minor, e.currency, e.reason_raw, e.reason_mapped, e.asin, e.title)
    is distinct from (excluded.quantity, excluded.value_minor, excluded.currency, excluded.reason_raw, excluded.reason_mapped, excluded.asin, excluded.title)
  returning expected_return, sku, occurrence, (xmax = 0) as created
), fates as materialized (
select l."rmaNumber", l.sku, l.occurrence,
  case when n.created then 'created'
       when n.created is not null or k.changed or t.tracking_number is not null then 'updated'
       else 'unchanged' end as fate,
  case when k.created then 'created'
       when k.changed or exists (select 1 from lines c where c.expected_return = k.id) or exists (select 1 from tracking c where c.expected_return = k.id)
         or exists (select 1 from numbers_gone c where c.expected_return = k.id) or exists (select 1 from lines_gone c where c.expected_return = k.id) then 'updated'
       else 'unchanged' end as whole
from line l join known k on k.rma_number = l."rmaNumber"
left join lines n on n.expected_return = k.id and n.sku = l.sku and n.occurrence = l.occurrence
left join tracking t on t.expected_return = k.id and t.tracking_number = l."trackingNumber"
)
select f."rmaNumber", f.fate, f.whole, g.all
from (select restow_guard($3::bigint, (select count(*) from fates)) as all) g left join fates f on true`

/** What became of one line, and of the return that it stands in. */
interface Taken {
  readonly rmaNumber: string
  readonly fate: Fate
  readonly whole: Fate
}
interface Numbered {
  readonly rmaNumber: string
  readonly trackingNumber: string
}

/**
 * Takes lines of one seller in, with the tracking numbers of their returns. To be done `again` where others were first.
 * @param told by what they came, and whether each return is told whole, so that what it no longer names goes
 */
export function takeIn(
  on: Queryable,
  seller: string,
  lines: readonly IdentifiedLine[],
  numbers: readonly Numbered[],
  told: { source: 'file' | 'api'; whole: boolean },
): Promise<Taken[]> {
  const values = [
    seller,
    JSON.stringify(lines),
    lines.length,
    JSON.stringify(numbers),
    told.source,
    told.whole,
  ]
  return ask<Taken>(on, 'take-in', TAKE_IN, values)
}
