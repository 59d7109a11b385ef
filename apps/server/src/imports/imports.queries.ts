import type { ImportReport } from '@restow/contracts'
import { ask, type Queryable } from '../db/pool.ts'
import { isConflict } from '../ledger/append.ts'
import type { AnnouncedLineFacts } from './formats.ts'

export type IdentifiedLine = AnnouncedLineFacts & { readonly occurrence: number; readonly newId: string }
export type LineFate = 'created' | 'updated' | 'unchanged'

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
), returns as (
  insert into expected_return as r (id, seller, rma_number, order_number, channel, carrier, announced_on, state)
  select "newId", $1, "rmaNumber", "orderNumber", channel, carrier, "announcedOn", case when cancelled then 'cancelled' else 'announced' end from head
  on conflict (seller, rma_number) do update set order_number = excluded.order_number, channel = excluded.channel,
    carrier = excluded.carrier, announced_on = excluded.announced_on,
    -- What has come already is no longer cancelled by its seller.
    state = case when r.state not in ('announced', 'cancelled') then r.state else excluded.state end
  where (r.order_number, r.channel, r.carrier, r.announced_on, r.state = 'cancelled')
    is distinct from (excluded.order_number, excluded.channel, excluded.carrier, excluded.announced_on, excluded.state = 'cancelled' and r.state in ('announced', 'cancelled'))
  returning id, rma_number
), known as materialized (
  select id, rma_number, true as changed from returns
  union all
  select r.id, r.rma_number, false from expected_return r join head h on r.seller = $1 and r.rma_number = h."rmaNumber"
    where not exists (select 1 from returns n where n.id = r.id)
), tracking as (
  insert into expected_tracking (tracking_number, expected_return, seller)
  select distinct l."trackingNumber", k.id, $1 from line l join known k on k.rma_number = l."rmaNumber"
  on conflict do nothing returning tracking_number, expected_return
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
select case when n.created then 'created'
            when n.created is not null or k.changed or t.tracking_number is not null then 'updated'
            else 'unchanged' end as fate, count(*)::int as lines
from line l join known k on k.rma_number = l."rmaNumber"
left join lines n on n.expected_return = k.id and n.sku = l.sku and n.occurrence = l.occurrence
left join tracking t on t.expected_return = k.id and t.tracking_number = l."trackingNumber"
group by 1
)
select f.fate, f.lines, g.whole
from (select restow_guard($3::bigint, (select coalesce(sum(lines), 0) from fates)::bigint) as whole) g left join fates f on true`

const TRIES = 8

/** Takes a batch of lines of one seller in and counts what became of them. */
export async function takeIn(
  on: Queryable,
  seller: string,
  lines: readonly IdentifiedLine[],
): Promise<Record<LineFate, number>> {
  const values = [seller, JSON.stringify(lines), lines.length]
  const once = () => ask<{ fate: LineFate; lines: number }>(on, 'take-in', TAKE_IN, values)
  let taken = once()
  for (let tried = 1; tried < TRIES; tried++)
    taken = taken.catch((error) => {
      if (isConflict(error)) return once()
      throw error
    })
  const rows = await taken
  const fates = { created: 0, updated: 0, unchanged: 0 }
  for (const { fate, lines: count } of rows) fates[fate] += count
  return fates
}

export async function sellerExists(on: Queryable, seller: string): Promise<boolean> {
  return (await ask(on, 'seller-exists', 'select 1 from seller where code = $1', [seller])).length > 0
}

export async function beginImport(
  on: Queryable,
  id: string,
  seller: string,
  format: string,
  by: string,
): Promise<void> {
  const text = `insert into import_job (id, seller, format, state, started_by) values ($1, $2, $3, 'running', $4)`
  await ask(on, 'begin-import', text, [id, seller, format, by])
}

/** Puts on record how an import stands. */
export async function recordImport(on: Queryable, report: ImportReport): Promise<void> {
  const { id, state, total, done, created, updated, unchanged, rejected } = report
  const text = `update import_job set state = $2, total = $3, done = $4, created = $5, updated = $6, unchanged = $7, rejected = $8::jsonb where id = $1`
  await ask(on, 'record-import', text, [
    id,
    state,
    total,
    done,
    created,
    updated,
    unchanged,
    JSON.stringify(rejected),
  ])
}

export async function findImport(on: Queryable, id: string): Promise<ImportReport | null> {
  const text =
    'select id, state, total, done, created, updated, unchanged, rejected from import_job where id = $1'
  const [row] = await ask<ImportReport>(on, 'find-import', text, [id])
  return row ?? null
}
