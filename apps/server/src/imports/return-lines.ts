import { randomUUID } from 'node:crypto'
import type { Queryable } from '../db/pool.ts'
import { again } from './again.ts'
import type { AnnouncedLineFacts, LineProblem } from './announced-line.ts'
import { type FileLines, type TakenIn, unreadable } from './file-lines.ts'
import { IMPORTS, type ImportFormat } from './formats.ts'
import { type BadRecord, commaRecords, type FileRecord, tabRecords } from './records.ts'
import { type IdentifiedLine, takeIn } from './take-in.queries.ts'

type ReturnFacts = Pick<
  AnnouncedLineFacts,
  'orderNumber' | 'channel' | 'carrier' | 'announcedOn' | 'cancelled'
>

/** The columns of a header, by name without case or blanks at the ends. */
function columnsOf(fields: readonly string[], format: ImportFormat): Map<string, number> | string[] {
  const columns = new Map(fields.map((name, i) => [name.trim().toLowerCase(), i]))
  const missing = format.required.filter((name) => !columns.has(name.toLowerCase()))
  return missing.length > 0 ? missing : columns
}

/** The lines of a file of announced returns. */
export class ReturnLines implements FileLines {
  readonly #on: Queryable
  readonly #seller: string
  readonly #format: ImportFormat
  /** Looks whether parcels with these numbers are here already, matched since this began or not yet. @returns how many are their seller's now */
  readonly #match: (numbers: readonly string[], since: Date) => Promise<number>
  readonly #occurrences = new Map<string, number>()
  /** What the first line of each RMA says of the return itself holds for all of its lines. */
  readonly #returns = new Map<string, ReturnFacts>()
  #columns = new Map<string, number>()
  #width = 0
  #batch: IdentifiedLine[] = []

  constructor(
    on: Queryable,
    seller: string,
    format: 'amazon' | 'csv',
    match: (numbers: readonly string[], since: Date) => Promise<number>,
  ) {
    this.#on = on
    this.#seller = seller
    this.#format = IMPORTS[format]
    this.#match = match
  }

  records(chunks: AsyncIterable<Buffer>): AsyncGenerator<FileRecord | BadRecord> {
    return this.#format.separated === 'tab' ? tabRecords(chunks) : commaRecords(chunks)
  }

  begin(first: FileRecord | BadRecord): LineProblem | null {
    const columns = 'fields' in first ? columnsOf(first.fields, this.#format) : this.#format.required
    if (columns instanceof Map && 'fields' in first) {
      this.#columns = columns
      this.#width = first.fields.length
      return null
    }
    const names = [...columns].join(', ')
    return {
      code: 'column_missing',
      message: `The first line is not the header of this format; it lacks: ${names}.`,
    }
  }

  take(record: FileRecord | BadRecord): LineProblem | null {
    const field = this.#fieldOf(record)
    // A line that is rejected now and mended later must not shift those behind it: it counts among its likes too.
    const occurrence = this.#occurrenceOf(field)
    const line = this.#read(record, field)
    if (!('rmaNumber' in line)) return line
    this.#batch.push({ ...line, ...this.#returnOf(line), occurrence, newId: randomUUID() })
    return null
  }

  get held(): number {
    return this.#batch.length
  }

  async flush(): Promise<TakenIn> {
    const numbers = this.#batch.flatMap(({ rmaNumber, trackingNumber }) =>
      trackingNumber === null ? [] : [{ rmaNumber, trackingNumber }],
    )
    const told = { source: 'file', whole: false } as const
    const since = new Date()
    const taken = await again(() => takeIn(this.#on, this.#seller, this.#batch, numbers, told))
    const count = { created: 0, updated: 0, unchanged: 0 }
    for (const { fate } of taken) count[fate] += 1
    const matched = await this.#match(
      numbers.map((n) => n.trackingNumber),
      since,
    )
    this.#batch = []
    return { ...count, matched, rejected: [] }
  }

  #fieldOf(record: FileRecord | BadRecord): (column: string) => string {
    const fields = 'fields' in record ? record.fields : []
    return (name) => fields[this.#columns.get(name.toLowerCase()) ?? -1]?.trim() ?? ''
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

  #read(record: FileRecord | BadRecord, field: (column: string) => string): AnnouncedLineFacts | LineProblem {
    if ('code' in record) return unreadable(record)
    const { fields } = record
    const needed = Math.max(
      ...this.#format.required.map((name) => this.#columns.get(name.toLowerCase()) ?? 0),
    )
    if (fields.length <= needed || fields.length > this.#width) {
      const message = `The line has ${fields.length} columns where the header has ${this.#width}.`
      return { code: fields.length > this.#width ? 'columns_too_many' : 'column_missing', message }
    }
    return this.#format.read(field)
  }
}
