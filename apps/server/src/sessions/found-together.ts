import { tokenHash } from './secrets.ts'

type Waiting<Row> = { hash: Buffer; found: (row: Row | null) => void; failed: (error: unknown) => void }

/**
 * Looks tokens up in the database at each request, so that a revoked one ends at once on every node; requests of the
 * same moment share one query, which is what makes that cheap.
 * @param find the rows of those hashes that are there, each with its hash in hex
 * @param soon when what has been asked by then is looked up: once all requests that came in are read, or with what else is asked in one go
 * @returns null for a token that is not
 */
export function foundTogether<Row extends { readonly hash: string }>(
  find: (hashes: readonly Buffer[]) => Promise<Row[]>,
  soon: (lookUp: () => void) => void = setImmediate,
): (token: string) => Promise<Row | null> {
  let waiting: Waiting<Row>[] = []

  async function lookUp(): Promise<void> {
    const asked = waiting
    waiting = []
    try {
      const rows = await find(asked.map((w) => w.hash))
      const byHash = new Map(rows.map((row) => [row.hash, row]))
      for (const { hash, found } of asked) found(byHash.get(hash.toString('hex')) ?? null)
    } catch (error) {
      for (const { failed } of asked) failed(error)
    }
  }

  return (token) =>
    new Promise((found, failed) => {
      waiting.push({ hash: tokenHash(token), found, failed })
      if (waiting.length === 1) soon(() => void lookUp())
    })
}
