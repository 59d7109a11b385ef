import pg from 'pg'

/** What a copy in PostgreSQL's binary form begins with; four bytes of flags and four of a length that is 0 follow it. */
const SIGNATURE = Buffer.from('PGCOPY\n\xff\r\n\0', 'latin1')
const HEADER = SIGNATURE.length + 8

/** A row as it goes by, field by field. Its bytes are used again for the next one: what is to be kept is copied. */
export class CopiedRow {
  #bytes: Buffer = SIGNATURE
  #at = 0

  /** @returns false where there is no row in it: before the first and after the last */
  begin(message: Buffer): boolean {
    const isFirst =
      message.length >= HEADER && message.compare(SIGNATURE, 0, SIGNATURE.length, 0, SIGNATURE.length) === 0
    this.#bytes = message
    this.#at = (isFirst ? HEADER : 0) + 2
    return this.#at <= message.length && message.readInt16BE(this.#at - 2) > 0
  }

  #pass(): number {
    const length = this.#bytes.readInt32BE(this.#at)
    this.#at += 4 + length
    return length
  }

  int(): number {
    this.#pass()
    return this.#bytes.readInt32BE(this.#at - 4)
  }

  text(): string {
    const length = this.#pass()
    return this.#bytes.toString('utf8', this.#at - length, this.#at)
  }

  /** A text as the bytes that it is. */
  bytes(): Buffer {
    const length = this.#pass()
    return this.#bytes.subarray(this.#at - length, this.#at)
  }
}

type Takes = (row: CopiedRow) => void

/** A pool, or one client within a transaction, as far as it is asked here. */
interface Asked {
  query(copy: CopyOut): Promise<unknown>
}

/** A copy under way, as a connection wants to be asked. PostgreSQL sends each row in a message of its own. */
export class CopyOut implements pg.Submittable {
  readonly text: string
  readonly done: Promise<void>
  /** Set by a pool, which takes its connection back then, and by who waits no longer than so long. */
  callback?: (error: Error | null) => void
  readonly #take: Takes
  readonly #row = new CopiedRow()
  #ended: (error: Error | null) => void = () => {}
  #failed: Error | null = null

  constructor(select: string, take: Takes) {
    this.text = `copy (${select}) to stdout (format binary)`
    this.#take = take
    this.done = new Promise((resolve, reject) => {
      this.#ended = (error) => (error ? reject(error) : resolve())
    })
  }

  submit(connection: pg.Connection): void {
    connection.query(this.text)
  }

  handleCopyData({ chunk }: { chunk: Buffer }): void {
    if (this.#failed) return
    try {
      if (this.#row.begin(chunk)) this.#take(this.#row)
    } catch (error) {
      // Thrown from here it would end the process.
      this.#failed = error as Error
    }
  }

  handleCommandComplete(): void {}

  handleReadyForQuery(): void {
    this.#end(this.#failed)
  }

  handleError(error: Error): void {
    this.#end(error)
  }

  #end(error: Error | null): void {
    this.#ended(error)
    this.callback?.(error)
  }
}

const literal = (value: string | number | null): string =>
  value === null ? 'null' : typeof value === 'number' ? String(value) : pg.escapeLiteral(value)

/**
 * Asks for rows as bytes. Of an answer to an ordinary question each field becomes a string before anybody sees it, and of a long
 * answer that is passed on as it is, those strings are most of what the server holds.
 * @param select with `$1` and so on where the values go: a copy takes none beside it
 * @param take called for each row in turn
 */
export async function copyOut(
  on: Asked,
  select: string,
  values: readonly (string | number | null)[],
  take: Takes,
): Promise<void> {
  const text = select.replaceAll(/\$(\d+)/g, (_, n: string) => literal(values[Number(n) - 1] ?? null))
  const copying = new CopyOut(text, take)
  await Promise.all([on.query(copying), copying.done])
}
