import type { ReportRow } from '@restow/contracts'
import type { Disposition } from '@restow/domain'
import { addDays, dayAt } from '../business-day.ts'
import type { Report } from '../report.ts'
import { type Ends, ReportRows } from '../report-rows.ts'

/** Paper is for looking at: so many rows are listed, and the other formats have them all. */
export const LISTED = 500

export type ByDisposition = Record<Disposition, number>

/** What goes onto paper. */
export interface Gathered {
  readonly head: Report['head']
  readonly ends: Ends
  readonly rows: readonly ReportRow[]
  /** How many rows there are in all. */
  readonly all: number
  /** Decisions by day, where there are several. */
  readonly days: readonly { readonly day: string; readonly counts: ByDisposition }[]
}

const none = (): ByDisposition => ({ resell: 0, refurbish: 0, scrap: 0 })

/** Every day, also those on which nothing was decided; what is still to come is not drawn. */
function allDays({ date, lastDate, asOf, timeZone }: Report['head']): string[] {
  const last = [lastDate, dayAt(new Date(Date.parse(asOf) - 1).toISOString(), timeZone)].sort()[0] ?? lastDate
  const days: string[] = []
  for (let day = date; day <= last; day = addDays(day, 1)) days.push(day)
  return days
}

/** Of an Iterable no more is read than is taken. */
function* some(rows: Iterable<ReportRow>, most: number): Generator<ReportRow> {
  let n = 0
  if (n < most)
    for (const row of rows) {
      yield row
      if (++n === most) return
    }
}

/** Reads what is listed; what is live is read to its end, since it has not been added up before. */
export async function gather(report: Report): Promise<Gathered> {
  const all = new ReportRows(report)
  const days = new Map<string, ByDisposition>()
  for (const { day, totals } of report.closed?.days ?? [])
    days.set(day, {
      resell: totals.resell.units,
      refurbish: totals.refurbish.units,
      scrap: totals.scrap.units,
    })
  const rows: ReportRow[] = []
  let live = 0
  for await (const page of all.closed()) {
    rows.push(...some(page, LISTED - rows.length))
    if (rows.length === LISTED) break
  }
  for await (const page of all.live()) {
    rows.push(...some(page, LISTED - rows.length))
    live += page.length
    for (const { day, disposition, takenBack } of page) {
      const counts = days.get(day) ?? none()
      if (!takenBack) counts[disposition] += 1
      days.set(day, counts)
    }
  }
  return {
    head: report.head,
    ends: await all.ends(),
    rows,
    all: (report.closed?.rows ?? 0) + live,
    days: allDays(report.head).map((day) => ({ day, counts: days.get(day) ?? none() })),
  }
}
