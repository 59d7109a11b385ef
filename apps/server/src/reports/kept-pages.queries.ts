import { copyOut } from '../db/copy-out.ts'
import type { Queryable } from '../db/pool.ts'
import type { KeptSpan } from './kept.queries.ts'

/** The rows of closed days, read as the bytes that they were kept as. */

/** Where in the rows a reader stands: after this one. */
export interface RowKey {
  readonly day: string
  readonly n: number
}

/** Rows are asked for so many at a time: nobody's slow line holds a transaction, and two pages are what is held of a report. */
const PAGE = 1000
/** More than lines of CSV come to, so that they seldom have to be moved. */
const BYTES = PAGE * 640

/** Some rows one after the other, and the last of them. */
export class KeptPage {
  /** Where each row ends. */
  readonly ends: number[] = []
  last: RowKey | null = null
  #bytes = Buffer.allocUnsafeSlow(BYTES)
  #length = 0

  add(row: Buffer): void {
    const end = this.#length + row.length
    if (end > this.#bytes.length) {
      const larger = Buffer.allocUnsafeSlow(Math.max(end, this.#bytes.length * 1.5))
      this.#bytes.copy(larger, 0, 0, this.#length)
      this.#bytes = larger
    }
    row.copy(this.#bytes, this.#length)
    this.#length = end
    this.ends.push(end)
  }

  get bytes(): Buffer {
    return this.#bytes.subarray(0, this.#length)
  }

  get count(): number {
    return this.ends.length
  }
}

const page = (line: string) => `
select n, day, ${line} as line from report_row
where warehouse = $1 and seller = $2 and day <= $3 and (day, n) > ($4, $5::int) order by day, n limit ${PAGE}`

const JSON_ROWS = page(`',' || json`)
const CSV_LINES = page(`replace(csv, chr(1) || '/api/', $6 || '/api/')`)

async function readPage(
  on: Queryable,
  text: string,
  { warehouse, seller, from, to }: KeptSpan,
  after: RowKey | null,
  origin: string,
): Promise<KeptPage> {
  const kept = new KeptPage()
  await copyOut(on, text, [warehouse, seller, to, after?.day ?? from, after?.n ?? 0, origin], (row) => {
    kept.last = { n: row.int(), day: row.text() }
    kept.add(row.bytes())
  })
  return kept
}

/** The next lines of CSV. @param origin what photo addresses in them begin with */
export const readCsvLines = (origin: string) => (on: Queryable, span: KeptSpan, after: RowKey | null) =>
  readPage(on, CSV_LINES, span, after, origin)

/** The next rows as JSON, a comma before each. */
export const readJsonRows = (on: Queryable, span: KeptSpan, after: RowKey | null) =>
  readPage(on, JSON_ROWS, span, after, '')
