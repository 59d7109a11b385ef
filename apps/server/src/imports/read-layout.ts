import type { RejectedLine } from './file-lines.ts'
import { codeOf, LAYOUT_REQUIRED, type LayoutBin, layoutLine } from './layout-line.ts'
import { type BadRecord, commaRecords, type FileRecord } from './records.ts'

/** A layout off a file: what it says of which bins, and what is wrong with which lines. */

export interface ReadLayout {
  readonly lines: number
  readonly bins: readonly LayoutBin[]
  /** Where each bin stands in the file. */
  readonly lineOf: ReadonlyMap<string, number>
  readonly rejected: readonly RejectedLine[]
}

/** More bins than any warehouse has: somebody has sent another file. */
const MOST_LINES = 100_000
const UNREADABLE: Readonly<Record<BadRecord['code'], string>> = {
  not_utf8: 'The line is not UTF-8. Save the file as CSV UTF-8.',
  not_storable: 'The line holds signs that no text has. Save the file as CSV UTF-8.',
  quote_unclosed: 'A quote in this line is not closed.',
  line_too_long: 'The line is longer than 64 KB.',
}

const nameOf = (column: string) => column.trim().toLowerCase()

class Reading {
  #columns: ReadonlyMap<string, number> | null = null
  readonly #bins = new Map<string, { line: number; bin: LayoutBin }>()
  readonly #rejected: RejectedLine[] = []
  readonly #warehouse: string
  #lines = 0
  isOver = false

  constructor(warehouse: string) {
    this.#warehouse = warehouse
  }

  #reject(line: number, code: string, message: string): void {
    this.#rejected.push({ line, code, message })
  }

  take(record: FileRecord | BadRecord): void {
    if (!this.#columns) return void this.#header(record)
    this.#lines++
    if (this.#lines > MOST_LINES) {
      this.#reject(
        record.line,
        'file_too_long',
        'A layout has at most 100,000 lines. Nothing of it was read.',
      )
      this.isOver = true
    } else if ('fields' in record) this.#line(record, this.#columns)
    else this.#reject(record.line, record.code, UNREADABLE[record.code])
  }

  /** Without its columns nothing in the file means anything. */
  #header(record: FileRecord | BadRecord): void {
    const names = 'fields' in record ? record.fields.map(nameOf) : []
    const missing = LAYOUT_REQUIRED.filter((name) => !names.includes(name))
    if ('code' in record) this.#reject(record.line, record.code, UNREADABLE[record.code])
    else if (missing.length > 0)
      this.#reject(record.line, 'column_missing', `The first line lacks the columns ${missing.join(', ')}.`)
    else this.#columns = new Map(names.map((name, i) => [name, i]))
    this.isOver = this.#columns === null
  }

  #line({ line, fields }: FileRecord, columns: ReadonlyMap<string, number>): void {
    if (fields.length > columns.size)
      return void this.#reject(
        line,
        'columns_too_many',
        'The line has more fields than the first line has columns.',
      )
    const field = (column: string) => fields[columns.get(column) ?? -1]?.trim() ?? ''
    const code = codeOf(field('bin'), this.#warehouse)
    if (typeof code !== 'string') return void this.#reject(line, code.code, code.message)
    const before = this.#bins.get(code)
    if (before)
      return void this.#reject(
        line,
        'duplicate',
        `${code} stands on line ${before.line} already; that one counts.`,
      )
    const bin = layoutLine(code, field)
    if ('message' in bin) this.#reject(line, bin.code, bin.message)
    else this.#bins.set(code, { line, bin })
  }

  get result(): ReadLayout {
    if (!this.#columns && this.#rejected.length === 0) this.#reject(1, 'column_missing', 'The file is empty.')
    const read = this.isOver ? [] : [...this.#bins.values()]
    const lineOf = new Map(read.map(({ line, bin }) => [bin.code, line]))
    return { lines: this.#lines, bins: read.map(({ bin }) => bin), lineOf, rejected: this.#rejected }
  }
}

/** Reads a layout of this warehouse; a bad line costs that line alone. */
export async function readLayout(chunks: AsyncIterable<Buffer>, warehouse: string): Promise<ReadLayout> {
  const reading = new Reading(warehouse)
  // Also what is no layout is read to its end: a request whose body is left lying holds its connection, and a server that wants to stop.
  for await (const record of commaRecords(chunks)) if (!reading.isOver) reading.take(record)
  return reading.result
}
