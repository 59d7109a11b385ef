import { allCells, COLUMN_NAMES } from './columns.ts'
import { BOM, csvLine } from './csv.ts'
import { readCsvLines, readJsonRows } from './kept-pages.queries.ts'
import type { Report } from './report.ts'
import { ReportRows } from './report-rows.ts'

/** The report as JSON, piece by piece: its head, its rows, and what they add up to. */
export async function* jsonReport(report: Report): AsyncGenerator<string | Buffer> {
  const rows = new ReportRows(report)
  let isFirst = true
  yield `${JSON.stringify(report.head).slice(0, -1)},"rows":[`
  for await (const { bytes } of rows.kept(readJsonRows)) {
    yield isFirst ? bytes.subarray(1) : bytes
    isFirst = false
  }
  for await (const page of rows.live()) {
    yield (isFirst ? '' : ',') + page.map((row) => JSON.stringify(row)).join(',')
    isFirst = false
  }
  yield `],${JSON.stringify(await rows.ends()).slice(1)}`
}

/** The report's rows as CSV. @param origin what photo addresses begin with, such as `https://restow.example` */
export async function* csvReport(report: Report, origin: string): AsyncGenerator<string | Buffer> {
  const rows = new ReportRows(report)
  yield BOM + csvLine(COLUMN_NAMES)
  for await (const { bytes } of rows.kept(readCsvLines(origin))) yield bytes
  for await (const page of rows.live()) yield page.map((row) => csvLine(allCells(row, origin))).join('')
}
