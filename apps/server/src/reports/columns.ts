import type { ReportRow } from '@restow/contracts'
import { type Cell, csvLine } from './csv.ts'

/** A column of the tables, CSV and XLSX alike. */
interface Column {
  readonly name: string
  readonly read: (row: ReportRow) => Cell
}

const column = (name: string, read: Column['read']): Column => ({ name, read })

/**
 * The columns, their photos and the day that a row belongs to after them. They never change, and none is put between them, since
 * sellers' scripts read them; lines of closed days stay as they were made.
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
export const COLUMN_NAMES: readonly string[] = [...FIRST_COLUMNS.map(({ name }) => name), 'photos', 'day']

/** All cells of a row. @param origin what photo addresses begin with, such as `https://restow.example` */
export const allCells = (row: ReportRow, origin: string): Cell[] => [
  ...FIRST_COLUMNS.map(({ read }) => read(row)),
  row.photos.map((path) => origin + path).join(' '),
  row.day,
]

/**
 * Stands in a line that is kept where an address begins: by which name a server is asked is not known before. The database puts the name
 * there when the line is sent (kept-pages.queries.ts).
 */
const ORIGIN = '\u0001'

/** A title may hold that sign as well: it is none of ours, nor seen by anybody. */
const unmarked = (cell: Cell): Cell => (typeof cell === 'string' ? cell.replaceAll(ORIGIN, '') : cell)

/** A line as it is kept. */
export const keptLine = (row: ReportRow): string =>
  csvLine([
    ...FIRST_COLUMNS.map(({ read }) => unmarked(read(row))),
    ...allCells(row, ORIGIN).slice(FIRST_COLUMNS.length),
  ])
