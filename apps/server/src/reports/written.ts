import type { ReportFormat } from '@restow/contracts'
import { amazonReport } from './amazon.ts'
import { type OnPaper, pdfReport } from './pdf/pdf-report.ts'
import type { Report } from './report.ts'
import { csvReport, jsonReport } from './text-reports.ts'
import { xlsxReport } from './xlsx/xlsx-report.ts'

/** The formats that a report is written in: the same bytes whoever gets them, by download or by e-mail. */

interface Written {
  readonly type: string
  /** The end of a file's name; null where it is no file. */
  readonly ending: string | null
  /** Whether photo addresses in it are whole ones. */
  readonly hasOrigin: boolean
  readonly write: (report: Report, origin: string, paper: OnPaper) => AsyncIterable<string | Uint8Array>
}

/** What is made in one piece is made once somebody takes it. */
async function* whole(made: () => Promise<Uint8Array>): AsyncGenerator<Uint8Array> {
  yield await made()
}

export const FORMATS: Readonly<Record<ReportFormat, Written>> = {
  json: {
    ...{ type: 'application/json; charset=utf-8', ending: null, hasOrigin: false },
    write: (report) => jsonReport(report),
  },
  csv: {
    ...{ type: 'text/csv; charset=utf-8', ending: 'csv', hasOrigin: true },
    write: (report, origin) => csvReport(report, origin),
  },
  xlsx: {
    type: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
    ...{ ending: 'xlsx', hasOrigin: true },
    write: (report, origin) => xlsxReport(report, origin),
  },
  pdf: {
    ...{ type: 'application/pdf', ending: 'pdf', hasOrigin: false },
    write: (report, _, paper) => whole(() => pdfReport(report, paper)),
  },
  amazon: {
    ...{ type: 'text/tab-separated-values; charset=utf-8', ending: 'amazon.txt', hasOrigin: false },
    write: (report) => amazonReport(report),
  },
}

/** What the file is called. */
export function fileName({ head }: Report, ending: string): string {
  const { seller, date, lastDate, open } = head
  const days = date === lastDate ? date : `${date}_${lastDate}`
  return `restow-${seller.replaceAll(/[^A-Za-z0-9_-]/g, '_')}-${days}${open ? '-open' : ''}.${ending}`
}
