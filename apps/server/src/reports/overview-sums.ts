import type { OverviewPeriod, OverviewProduct, OverviewStep, WireMoney } from '@restow/contracts'
import { decimalOf } from '@restow/domain'
import { grouped } from '../grouped.ts'
import { addDays } from './business-day.ts'
import type { MoneyRow, PeriodRow, ProductRow, ReasonRow, Sums, Tally } from './overview.queries.ts'
import { shareOf } from './totals.ts'

/** Sums of closed days and of what is not closed yet, put together: each figure may come in several rows. */

const A_DAY = 86_400

export function together(...sums: readonly (Sums | null)[]): Sums {
  const there = sums.filter((one) => one !== null)
  return {
    periods: there.flatMap((one) => one.periods),
    products: there.flatMap((one) => one.products),
    reasons: there.flatMap((one) => one.reasons),
    moneys: there.flatMap((one) => one.moneys),
  }
}

function talliesOf(rows: readonly Tally[]) {
  const sum = (key: keyof Tally) => rows.reduce((all, row) => all + row[key], 0)
  return {
    ...{ units: sum('units'), pieces: sum('pieces'), unvalued: sum('unvalued') },
    ...{ resell: sum('resell'), refurbish: sum('refurbish'), scrap: sum('scrap') },
  }
}

/** By currency, each summed up by itself. */
export function moneyOf(rows: readonly MoneyRow[]) {
  const sums = { value: new Map<string, number>(), recovered: new Map(), lost: new Map() }
  for (const { what, currency, minor } of rows)
    sums[what].set(currency, (sums[what].get(currency) ?? 0) + minor)
  const wire = (of: Map<string, number>): WireMoney[] =>
    [...of]
      .sort(([a], [b]) => (a < b ? -1 : 1))
      .map(([currency, minor]) => ({ minor, currency, decimal: decimalOf(minor, currency) }))
  return { value: wire(sums.value), recovered: wire(sums.recovered), lost: wire(sums.lost) }
}

/** Reasons, the most frequent first. */
export function reasonsOf(rows: readonly ReasonRow[]) {
  const units = new Map<string, number>()
  for (const row of rows) units.set(row.reason, (units.get(row.reason) ?? 0) + row.units)
  return [...units]
    .map(([reason, count]) => ({ reason, units: count }))
    .sort((a, b) => b.units - a.units || (a.reason < b.reason ? -1 : 1))
}

/**
 * How long decisions took. A percentile is the first value that so many are not above, as the reports' median is.
 * @param target in seconds
 */
export function tookOver(rows: readonly Pick<PeriodRow, 'tooks'>[], target: number) {
  const ordered = Int32Array.from(rows.flatMap((row) => row.tooks)).sort()
  const at = (share: number) => ordered[Math.max(0, Math.ceil(share * ordered.length) - 1)] ?? null
  const within = (seconds: number) => {
    const first = ordered.findIndex((took) => took > seconds)
    return shareOf(first === -1 ? ordered.length : first, ordered.length)
  }
  return { median: at(0.5), p90: at(0.9), sameDayShare: within(A_DAY), inTargetShare: within(target) }
}

/** The first and last day of each day or week from one day to another; weeks begin on Mondays. */
export function periodsBetween(from: string, to: string, by: OverviewStep): { from: string; to: string }[] {
  const periods: { from: string; to: string }[] = []
  for (let day = from; day <= to; ) {
    const weekday = (new Date(`${day}T00:00:00Z`).getUTCDay() + 6) % 7
    const next = addDays(day, by === 'week' ? 7 - weekday : 1)
    const last = addDays(next, -1)
    periods.push({ from: day, to: last < to ? last : to })
    day = next
  }
  return periods
}

/** Each day or week, also those on which nothing was decided. */
export function periodsOf(
  { periods, moneys }: Sums,
  days: readonly { from: string; to: string }[],
  target: number,
): OverviewPeriod[] {
  const rows = grouped(periods, (row) => row.period)
  const money = grouped(moneys, (row) => row.period)
  return days.map((one) => {
    const own = rows.get(one.from) ?? []
    const { pieces: _, ...counts } = talliesOf(own)
    return {
      ...one,
      ...counts,
      ...moneyOf(money.get(one.from) ?? []),
      dockToDecision: tookOver(own, target),
    }
  })
}

/** The products that came back most, and all others together. */
export function productsOf({ products, moneys, reasons }: Sums, most: number) {
  const money = grouped(moneys, (row) => row.product)
  const why = grouped(reasons, (row) => row.product)
  const ranked = [...grouped(products, (row) => row.product)]
    .map(([product, rows]) => ({ product, rows, ...talliesOf(rows) }))
    .sort((a, b) => b.units - a.units || (a.product < b.product ? -1 : 1))
  const told = ({ product, rows, ...counts }: (typeof ranked)[number]): OverviewProduct => ({
    sku: product === '' ? null : product,
    title: rows.findLast((row: ProductRow) => row.title !== null)?.title ?? null,
    ...counts,
    ...moneyOf(money.get(product) ?? []),
    reasons: reasonsOf(why.get(product) ?? []),
  })
  const rest = ranked.slice(most)
  const others = {
    products: rest.length,
    ...talliesOf(rest),
    ...moneyOf(rest.flatMap(({ product }) => money.get(product) ?? [])),
    reasons: reasonsOf(rest.flatMap(({ product }) => why.get(product) ?? [])),
  }
  return { products: ranked.slice(0, most).map(told), others: rest.length === 0 ? null : others }
}
