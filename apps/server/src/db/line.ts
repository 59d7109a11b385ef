import type pg from 'pg'

type Question = pg.QueryConfig & { query_timeout?: number }

/**
 * One connection on which nobody waits for the answer to the question before: they are sent at once, and answered in
 * their order. Lost, it is opened anew for the next question; those that were under way fail.
 */
export class Line {
  readonly #make: () => pg.Client
  #client: Promise<pg.Client> | null = null
  #isClosed = false

  /** @param make a connection, still to be opened, that sends without waiting */
  constructor(make: () => pg.Client) {
    this.#make = make
  }

  #open(): Promise<pg.Client> {
    const client = this.#make()
    const lost = () => {
      if (this.#client === opening) this.#client = null
    }
    client.on('error', lost)
    client.on('end', lost)
    const opening = client.connect().then(() => client)
    opening.catch(lost)
    return opening
  }

  async query(config: Question): Promise<pg.QueryResult> {
    if (this.#isClosed) throw new Error('the line is closed')
    this.#client ??= this.#open()
    return (await this.#client).query(config)
  }

  async close(): Promise<void> {
    this.#isClosed = true
    const client = await this.#client?.catch(() => null)
    await client?.end()
  }
}
