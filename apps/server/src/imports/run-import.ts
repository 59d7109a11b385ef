import { createReadStream } from 'node:fs'
import { rm } from 'node:fs/promises'
import type { ImportReport } from '@restow/contracts'
import type { Queryable } from '../db/pool.ts'
import type { FileLines } from './file-lines.ts'
import { recordImport } from './imports.queries.ts'

const BATCH = 500
/** A file that is wrong throughout need not fill the report with it. */
const REPORTED_LINES = 10_000

/** What a report ends with where the file was not read to its end. */
export const INTERRUPTED = {
  line: 0,
  code: 'interrupted',
  message: 'The import was interrupted. Send the file again; what is in already counts as unchanged.',
}

type Mutable = { -readonly [K in keyof ImportReport]: ImportReport[K] }

/** One run over one file, whatever its lines are about. */
export class ImportRun {
  readonly report: Mutable
  readonly #on: Queryable
  readonly #lines: FileLines
  #begun = false
  #unreported = 0

  constructor(on: Queryable, id: string, lines: FileLines) {
    this.#on = on
    this.#lines = lines
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
    try {
      await this.#read(createReadStream(path) as AsyncIterable<Buffer>, progress, signal)
      if (!this.#begun && this.report.rejected.length === 0)
        this.#reject(1, 'file_empty', 'The file holds nothing.')
      this.report.state = this.#begun ? 'done' : 'failed'
    } catch (error) {
      this.report.state = 'failed'
      this.#reject(INTERRUPTED.line, INTERRUPTED.code, INTERRUPTED.message)
      if (!signal.aborted) throw error
    } finally {
      // Whoever is told that it is over must not find the file still lying there.
      await rm(path, { force: true })
      await recordImport(this.#on, this.report)
    }
    return this.report
  }

  async #read(chunks: AsyncIterable<Buffer>, progress: (done: number) => void, signal: AbortSignal) {
    for await (const record of this.#lines.records(chunks)) {
      if (signal.aborted) throw new Error('interrupted')
      if (!this.#begun) {
        const problem = this.#lines.begin(record)
        if (problem) return this.#reject(record.line, problem.code, problem.message)
        this.#begun = true
      } else {
        this.report.total++
        const problem = this.#lines.take(record)
        if (problem) {
          this.report.done++
          this.#reject(record.line, problem.code, problem.message)
        }
        if (this.#lines.held >= BATCH) await this.#flush()
        if (this.report.total % BATCH === 0) progress(this.report.done)
      }
    }
    await this.#flush()
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

  async #flush(): Promise<void> {
    const { held } = this.#lines
    if (held > 0) {
      const { created, updated, unchanged, matched, rejected } = await this.#lines.flush()
      this.report.created += created
      this.report.updated += updated
      this.report.unchanged += unchanged
      this.report.matched += matched
      this.report.done += held
      for (const { line, code, message } of rejected) this.#reject(line, code, message)
    }
    await recordImport(this.#on, this.report)
  }
}
