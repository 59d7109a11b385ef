import type { ReportRow, ReportTotal } from '@restow/contracts'
import { DISPOSITIONS } from '@restow/domain'
import { allCells, COLUMN_NAMES } from '../columns.ts'
import type { Cell } from '../csv.ts'
import { inPieces } from '../pieces.ts'
import type { Report } from '../report.ts'
import { type Ends, ReportRows } from '../report-rows.ts'
import { rowXml, SHEET_END, sheetBegin } from './sheet.ts'
import { WallClock } from './wall-clock.ts'
import { frame, sheet } from './workbook.ts'
import { type ZipFile, zip } from './zip.ts'

/** A sheet holds a few more than a million rows; what does not go into one goes on in the next. */
const ROWS_IN_A_SHEET = 1_000_000

const WIDTHS = COLUMN_NAMES.map((name) => {
  if (['title', 'photos'].includes(name)) return 40
  if (['event_id', 'supersedes'].includes(name)) return 42
  if (name.endsWith('_at') || name.endsWith('_number')) return 22
  return ['quantity', 'currency', 'taken_back'].includes(name) ? 11 : 15
})

/** The rows of one sheet after the other; where there are none, of one. */
class Rows {
  readonly #pages: AsyncGenerator<Iterable<ReportRow>>
  #page: Iterator<ReportRow> | null = null
  isOver = false

  constructor(pages: AsyncGenerator<Iterable<ReportRow>>) {
    this.#pages = pages
  }

  /** Those of the next page, at most so many. */
  async next(most: number): Promise<Iterable<ReportRow>> {
    if (this.#page === null) {
      const page = await this.#pages.next()
      if (page.done) this.isOver = true
      else this.#page = page.value[Symbol.iterator]()
    }
    return this.#some(most)
  }

  *#some(most: number): Generator<ReportRow> {
    for (let n = 0; n < most && this.#page !== null; n++) {
      const row = this.#page.next()
      if (row.done) this.#page = null
      else yield row.value
    }
  }

  async end(): Promise<void> {
    await this.#pages.return(undefined)
  }
}

async function* rowsSheet(rows: Rows, clock: WallClock, origin: string): AsyncGenerator<string | Buffer> {
  yield sheetBegin(WIDTHS, 1) + rowXml(1, COLUMN_NAMES, clock, 'head')
  let n = 1
  function* written(page: Iterable<ReportRow>): Generator<string> {
    for (const row of page) yield rowXml(++n, allCells(row, origin), clock)
  }
  while (!rows.isOver && n <= ROWS_IN_A_SHEET)
    yield* inPieces(written(await rows.next(ROWS_IN_A_SHEET + 1 - n)))
  yield SHEET_END
}

const sums = (total: ReportTotal, of: 'value' | 'recovered'): Cell[] =>
  total[of].flatMap((money) => [{ digits: money.decimal }, money.currency])

function totalsRows({ head }: Report, { totals, dockToDecision }: Ends): Cell[][] {
  const { counts } = head
  const both = (name: string, { units, pieces }: { units: number; pieces: number }) => [name, units, pieces]
  return [
    [
      `${head.seller} · ${head.warehouse} · ${head.date}${head.lastDate === head.date ? '' : ` – ${head.lastDate}`}`,
    ],
    ['time_zone', head.timeZone],
    ['state', head.open ? 'open' : 'closed'],
    ['from', { instant: head.from }],
    ['until', { instant: head.until }],
    [],
    ['disposition', 'units', 'pieces', 'value', 'currency'],
    ...DISPOSITIONS.map((d) => [d, totals[d].units, totals[d].pieces, ...sums(totals[d], 'value')]),
    [],
    ['recovered', 'amount', 'currency'],
    ...DISPOSITIONS.map((d) => [d, ...sums(totals[d], 'recovered')]),
    [],
    ['step', 'units', 'pieces'],
    ['received', counts.received],
    both('registered', counts.registered),
    both('inspected', counts.inspected),
    both('shelved', counts.shelved),
    both('dispatched', counts.dispatched),
    [],
    ['dock_to_decision_median_seconds', dockToDecision.median],
    ['dock_to_decision_same_day_share', dockToDecision.sameDayShare],
  ]
}

const HEADS: ReadonlySet<Cell | undefined> = new Set<Cell>(['disposition', 'recovered', 'step'])

async function* totalsSheet(
  report: Report,
  ends: () => Promise<Ends>,
  clock: WallClock,
): AsyncGenerator<string> {
  yield sheetBegin([34, 20, 14, 14, 12, 14, 12], 0)
  let n = 0
  for (const cells of totalsRows(report, await ends())) {
    n += 1
    if (cells.length > 0)
      yield rowXml(n, cells, clock, n === 1 ? 'title' : HEADS.has(cells[0]) ? 'head' : 'plain')
  }
  yield SHEET_END
}

/** The totals are the first sheet that one sees, and the last that is written: they are known when all rows went by. */
async function* files(report: Report, origin: string): AsyncGenerator<ZipFile> {
  const clock = new WallClock(report.head.timeZone)
  const all = new ReportRows(report)
  const rows = new Rows(all.all())
  const names = ['Totals']
  try {
    do {
      names.push(names.length === 1 ? 'Units' : `Units ${names.length}`)
      yield sheet(names.length, rowsSheet(rows, clock, origin))
    } while (!rows.isOver)
  } finally {
    await rows.end()
  }
  yield sheet(
    1,
    totalsSheet(report, () => all.ends(), clock),
  )
  yield* frame(names)
}

/** The report as a workbook: a row for each decision in typed cells, its head frozen, and the totals before it. */
export const xlsxReport = (report: Report, origin: string): AsyncGenerator<Buffer> =>
  zip(files(report, origin))
