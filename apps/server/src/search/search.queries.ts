import type { FoundItem } from '@restow/contracts'
import { ask, type Queryable } from '../db/pool.ts'

/**
 * Whatever is known by a number or a name. Row-level security lets an index serve only what gives nothing away: equality, and
 * ranges by the bytes ("C"), so what begins with a text is asked for as a range. Each statement tells one more than is shown.
 */

export interface Wanted {
  /** What was typed or scanned may be exactly one of these. */
  readonly exact: readonly string[]
  /** What it may be the beginning of. */
  readonly begins: readonly string[]
  /** Words that have to occur, as patterns for LIKE in small letters. */
  readonly words: readonly string[]
  /** Null: whatever the connection sees. */
  readonly warehouse: string | null
}
export type Row = Omit<FoundItem, 'kind'>

/** So many of a kind are shown. */
export const SHOWN = 6
const MOST = SHOWN + 1

/** Behind a select of its own the number of keys is a guess, and one plan is kept for all searches. */
const EXACT = '(select $1::text[])::text[]'
/** The first few whose column begins with one of the texts. */
const beginning = (columns: string, from: string, column: string) =>
  `unnest($2::text[]) as p cross join lateral (select ${columns} from ${from}
     where ${column} collate "C" >= p and ${column} collate "C" < p || chr(1114111) order by ${column} collate "C" limit ${MOST}) x`

const UNITS = `
  with hit as (
    select id, 0 as rank, null as by, lpn as number from return_unit where lpn = any(${EXACT})
    union all select unit, 0, 'former', lpn from former_plate where lpn = any(${EXACT})
    union all select id, 1, 'serial', serial from return_unit where serial = any(${EXACT})
    union all select id, 1, 'marketplaceLpn', marketplace_lpn from return_unit where marketplace_lpn = any(${EXACT})
    union all select u.id, 1, 'tracking', n.number from parcel_number n join return_unit u on u.parcel_id = n.parcel where n.number = any(${EXACT})
    union all select u.id, 1, 'order', r.order_number from expected_return r join return_unit u on u.expected_return = r.id where r.order_number = any(${EXACT})
    union all select u.id, 1, 'rma', r.rma_number from expected_return r join return_unit u on u.expected_return = r.id where r.rma_number = any(${EXACT})
    union all select x.id, 2, null, x.lpn from ${beginning('id, lpn', 'return_unit', 'lpn')}
    union all select x.id, 3, 'serial', x.serial from ${beginning('id, serial', 'return_unit', 'serial')}
  ), best as (select distinct on (id) * from hit order by id, rank)
  select u.lpn as key, u.body->'product'->>'title' as title, u.seller, u.state, b.rank <= 1 as exact, b.by, b.number
  from best b join return_unit u using (id)
  where ($3::text is null or u.warehouse = $3) and u.state <> 'void' order by b.rank, u.registered_at desc, u.lpn limit ${MOST}`

const PARCELS = `
  with hit as (
    select parcel as id, 0 as rank, 'tracking' as by, number from parcel_number where number = any(${EXACT})
    union all select x.parcel, 1, 'tracking', x.number from ${beginning('parcel, number', 'parcel_number', 'number')}
  ), best as (select distinct on (id) * from hit order by id, rank)
  select p.tracking_number as key, null as title, p.seller, p.state, b.rank = 0 as exact, case when b.number <> p.tracking_number then b.by end as by, b.number
  from best b join parcel p using (id)
  where ($3::text is null or p.warehouse = $3) and p.state <> 'void' order by b.rank, p.received_at desc nulls last, p.id limit ${MOST}`

const EXPECTED = `
  with hit as (
    select id, 0 as rank, null as by, rma_number as number from expected_return where rma_number = any(${EXACT})
    union all select id, 1, 'order', order_number from expected_return where order_number = any(${EXACT})
    union all select expected_return, 1, 'tracking', tracking_number from expected_tracking where tracking_number = any(${EXACT})
    union all select x.id, 2, null, x.rma_number from ${beginning('id, rma_number', 'expected_return', 'rma_number')}
    union all select x.id, 2, 'order', x.order_number from ${beginning('id, order_number', 'expected_return', 'order_number')}
    union all select x.expected_return, 3, 'tracking', x.tracking_number from ${beginning('expected_return, tracking_number', 'expected_tracking', 'tracking_number')}
  ), best as (select distinct on (id) * from hit order by id, rank)
  select r.rma_number as key, (select min(coalesce(p.title, l.title)) from expected_line l left join product p using (seller, sku)
      where l.expected_return = r.id) as title, r.seller, r.state, b.rank <= 1 as exact, b.by, b.number
  from best b join expected_return r using (id) order by b.rank, r.announced_on desc nulls last, r.id limit ${MOST}`

