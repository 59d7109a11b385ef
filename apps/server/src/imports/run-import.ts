import { randomUUID } from 'node:crypto'
import { createReadStream } from 'node:fs'
import { rm } from 'node:fs/promises'
import type { ImportReport } from '@restow/contracts'
import type { Queryable } from '../db/pool.ts'
import { again } from './again.ts'
import type { AnnouncedLineFacts } from './announced-line.ts'
import { IMPORTS, type ImportFormat } from './formats.ts'
import { recordImport } from './imports.queries.ts'
import { type BadRecord, commaRecords, type FileRecord, tabRecords } from './records.ts'
import { type IdentifiedLine, takeIn } from './take-in.queries.ts'

const BATCH = 500
/** A file that is wrong throughout need not fill the report with it. */
const REPORTED_LINES = 10_000

const BAD: Readonly<Record<BadRecord['code'], string>> = {
  not_utf8: 'The line holds bytes that are not UTF-8. Save the file as UTF-8 and send it again.',
  quote_unclosed: 'A quote is opened in this line and never closed.',
  line_too_long: 'The line is longer than 64 kB.',
  not_storable: 'The line holds a NUL character.',
}

type ReturnFacts = Pick<
  AnnouncedLineFacts,
  'orderNumber' | 'channel' | 'carrier' | 'announcedOn' | 'cancelled'
>
type Mutable = { -readonly [K in keyof ImportReport]: ImportReport[K] }

/** The columns of a header, by name without case or blanks at the ends. */
function columnsOf(fields: readonly string[], format: ImportFormat): Map<string, number> | string[] {
  const columns = new Map(fields.map((name, i) => [name.trim().toLowerCase(), i]))
  const missing = format.required.filter((name) => !columns.has(name.toLowerCase()))
  return missing.length > 0 ? missing : columns
}

/** One run over one file. */
export class ImportRun {
  readonly report: Mutable
  readonly #on: Queryable
  readonly #seller: string
  readonly #format: ImportFormat
  /** Looks whether parcels with these numbers are here already. @returns how many became their seller's */
  readonly #match: (numbers: readonly string[]) => Promise<number>
  readonly #occurrences = new Map<string, number>()
  /** What the first line of each RMA says of the return itself holds for all of its lines. */
  readonly #returns = new Map<string, ReturnFacts>()
  #columns: Map<string, number> | null = null
  #width = 0
  #unreported = 0
  #batch: IdentifiedLine[] = []

  constructor(
    on: Queryable,
    id: string,
    seller: string,
    format: 'amazon' | 'csv',
    match: (numbers: readonly string[]) => Promise<number>,
  ) {
    this.#on = on
    this.#match = match
    this.#seller = seller
    this.#format = IMPORTS[format]
    this.report = {
      id,
      state: 'running',
      total: 0,
      done: 0,
      created: 0,
      updated: 0,
      unchanged: 0,
      matched: 0,
      rejected: [],
    }
  }

