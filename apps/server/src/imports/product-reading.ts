import type { ProductColumn } from '@restow/contracts'
import type { Queryable } from '../db/pool.ts'
import { isProblem, type LineProblem, problem } from './announced-line.ts'
import { unreadable } from './file-lines.ts'
import { openText } from './file-text.ts'
import { type FactColumn, oneLine } from './product-cells.ts'
import { type ProductHeader, readHeader } from './product-columns.ts'
import { Claims, type Judgement, judgeAll, type ProductLine } from './product-judge.ts'
import { findStanding } from './products.queries.ts'
import { type BadRecord, commaRecords, type FileRecord, tabRecords } from './records.ts'

/** More than any seller sells here: somebody has sent another file. */
const MOST_LINES = 100_000
const HOW_TO_SAVE = 'In Excel: File, Save as, CSV UTF-8 (comma delimited).'
const WORKBOOK = problem(
  'file_is_workbook',
  `This is an Excel workbook or an archive, not a text file. Save the sheet as CSV: ${HOW_TO_SAVE}`,
)
const TOO_MANY = problem(
  'file_too_long',
  'Only the first 100,000 lines of a file are taken. Send the others in a file of their own.',
)

type Held = ProductLine | (LineProblem & { readonly line: number })

/** A seller's file of products, read line by line; what it makes of them is judged by many at once. */
export class ProductReading {
  readonly #seller: string
  /** What a cell says that a spreadsheet was kept from taking for a formula. */
  readonly #plain: (text: string) => string
  #isWorkbook = false
  #header: ProductHeader | null = null
  #lines = 0
  #held: Held[] = []
  readonly #claims = new Claims()

  constructor(seller: string, plain: (text: string) => string) {
    this.#seller = seller
    this.#plain = plain
  }

  async *records(chunks: AsyncIterable<Buffer>): AsyncGenerator<FileRecord | BadRecord> {
    const { isWorkbook, separated, text } = await openText(chunks)
    this.#isWorkbook = isWorkbook
    yield* separated === 'tab' ? tabRecords(text) : commaRecords(text)
  }

  begin(first: FileRecord | BadRecord): LineProblem | null {
    if (this.#isWorkbook) return WORKBOOK
    if ('code' in first) {
      const { code, message } = unreadable(first)
      return { code, message: `${message} ${HOW_TO_SAVE}` }
    }
    const header = readHeader(first.fields.map((name) => this.#plain(name.trim())))
    if ('code' in header) return header
    this.#header = header
    return null
  }

  get header(): ProductHeader | null {
    return this.#header
  }
  get held(): number {
    return this.#held.length
  }

  hold(record: FileRecord | BadRecord): void {
    this.#lines++
    const line = this.#lines > MOST_LINES ? TOO_MANY : this.#lineOf(record)
    this.#held.push(isProblem(line) ? { ...line, line: record.line } : line)
  }

  /** What the held lines would make of what stands there. Nothing is forgotten, so that it can be asked again. */
  async judge(on: Queryable): Promise<{ judgements: Judgement[]; claims: Claims }> {
    const lines = this.#held.filter((line) => 'cells' in line)
    const standing = await findStanding(on, this.#seller, lines)
    return judgeAll(this.#seller, this.#held, standing, this.#claims)
  }

  /** Goes on to the lines behind. */
  settle(claims: Claims): void {
    this.#claims.keep(claims)
    this.#held = []
  }

  #lineOf(record: FileRecord | BadRecord): ProductLine | LineProblem {
    if ('code' in record) return unreadable(record)
    const { fields, line } = record
    const { columns, width } = this.#header as ProductHeader
    const skuAt = columns.get('sku')?.at ?? 0
    if (fields.length > width || fields.length <= skuAt || (fields.length === 1 && width > 1))
      return problem(
        fields.length > width ? 'columns_too_many' : 'column_missing',
        `The line has ${fields.length} columns where the first line has ${width}.`,
      )
    const cellOf = (column: ProductColumn) =>
      this.#plain(oneLine(fields[columns.get(column)?.at ?? -1] ?? ''))
    const cells = [...columns].flatMap(([column, { grams }]) => {
      if (column === 'seller' || column === 'sku') return []
      const cell = cellOf(column)
      return cell === '' ? [] : [{ column: column as FactColumn, cell, grams }]
    })
    const wholeSku = this.#plain(fields[skuAt] ?? '')
    return { line, seller: cellOf('seller'), sku: cellOf('sku'), wholeSku, cells }
  }
}
