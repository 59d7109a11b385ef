import type { OverviewStep, ReportRow, ReturnsOverview } from '@restow/contracts'
import type { KeptSums } from './kept-sums.ts'
import { type LiveFact, sumUpDays } from './overview.queries.ts'
import {
  moneyOf,
  periodsBetween,
  periodsOf,
  productsOf,
  reasonsOf,
  together,
  tookOver,
} from './overview-sums.ts'
import type { Report } from './report.ts'
import { ReportRows } from './report-rows.ts'
import { Totals, tookOf } from './totals.ts'

/** What became of a seller's goods over many days: what their reports say, added up by day or week, by product and by reason. */

/** What is counted of a row; a row that is kept has it in the same words. */
function factOf(row: ReportRow): LiveFact {
  const { day, sku, title, reason, disposition, quantity, value, recovered, takenBack } = row
  const json = JSON.stringify({ sku, title, reason, disposition, quantity, value, recovered, takenBack })
  return { day, took: tookOf(row), json }
}

/** What is not closed yet, and what all of the report's days add up to. */
async function readLive(report: Report): Promise<{ live: LiveFact[]; totals: Totals }> {
  const totals = new Totals()
  for (const day of report.closed?.days ?? []) totals.addTotals(day.totals)
  const live: LiveFact[] = []
  for await (const rows of new ReportRows(report).live())
    for (const row of rows) {
      totals.add(row)
      live.push(factOf(row))
    }
  return { live, totals }
}

/** What is not decided yet, as the boards count it, and how long it may take. */
export interface Undecided {
  readonly units: number
  readonly late: number
  readonly targetSeconds: number
}

/**
 * Adds a report up.
 * @param most how many products are told apart
 */
export async function overviewOf(
  report: Report,
  kept: KeptSums,
  { by, most }: { by: OverviewStep; most: number },
  { units, late, targetSeconds }: Undecided,
): Promise<ReturnsOverview> {
  const { head, asking } = report
  const byWeek = by === 'week'
  const { live, totals } = await readLive(report)
  const sums = together(
    await kept.of(report, byWeek),
    live.length === 0 ? null : await asking((on) => sumUpDays(on, live, byWeek, head.date)),
  )
  const { seller, warehouse, timeZone, date, lastDate, from, until, open, asOf } = head
  return {
    ...{ seller, warehouse, timeZone, date, lastDate, from, until, open, asOf, by },
    totals: totals.all(),
    lost: moneyOf(sums.moneys.filter((row) => row.period !== null)).lost,
    unvalued: sums.periods.reduce((all, row) => all + row.unvalued, 0),
    dockToDecision: { ...tookOver(sums.periods, targetSeconds), targetSeconds },
    undecided: { units, late },
    reasons: reasonsOf(sums.reasons),
    periods: periodsOf(sums, periodsBetween(date, lastDate, by), targetSeconds),
    ...productsOf(sums, most),
  }
}
