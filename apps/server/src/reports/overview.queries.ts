import { ask, type Queryable } from '../db/pool.ts'
import type { KeptSpan } from './kept.queries.ts'

/** Adds up rows of many days: those of closed days as they were kept, or others that are handed in. */

/** A row that is not kept yet, with as much of its JSON as is counted. */
export interface LiveFact {
  readonly day: string
  readonly took: number | null
  readonly json: string
}

export interface Tally {
  readonly units: number
  readonly pieces: number
  readonly resell: number
  readonly refurbish: number
  readonly scrap: number
  readonly unvalued: number
}
/** A day or a week, named by the first day of it that was asked for. */
export interface PeriodRow extends Tally {
  readonly period: string
  /** Seconds from the dock to the decision, of those that count. */
  readonly tooks: readonly number[]
}
export interface ProductRow extends Tally {
  /** Its SKU; empty where nobody could name it. */
  readonly product: string
  readonly title: string | null
}
export interface ReasonRow {
  readonly product: string
  readonly reason: string
  readonly units: number
}
/** Money of a period, or else of a product. */
export interface MoneyRow {
  readonly period: string | null
  readonly product: string | null
  readonly what: 'value' | 'recovered' | 'lost'
  readonly currency: string
  readonly minor: number
}
export interface Sums {
  readonly periods: readonly PeriodRow[]
  readonly products: readonly ProductRow[]
  readonly reasons: readonly ReasonRow[]
  readonly moneys: readonly MoneyRow[]
}

const tally = `count(*)::int as units, coalesce(sum(quantity), 0)::int as pieces,
    count(*) filter (where disposition = 'resell')::int as resell, count(*) filter (where disposition = 'refurbish')::int as refurbish,
    count(*) filter (where disposition = 'scrap')::int as scrap, count(*) filter (where lost is null)::int as unvalued`

const all = (rows: string) => `(select coalesce(json_agg(s), '[]') from ${rows} s)`

/**
 * $1 warehouse, $2 seller, $3 and $4 the closed days, $5 $6 $7 other rows, $8 by week, $9 the first day that was asked for.
 * Each row's JSON is read once ("offset 0" keeps it from being read again for each field). What was taken back within its
 * day counts as little as it does in the report's totals; and nothing is lost or won between two currencies.
 */
const OVERVIEW = `
with r as (
  select day, took, json from report_row where warehouse = $1 and seller = $2 and day between $3 and $4
  union all select * from unnest($5::text[], $6::int[], $7::text[])
), f as materialized (
  select case when $8::boolean then to_char(greatest(date_trunc('week', r.day::date)::date, $9::date), 'YYYY-MM-DD') else r.day end as period,
    r.day, r.took, coalesce(j->>'sku', '') as product, j->>'title' as title, coalesce(j->>'reason', 'unknown') as reason,
    j->>'disposition' as disposition, (j->>'quantity')::int as quantity,
    (j#>>'{value,minor}')::bigint as value, j#>>'{value,currency}' as currency,
    (j#>>'{recovered,minor}')::bigint as recovered, j#>>'{recovered,currency}' as gained,
    case when j#>>'{value,currency}' = j#>>'{recovered,currency}'
      then (j#>>'{value,minor}')::bigint - (j#>>'{recovered,minor}')::bigint end as lost
  from r cross join lateral (select r.json::jsonb as j offset 0) s where not (j->>'takenBack')::boolean
), periods as (
  select period, ${tally}, coalesce(array_agg(took) filter (where took is not null), '{}') as tooks from f group by period
), products as (
  select product, (array_agg(title order by day desc) filter (where title is not null))[1] as title, ${tally} from f group by product
), reasons as (
  select product, reason, count(*)::int as units from f group by product, reason
), amounts as (
  select period, product, currency, gained, sum(value) as value, sum(recovered) as recovered, sum(lost) as lost
  from f group by grouping sets ((period, currency, gained), (product, currency, gained))
), moneys as (
  select period, product, m.what, m.currency, sum(m.minor)::float8 as minor from amounts a cross join lateral
    (values ('value', a.currency, a.value), ('recovered', a.gained, a.recovered), ('lost', a.currency, a.lost)) as m(what, currency, minor)
  where m.minor is not null group by period, product, m.what, m.currency
)
select json_build_object('periods', ${all('periods')}, 'products', ${all('products')}, 'reasons', ${all('reasons')},
  'moneys', ${all('moneys')}) as sums`

/** A year of a large seller has some hundred thousand rows. */
const PATIENCE_MS = 60_000

/**
 * What do these rows add up to, by day or week, by product, by reason and by currency?
 * @param from the first day that was asked for: the first week begins no earlier
 */
export async function sumUpDays(
  on: Queryable,
  rows: KeptSpan | readonly LiveFact[],
  byWeek: boolean,
  from: string,
): Promise<Sums> {
  const [kept, live] = 'seller' in rows ? [rows, []] : [null, rows]
  const days = kept ? [kept.warehouse, kept.seller, kept.from, kept.to] : ['', '', '', '']
  const facts = [live.map(({ day }) => day), live.map(({ took }) => took), live.map(({ json }) => json)]
  const values = [...days, ...facts, byWeek, from]
  const [row] = await ask<{ sums: Sums }>(on, 'report-overview', OVERVIEW, values, PATIENCE_MS)
  if (!row) throw new Error('the overview has no row')
  return row.sums
}
