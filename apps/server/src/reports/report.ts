import type { DispositionReport, ReportRow } from '@restow/contracts'
import type { Queryable } from '../db/pool.ts'
import { BOM, type Cell, csvLine } from './csv.ts'
import { type Counts, type DecisionKey, findDecisions, findStories, type Span } from './report.queries.ts'
import { rowsOf } from './rows.ts'
import { Totals } from './totals.ts'

/** Runs a question on a connection that sees what the asker may see. */
export type Asking = <T>(question: (on: Queryable) => Promise<T>) => Promise<T>

/** Rows that are told and sent at a time: what a report of any length holds in memory. */
const PAGE = 250

/** The rows of a day, in the order of their decisions, a page at a time: nobody's slow line holds a transaction. */
async function* pages(asking: Asking, span: Span): AsyncGenerator<ReportRow[]> {
  let after: DecisionKey | null = null
  for (;;) {
    const last: DecisionKey | null = after
    const [decisions, rows] = await asking(async (on) => {
      const found = await findDecisions(on, span, last, PAGE)
      const units = [...new Set(found.map((d) => d.unit))]
      return [
        found,
        rowsOf(found, units.length === 0 ? [] : await findStories(on, units, span.until)),
      ] as const
    })
    yield rows
    after = decisions.at(-1) ?? null
    if (decisions.length < PAGE || after === null) return
  }
}

export type ReportHead = Pick<
  DispositionReport,
  'seller' | 'warehouse' | 'timeZone' | 'date' | 'from' | 'until' | 'open' | 'asOf'
> & { counts: Counts }

/** The report as JSON, piece by piece: its head, its rows, and what they add up to. */
export async function* jsonReport(asking: Asking, span: Span, head: ReportHead): AsyncGenerator<string> {
  const totals = new Totals()
  let separator = ''
  yield `${JSON.stringify(head).slice(0, -1)},"rows":[`
  for await (const rows of pages(asking, span)) {
    for (const row of rows) totals.add(row)
    if (rows.length > 0) yield separator + rows.map((row) => JSON.stringify(row)).join(',')
    if (rows.length > 0) separator = ','
  }
  yield `],${JSON.stringify(totals.end()).slice(1)}`
}

/** The columns of the CSV. They only grow, at the end: sellers' scripts read them. */
const COLUMNS: readonly [string, (row: ReportRow, origin: string) => Cell][] = [
  ['lpn', (r) => r.lpn],
  ['order_number', (r) => r.orderNumber],
  ['rma_number', (r) => r.rmaNumber],
  ['tracking_number', (r) => r.trackingNumber],
  ['sku', (r) => r.sku],
  ['asin', (r) => r.asin],
  ['fnsku', (r) => r.fnsku],
  ['title', (r) => r.title],
  ['quantity', (r) => r.quantity],
  ['reason', (r) => r.reason],
  ['reason_raw', (r) => r.reasonRaw],
  ['grade', (r) => r.grade],
  ['findings', (r) => r.findings.join(' ')],
  ['disposition', (r) => r.disposition],
  ['route', (r) => r.route],
  ['override_reason', (r) => r.overrideReason],
  ['bin', (r) => r.bin],
  ['value', (r) => r.value && { digits: r.value.decimal }],
  ['currency', (r) => r.value?.currency ?? null],
  ['recovered', (r) => r.recovered && { digits: r.recovered.decimal }],
  ['recovered_currency', (r) => r.recovered?.currency ?? null],
  ['received_at', (r) => r.receivedAt],
  ['classified_at', (r) => r.classifiedAt],
  ['event_id', (r) => r.eventId],
  ['supersedes', (r) => r.supersedes],
  ['taken_back', (r) => r.takenBack],
  ['photos', (r, origin) => r.photos.map((path) => origin + path).join(' ')],
]

/** The report's rows as CSV. @param origin what photo addresses begin with, such as `https://restow.example` */
export async function* csvReport(asking: Asking, span: Span, origin: string): AsyncGenerator<string> {
  yield BOM + csvLine(COLUMNS.map(([name]) => name))
  for await (const rows of pages(asking, span))
    if (rows.length > 0)
      yield rows.map((row) => csvLine(COLUMNS.map(([, read]) => read(row, origin)))).join('')
}
