import { ask, type Queryable } from '../db/pool.ts'
import type { Counts } from './report.queries.ts'
import type { AllTotals } from './totals.ts'

/** The reports of closed days, as they were kept when the days were closed. */

/** A seller's days in one warehouse, the first and the last of them included. */
export interface KeptSpan {
  readonly warehouse: string
  readonly seller: string
  readonly from: string
  readonly to: string
}
const valuesOf = ({ warehouse, seller, from, to }: KeptSpan) => [warehouse, seller, from, to]

export interface KeptDay {
  readonly day: string
  readonly counts: Counts
  readonly totals: AllTotals
  readonly rows: number
  readonly digest: string
}

/** What was kept of these days beside their rows, in order? A day on which nothing was has nothing. */
export const findKeptDays = (on: Queryable, span: KeptSpan): Promise<KeptDay[]> =>
  ask(
    on,
    'kept-days',
    'select day, counts, totals, rows, digest from report_day where warehouse = $1 and seller = $2 and day between $3 and $4 order by day',
    valuesOf(span),
  )

/** A row as it is kept. */
export interface KeptRow {
  readonly seller: string
  readonly n: number
  readonly json: string
  readonly csv: string
  readonly took: number | null
}

export async function keepRows(
  on: Queryable,
  warehouse: string,
  day: string,
  rows: readonly KeptRow[],
): Promise<void> {
  const text = `insert into report_row (warehouse, day, seller, n, json, csv, took)
    select $1, $2, * from unnest($3::text[], $4::int[], $5::text[], $6::text[], $7::int[])`
  const column = <K extends keyof KeptRow>(key: K) => rows.map((row) => row[key])
  const columns = [column('seller'), column('n'), column('json'), column('csv'), column('took')]
  await ask(on, 'kept-rows', text, [warehouse, day, ...columns])
}

export async function keepDayOf(
  on: Queryable,
  warehouse: string,
  seller: string,
  { day, counts, totals, rows, digest }: KeptDay,
): Promise<void> {
  const text =
    'insert into report_day (warehouse, seller, day, counts, totals, rows, digest) values ($1, $2, $3, $4, $5, $6, $7)'
  const values = [warehouse, seller, day, JSON.stringify(counts), JSON.stringify(totals), rows, digest]
  await ask(on, 'kept-day', text, values)
}

/** How long did it take from the dock to the decision: the median of all, how many there are, and how many within a day? */
export async function sumUpTook(
  on: Queryable,
  span: KeptSpan | null,
  others: readonly number[],
): Promise<{ median: number | null; count: number; within: number }> {
  const text = `select percentile_disc(0.5) within group (order by took) as median, count(*)::int as count, count(*) filter (where took <= 86400)::int as within
    from (select took from report_row where warehouse = $1 and seller = $2 and day between $3 and $4 and took is not null
      union all select unnest($5::int[])) t`
  const values = span ? valuesOf(span) : ['', '', '', '']
  const [row] = await ask<{ median: number | null; count: number; within: number }>(on, 'kept-took', text, [
    ...values,
    others,
  ])
  return row ?? { median: null, count: 0, within: 0 }
}
