import { randomUUID } from 'node:crypto'
import { createWriteStream, existsSync, readdirSync } from 'node:fs'
import { mkdir, rm } from 'node:fs/promises'
import { join } from 'node:path'
import { pipeline } from 'node:stream/promises'
import type { ImportReport } from '@restow/contracts'
import type { Queryable } from '../db/pool.ts'
import { ProblemError } from '../problem.ts'
import { bounded, tooLarge } from './bounded.ts'
import type { FileLines } from './file-lines.ts'
import { beginImport, endImport } from './imports.queries.ts'
import { ImportRun, INTERRUPTED } from './run-import.ts'

const ID = /^[\da-f]{8}(?:-[\da-f]{4}){3}-[\da-f]{12}$/

/** Past so many lines an import goes on in the background. */
const WAITED_LINES = 2000

/** A file as it comes in. */
export interface Incoming {
  readonly body: NodeJS.ReadableStream | undefined
  /** As the request says; zero where it does not. */
  readonly bytes: number
  /** The most that it may have. */
  readonly most: number
}
interface Begun {
  readonly seller: string
  readonly format: string
  /** Who sends it. */
  readonly by: string
}

/** The imports that run on this node. */
export class ImportJobs {
  readonly #on: Queryable
  readonly #folder: string
  readonly #onTrouble: (error: unknown, id: string) => void
  readonly #running = new Map<string, Promise<unknown>>()
  readonly #stopping = new AbortController()

  /** @param onTrouble told where one broke, which its report says as well */
  constructor(on: Queryable, dataDir: string, onTrouble: (error: unknown, id: string) => void) {
    this.#on = on
    this.#folder = join(dataDir, 'imports')
    this.#onTrouble = onTrouble
  }

  /**
   * Takes a file and begins with it.
   * @returns how it stands: at its end, or where it has become long
   * @throws 400 file_missing, 413 file_too_large
   */
  async take(file: Incoming, { seller, format, by }: Begun, lines: FileLines): Promise<ImportReport> {
    const id = randomUUID()
    const path = join(this.#folder, id)
    await this.#keep(file, path)
    await beginImport(this.#on, id, seller, format, by)
    const run = new ImportRun(this.#on, id, lines)
    let isLong = () => {}
    const long = new Promise<void>((resolve) => {
      isLong = resolve
    })
    const progress = (done: number) => {
      if (done > WAITED_LINES) isLong()
    }
    const whole = run.run(path, progress, this.#stopping.signal).finally(() => this.#running.delete(id))
    this.#running.set(
      id,
      whole.catch((error: unknown) => this.#onTrouble(error, id)),
    )
    await Promise.race([whole, long])
    return run.report
  }

  /**
   * Ends what ran when the process was killed: its file lies there still, and whoever asks how it stands would be told for good
   * that it runs. To be called before the first file is taken: one server at a time works on a data folder, so that all files in
   * it then are such ones. Nothing waits for it.
   */
  endInterrupted(): void {
    const left = existsSync(this.#folder) ? readdirSync(this.#folder).filter((name) => ID.test(name)) : []
    for (const id of left) {
      const ended = endImport(this.#on, id, INTERRUPTED)
        .then(() => rm(join(this.#folder, id), { force: true }))
        .catch((error: unknown) => this.#onTrouble(error, id))
      this.#running.set(
        id,
        ended.finally(() => this.#running.delete(id)),
      )
    }
  }

  /** Ends what runs, which says so in its report. */
  async stop(): Promise<void> {
    this.#stopping.abort()
    await Promise.allSettled(this.#running.values())
  }

  async #keep({ body, bytes, most }: Incoming, path: string): Promise<void> {
    if (bytes > most) throw tooLarge(most)
    if (!body) throw new ProblemError(400, 'file_missing', 'The request holds no file.')
    await mkdir(this.#folder, { recursive: true })
    try {
      await pipeline(body, (chunks) => bounded(chunks, most), createWriteStream(path, { flags: 'wx' }))
    } catch (error) {
      await rm(path, { force: true })
      throw error
    }
  }
}
