import type { Duplex } from 'node:stream'
import pg from 'pg'

type Question = pg.QueryConfig & { query_timeout?: number }

/** A server that says one of these hangs up a moment later: it is stopped, comes back from a crash, or was silent to for too long. */
const GOODBYES: readonly unknown[] = ['57P01', '57P02', '57P03', '57P05', '25P03']

/** What is asked in one go goes out in one go: the database, and the computer, are woken once. */
function together(client: pg.Client): void {
  const { stream } = (client as unknown as { connection: { stream: Duplex } }).connection
  if (stream.writableCorked > 0) return
  stream.cork()
  process.nextTick(() => stream.uncork())
}

/**
 * One connection on which nobody waits for the answer to the question before: they are sent at once, and answered in
 * their order. Lost, it is opened anew for the next question; those that were under way fail.
 */
export class Line {
  readonly #make: () => pg.Client
  #opening: Promise<pg.Client> | null = null
  #isClosed = false

  /** @param make a connection, still to be opened, that sends without waiting */
  constructor(make: () => pg.Client) {
    this.#make = make
  }

  #open(): Promise<pg.Client> {
    const client = this.#make()
    const opening = client.connect().then(() => client)
    const lost = () => this.#lose(opening, client)
    client.on('error', lost)
    client.on('end', lost)
    opening.catch(lost)
    return opening
  }

  #lose(opening: Promise<pg.Client>, client: pg.Client): void {
    if (this.#opening !== opening) return
    this.#opening = null
    // One that failed may be half open still.
    void client.end().catch(() => {})
  }

  async query(question: Question): Promise<pg.QueryResult> {
    if (this.#isClosed) throw new Error('the line is closed')
    this.#opening ??= this.#open()
    const opening = this.#opening
    const client = await opening
    try {
      together(client)
      return await client.query(question)
    } catch (error) {
      // The next question must not go there.
      if (error instanceof pg.DatabaseError && GOODBYES.includes(error.code)) this.#lose(opening, client)
      throw error
    }
  }

  async close(): Promise<void> {
    this.#isClosed = true
    const client = await this.#opening?.catch(() => null)
    await client?.end()
  }
}