  /** Reads the file to its end and drops it. `progress` is told after each batch. @returns the report, which is on record too */
  async run(path: string, progress: (done: number) => void, signal: AbortSignal): Promise<ImportReport> {
    const chunks = createReadStream(path) as AsyncIterable<Buffer>
    const records = this.#format.separated === 'tab' ? tabRecords(chunks) : commaRecords(chunks)
    try {
      for await (const record of records) {
        if (signal.aborted) throw new Error('interrupted')
        if (!this.#columns) {
          if (!this.#header(record)) break
        } else {
          this.#take(record)
          if (this.#batch.length >= BATCH) await this.#flush()
          if (this.report.total % BATCH === 0) progress(this.report.done)
        }
      }
      await this.#flush()
      if (!this.#columns && this.report.rejected.length === 0)
        this.#reject(1, 'file_empty', 'The file holds nothing.')
      this.report.state = this.#columns ? 'done' : 'failed'
    } catch (error) {
      this.report.state = 'failed'
      this.#reject(
        0,
        'interrupted',
        'The import was interrupted. Send the file again; what is in already counts as unchanged.',
      )
      if (!signal.aborted) throw error
    } finally {
      // Whoever is told that it is over must not find the file still lying there.
      await rm(path, { force: true })
      await recordImport(this.#on, this.report)
    }
    return this.report
  }

  #reject(line: number, code: string, message: string): void {
    const { rejected } = this.report
    this.#unreported += rejected.length < REPORTED_LINES ? 0 : 1
    if (rejected.length < REPORTED_LINES) rejected.push({ line, code, message })
    else
      rejected[REPORTED_LINES] = {
        line,
        code: 'and_more',
        message: `${this.#unreported} more lines were rejected.`,
      }
  }

  #header(record: FileRecord | BadRecord): boolean {
    const columns = 'fields' in record ? columnsOf(record.fields, this.#format) : this.#format.required
    if (columns instanceof Map && 'fields' in record) {
      this.#columns = columns
      this.#width = record.fields.length
      return true
    }
    const names = [...columns].join(', ')
    this.#reject(
      record.line,
      'column_missing',
      `The first line is not the header of this format; it lacks: ${names}.`,
    )
    return false
  }

  #take(record: FileRecord | BadRecord): void {
    this.report.total++
    const field = this.#fieldOf(record)
    // A line that is rejected now and mended later must not shift those behind it: it counts among its likes too.
    const occurrence = this.#occurrenceOf(field)
    const line = this.#read(record, field)
    if ('rmaNumber' in line) {
      this.#batch.push({ ...line, ...this.#returnOf(line), occurrence, newId: randomUUID() })
      return
    }
    this.report.done++
    this.#reject(record.line, line.code, line.message)
  }

  #fieldOf(record: FileRecord | BadRecord): (column: string) => string {
    const fields = 'fields' in record ? record.fields : []
    return (name) => fields[this.#columns?.get(name.toLowerCase()) ?? -1]?.trim() ?? ''
  }

  #occurrenceOf(field: (column: string) => string): number {
    const key = this.#format.identity(field).join('\n')
    const occurrence = (this.#occurrences.get(key) ?? 0) + 1
    this.#occurrences.set(key, occurrence)
    return occurrence
  }

  #returnOf(line: AnnouncedLineFacts): ReturnFacts {
    const { rmaNumber, orderNumber, channel, carrier, announcedOn, cancelled } = line
    const first = this.#returns.get(rmaNumber) ?? { orderNumber, channel, carrier, announcedOn, cancelled }
    this.#returns.set(rmaNumber, first)
    return first
  }

  #read(
    record: FileRecord | BadRecord,
    field: (column: string) => string,
  ): AnnouncedLineFacts | { code: string; message: string } {
    if ('code' in record) return { code: record.code, message: BAD[record.code] }
    const { fields } = record
    const columns = this.#columns ?? new Map<string, number>()
    const needed = Math.max(...this.#format.required.map((name) => columns.get(name.toLowerCase()) ?? 0))
    if (fields.length <= needed || fields.length > this.#width) {
      const message = `The line has ${fields.length} columns where the header has ${this.#width}.`
      return { code: fields.length > this.#width ? 'columns_too_many' : 'column_missing', message }
    }
    return this.#format.read(field)
  }

  async #flush(): Promise<void> {
    if (this.#batch.length > 0) {
      const numbers = this.#batch.flatMap(({ rmaNumber, trackingNumber }) =>
        trackingNumber === null ? [] : [{ rmaNumber, trackingNumber }],
      )
      const told = { source: 'file', whole: false } as const
      const taken = await again(() => takeIn(this.#on, this.#seller, this.#batch, numbers, told))
      for (const { fate } of taken) this.report[fate] += 1
      this.report.done += this.#batch.length
      this.report.matched += await this.#match(numbers.map((n) => n.trackingNumber))
      this.#batch = []
    }
    await recordImport(this.#on, this.report)
  }
}
