import { LOCKS } from '../db/locks.ts'
import type { Database } from '../db/pool.ts'
import { openLasting } from '../ledger/lasting.ts'
import type { Pause } from '../ledger/waiting.ts'
import { type Closing, findHouses } from './closing.queries.ts'
import { DayCloser } from './closing.ts'
import { keepDay } from './keep-day.ts'

/** Who does not close days asks for the lock so often; a day is closed a moment later where a node was killed. */
const LOCK_EVERY_MS = 2000
/** How often it is looked whether a day is over, and whether those have ended that are waited for. */
const [LOOK_EVERY_MS, WAIT_MS] = [2000, 200]

const LOCK = { text: 'select pg_try_advisory_lock($1) as got', values: [LOCKS.closer] }

/** Told of each day that was closed, once, by the node that closed it; only lowers latency, since that may end just before. */
export type OnClosed = (closing: Closing) => void

/** Closes what can be closed in all warehouses. @returns whether to look again at once, soon or later, in milliseconds */
async function closeDue(db: Database, closer: DayCloser, onClosed: OnClosed): Promise<number> {
  let again = LOOK_EVERY_MS
  for (const house of await findHouses(db.staff)) {
    const closed = await closer.closeNext(house)
    if (closed === 'waits') again = Math.min(again, WAIT_MS)
    else if (closed) {
      again = 0
      onClosed(closed)
    }
  }
  return again
}

/** Closes the business days of all warehouses as long as it is open, by one node at a time; after a stop, all that are due. */
export function openCloser(
  db: Database,
  onClosed: OnClosed,
  onTrouble: (error: unknown) => void,
): { close(): Promise<void> } {
  return openLasting(db, 'closer', onTrouble, async (client, pause: Pause) => {
    const asks = async () => (await client.query<{ got: boolean }>(LOCK)).rows[0]?.got
    while (!(await asks())) if (!(await pause(LOCK_EVERY_MS))) return
    const closer = new DayCloser(db, keepDay)
    // The lock goes with its connection, which the database ends where nothing is asked on it.
    do await client.query('select 1')
    while (await pause(await closeDue(db, closer, onClosed)))
  })
}
