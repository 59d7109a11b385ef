import type { Queryable } from '../db/pool.ts'
import { tokenHash } from './secrets.ts'
import { findSessions, type SessionRow } from './sessions.queries.ts'

/** Finds the sessions of requests. */
export interface Sessions {
  /** @returns null for a token that opens nothing, any more or at all */
  of(token: string): Promise<SessionRow | null>
}

type Waiting = { hash: Buffer; found: (row: SessionRow | null) => void; failed: (error: unknown) => void }

/**
 * Looks sessions up in the database at each request, so that a revoked one ends at once on every node;
 * requests of the same moment share one query, which is what makes that cheap.
 */
export function openSessions(on: Queryable): Sessions {
  let waiting: Waiting[] = []

  async function lookUp(): Promise<void> {
    const asked = waiting
    waiting = []
    try {
      const rows = await findSessions(
        on,
        asked.map((w) => w.hash),
      )
      const byHash = new Map(rows.map((row) => [row.hash, row]))
      for (const { hash, found } of asked) found(byHash.get(hash.toString('hex')) ?? null)
    } catch (error) {
      for (const { failed } of asked) failed(error)
    }
  }

  return {
    of: (token) =>
      new Promise((found, failed) => {
        waiting.push({ hash: tokenHash(token), found, failed })
        if (waiting.length === 1) setImmediate(() => void lookUp())
      }),
  }
}
