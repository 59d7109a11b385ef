import type { ReportFormat } from '@restow/contracts'
import type { OnPaper } from './pdf/pdf-report.ts'
import { readReport } from './report.ts'
import { ReportRows } from './report-rows.ts'
import type { Asking } from './told.ts'
import type { AllTotals } from './totals.ts'
import { FORMATS, fileName } from './written.ts'

/** A file as it is downloaded. */
export interface ReportFile {
  readonly name: string
  readonly type: string
  readonly bytes: Buffer
}

/** A seller's day that has closed: what it comes to, and its files. */
export interface ClosedDayReport {
  readonly received: number
  readonly rows: number
  readonly totals: AllTotals
  /** @returns null where it is larger than so many bytes */
  file(format: ReportFormat, mostBytes: number): Promise<ReportFile | null>
}

interface WhichDay {
  readonly seller: string
  readonly warehouse: string
  readonly timeZone: string
  readonly day: string
}

/**
 * For who is sent a day rather than asks for it.
 * @param origin what photo addresses begin with, as for a download from there
 * @returns null where there is no such seller, or the day is not closed
 */
export async function readClosedDay(
  asking: Asking,
  { day, ...of }: WhichDay,
  origin: string,
  paper: OnPaper,
): Promise<ClosedDayReport | null> {
  const report = await readReport(asking, { ...of, from: day, to: day }, Date.now())
  if (!report || report.head.open) return null
  const { totals } = await new ReportRows(report).ends()
  return {
    ...{ received: report.head.counts.received, rows: report.closed?.rows ?? 0, totals },
    async file(format, mostBytes) {
      const { ending, type, write } = FORMATS[format]
      const pieces: Buffer[] = []
      let size = 0
      for await (const piece of write(report, origin, paper)) {
        const bytes = Buffer.from(piece)
        size += bytes.length
        if (size > mostBytes) return null
        pieces.push(bytes)
      }
      return { name: fileName(report, ending ?? format), type, bytes: Buffer.concat(pieces) }
    },
  }
}
