import type { ReportRow } from '@restow/contracts'
import { type Cell, csvLine } from './csv.ts'

/** A column of the tables, CSV and XLSX alike. */
interface Column {
  readonly name: string
  readonly read: (row: ReportRow) => Cell
}

const column = (name: string, read: Column['read']): Column => ({ name, read })

/**
 * The columns that come before the photos. They never change, and no column is put between them: lines of closed days are
 * kept as they were made, and sellers' scripts read them.
 */
export const FIRST_COLUMNS: readonly Column[] = [
  column('lpn', (r) => r.lpn),
  column('order_number', (r) => r.orderNumber),
  column('rma_number', (r) => r.rmaNumber),
  column('tracking_number', (r) => r.trackingNumber),
  column('sku', (r) => r.sku),
  column('asin', (r) => r.asin),
  column('fnsku', (r) => r.fnsku),
  column('title', (r) => r.title),
  column('quantity', (r) => r.quantity),
  column('reason', (r) => r.reason),
  column('reason_raw', (r) => r.reasonRaw),
  column('grade', (r) => r.grade),
  column('findings', (r) => r.findings.join(' ')),
  column('disposition', (r) => r.disposition),
  column('route', (r) => r.route),
  column('override_reason', (r) => r.overrideReason),
  column('bin', (r) => r.bin),
  column('value', (r) => r.value && { digits: r.value.decimal }),
  column('currency', (r) => r.value?.currency ?? null),
  column('recovered', (r) => r.recovered && { digits: r.recovered.decimal }),
  column('recovered_currency', (r) => r.recovered?.currency ?? null),
  column('received_at', (r) => r.receivedAt && { instant: r.receivedAt }),
  column('classified_at', (r) => ({ instant: r.classifiedAt })),
  column('event_id', (r) => r.eventId),
  column('supersedes', (r) => r.supersedes),
  column('taken_back', (r) => r.takenBack),
]
/** Then its photos, and the day that a row belongs to. Further columns come after these, computed from the row. */
export const COLUMN_NAMES: readonly string[] = [...FIRST_COLUMNS.map(({ name }) => name), 'photos', 'day']

const cellsOf = (row: ReportRow): Cell[] => FIRST_COLUMNS.map(({ read }) => read(row))

/** All cells of a row. @param origin what photo addresses begin with, such as `https://restow.example` */
export const allCells = (row: ReportRow, origin: string): Cell[] => [
  ...cellsOf(row),
  row.photos.map((path) => origin + path).join(' '),
  row.day,
]

/** The part of a line that is kept: what comes before the photos, the comma included. */
export const keptCells = (row: ReportRow): string => `${csvLine(cellsOf(row)).slice(0, -2)},`
