import { allCells, COLUMN_NAMES, sentLines } from './columns.ts'
import { BOM, csvLine } from './csv.ts'
import { readCsvLines, readJsonRows } from './kept.queries.ts'
import type { Report } from './report.ts'
import { ReportRows } from './report-rows.ts'

/** The report as JSON, piece by piece: its head, its rows, and what they add up to. */
export async function* jsonReport(report: Report): AsyncGenerator<string> {
  const rows = new ReportRows(report)
  let separator = ''
  yield `${JSON.stringify(report.head).slice(0, -1)},"rows":[`
  for await (const { texts } of rows.kept(readJsonRows))
    for (const text of texts) {
      yield separator + text
      separator = ','
    }
  for await (const page of rows.live()) {
    yield separator + page.map((row) => JSON.stringify(row)).join(',')
    separator = ','
  }
  yield `],${JSON.stringify(await rows.ends()).slice(1)}`
}

/** The report's rows as CSV. @param origin what photo addresses begin with, such as `https://restow.example` */
export async function* csvReport(report: Report, origin: string): AsyncGenerator<string> {
  const rows = new ReportRows(report)
  yield BOM + csvLine(COLUMN_NAMES)
  for await (const { texts } of rows.kept(readCsvLines))
    for (const text of texts) yield sentLines(text, origin)
  for await (const page of rows.live()) yield page.map((row) => csvLine(allCells(row, origin))).join('')
}