/** The catalogue is small beside what comes back: what occurs in a title is looked for in all of it. */
const PRODUCTS = `
  with hit as (
    ${['sku', 'gtin', 'fnsku', 'asin'].map((code) => `select seller, sku, 0 as rank, '${code}' as by, ${code} as number from product where ${code} = any(${EXACT})`).join(' union all ')}
    union all (select seller, sku, 1, 'title', sku from product
      where lower(sku || ' ' || title || ' ' || coalesce(gtin, '') || ' ' || coalesce(fnsku, '') || ' ' || coalesce(asin, '')) like all($2::text[])
      order by seller, sku limit ${MOST})
  ), best as (select distinct on (seller, sku) * from hit order by seller, sku, rank)
  select p.sku as key, p.title, p.seller, null as state, b.rank = 0 as exact, case when b.by not in ('sku', 'title') then b.by end as by, b.number
  from best b join product p using (seller, sku) order by b.rank, p.seller, p.sku limit ${MOST}`

const BINS = `
  select code as key, null as title, null as seller, zone as state, code = any($1::text[]) as exact, null as by, code as number from bin
  where warehouse = $3 and (code = any($1::text[]) or lower(code) like all($2::text[])) order by code = any($1::text[]) desc, code limit ${MOST}`

const SELLERS = `
  select code as key, name as title, code as seller, null as state, code = any($1::text[]) as exact, null as by, code as number from seller
  where code = any($1::text[]) or lower(code || ' ' || name) like all($2::text[]) order by code = any($1::text[]) desc, code limit ${MOST}`

const PEOPLE = `
  select badge as key, name as title, null as seller, role as state, badge = any($1::text[]) as exact, null as by, badge as number from staff
  where warehouse = $3 and (badge = any($1::text[]) or lower(badge || ' ' || name) like all($2::text[]))
  order by badge = any($1::text[]) desc, active desc, badge limit ${MOST}`

/**
 * What occurs somewhere in what a unit is known by; each row is looked at once, in the order in which they lie: in the order
 * in which they are shown, reading through all of them for nothing would take ten times as long.
 */
const UNITS_WITH = `
  with found as materialized (
    select id, registered_at from return_unit
    where words like all($1::text[]) and ($2::text is null or warehouse = $2) and state <> 'void'
  ), latest as (select id, registered_at from found order by registered_at desc, id desc limit ${MOST})
  select u.lpn as key, u.body->'product'->>'title' as title, u.seller, u.state, false as exact, null as by, u.lpn as number
  from latest l join return_unit u using (id) order by l.registered_at desc, l.id desc`

const byBeginning =
  (name: string, text: string) =>
  (on: Queryable, { exact, begins, warehouse }: Wanted): Promise<Row[]> =>
    ask<Row>(on, `search-${name}`, text, [exact, begins, ...(text.includes('$3') ? [warehouse] : [])])
const byWords =
  (name: string, text: string) =>
  (on: Queryable, { exact, words, warehouse }: Wanted): Promise<Row[]> =>
    ask<Row>(on, `search-${name}`, text, [exact, words, ...(text.includes('$3') ? [warehouse] : [])])

/** Which of this kind are known so? The exact ones first. */
export const FINDERS = {
  unit: byBeginning('units', UNITS),
  parcel: byBeginning('parcels', PARCELS),
  expected: byBeginning('expected', EXPECTED),
  product: byWords('products', PRODUCTS),
  bin: byWords('bins', BINS),
  seller: byWords('sellers', SELLERS),
  person: byWords('people', PEOPLE),
}

/** Which units have these words somewhere in what they are known by? */
export const findUnitsWith = (on: Queryable, { words, warehouse }: Wanted): Promise<Row[]> =>
  ask<Row>(on, 'search-units-with', UNITS_WITH, [words, warehouse])
