import type { LineProblem } from './announced-line.ts'
import type { BadRecord, FileRecord } from './records.ts'

/** What becomes of a file's lines: each kind of file has its own answer, and all are read the same way. */

export interface RejectedLine extends LineProblem {
  /** The header is line 1; 0 is the file as a whole. */
  readonly line: number
}

/** What became of the lines that were held. */
export interface TakenIn {
  readonly created: number
  readonly updated: number
  readonly unchanged: number
  /** Parcels that were here already and are this seller's now. */
  readonly matched: number
  readonly rejected: readonly RejectedLine[]
}

export interface FileLines {
  /** Cuts the file. */
  records(chunks: AsyncIterable<Buffer>): AsyncGenerator<FileRecord | BadRecord>
  /** Reads the first line. @returns why nothing behind it can be read */
  begin(first: FileRecord | BadRecord): LineProblem | null
  /** Reads a line, and holds what is to be taken in with others. @returns what is wrong with it already now */
  take(record: FileRecord | BadRecord): LineProblem | null
  /** How many lines are held. */
  readonly held: number
  /** Takes in what is held. */
  flush(): Promise<TakenIn>
}

/** Why a record could not be read. */
const UNREADABLE: Readonly<Record<BadRecord['code'], string>> = {
  not_utf8: 'The line holds bytes that are not UTF-8. Save the file as UTF-8 and send it again.',
  quote_unclosed: 'A quote is opened in this line and never closed.',
  line_too_long: 'The line is longer than 64 kB.',
  not_storable: 'The line holds a NUL character.',
}

export const unreadable = ({ code }: BadRecord): LineProblem => ({ code, message: UNREADABLE[code] })
