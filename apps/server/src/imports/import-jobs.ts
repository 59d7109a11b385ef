import { randomUUID } from 'node:crypto'
import { createWriteStream, existsSync, readdirSync, statSync } from 'node:fs'
import { mkdir, rm, utimes } from 'node:fs/promises'
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

/** An import touches its file every few seconds; the clock of a shared folder may be another one. */
const UNTOUCHED_MS = 10 * 60_000

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
  #later: NodeJS.Timeout | undefined

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
      void utimes(path, new Date(), new Date()).catch(() => {})
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
   * Ends what ran when a process was killed: its file lies there still, and whoever asks how it stands would be told for good that
   * it runs. What another server on the same folder is at is touched by it, so only what nobody has touched for long is ended.
   */
  endInterrupted(): void {
    const left = existsSync(this.#folder) ? readdirSync(this.#folder).filter((name) => ID.test(name)) : []
    for (const id of left.filter((one) => !this.#running.has(one))) {
      const touched = statSync(join(this.#folder, id), { throwIfNoEntry: false })?.mtimeMs ?? null
      if (touched !== null && Date.now() - touched >= UNTOUCHED_MS) this.#end(id)
      else this.#later ??= setTimeout(() => this.#lookAgain(), UNTOUCHED_MS).unref()
    }
  }

  #lookAgain(): void {
    this.#later = undefined
    this.endInterrupted()
  }

  #end(id: string): void {
    const ended = endImport(this.#on, id, INTERRUPTED)
      .then(() => rm(join(this.#folder, id), { force: true }))
      .catch((error: unknown) => this.#onTrouble(error, id))
    this.#running.set(
      id,
      ended.finally(() => this.#running.delete(id)),
    )
  }

  /** Ends what runs, which says so in its report. */
  async stop(): Promise<void> {
    clearTimeout(this.#later)
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
