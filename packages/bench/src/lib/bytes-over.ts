import { get } from 'node:http'
import type pg from 'pg'

/** What came over a line, and when, in milliseconds from the question. */
export interface Came {
  readonly bytes: number
  readonly lines: number
  readonly first: number
  readonly whole: number
}

const LINE_FEED = 10

class Coming {
  readonly #began = performance.now()
  #first = Number.NaN
  #bytes = 0
  #lines = 0

  take(piece: Uint8Array): void {
    if (this.#bytes === 0) this.#first = performance.now() - this.#began
    this.#bytes += piece.length
    for (let at = piece.indexOf(LINE_FEED); at >= 0; at = piece.indexOf(LINE_FEED, at + 1)) this.#lines += 1
  }

  end(): Came {
    return {
      bytes: this.#bytes,
      lines: this.#lines,
      first: this.#first,
      whole: performance.now() - this.#began,
    }
  }
}

/** Fetches an address to its end and keeps nothing of it. @throws for any status but 200 */
export function fetched(address: string, cookie: string): Promise<Came> {
  return new Promise((resolve, reject) => {
    const coming = new Coming()
    get(address, { headers: { cookie } }, (answer) => {
      if (answer.statusCode !== 200) reject(new Error(`${address}: ${answer.statusCode}`))
      answer.on('data', (piece: Buffer) => coming.take(piece))
      answer.on('end', () => resolve(coming.end()))
      answer.on('error', reject)
    }).on('error', reject)
  })
}

/** `COPY … TO STDOUT` on a connection, and nothing kept of it either. */
export async function copied(client: pg.Client, select: string): Promise<Came> {
  const { connection } = client as unknown as { connection: NodeJS.EventEmitter }
  const coming = new Coming()
  const take = ({ chunk }: { chunk: Buffer }) => coming.take(chunk)
  connection.on('copyData', take)
  try {
    await client.query(`copy (${select}) to stdout`)
    return coming.end()
  } finally {
    connection.off('copyData', take)
  }
}
