import type pg from 'pg'
import type { Database } from '../db/pool.ts'
import { type Pause, Waiting } from './waiting.ts'

/** Work on a connection of its own that lasts as long as the process: lost, it is opened again and the work begun anew. */
export interface Lasting {
  close(): Promise<void>
}

type Work = (client: pg.Client, pause: Pause) => Promise<void>

/** How soon a lost connection is opened again, and how late at most where it cannot be opened. */
const [AGAIN_MS, LATEST_AGAIN_MS] = [200, 5000]

/** Opens the connection and works on it until either ends. @throws when the connection was lost */
async function workOnce(
  client: pg.Client,
  work: Work,
  waiting: Waiting,
  onConnected: () => void,
): Promise<void> {
  const lost = new Promise<never>((_, reject) => {
    client.on('error', reject)
    client.on('end', () => reject(new Error('the connection ended')))
  })
  lost.catch(() => {})
  await client.connect()
  onConnected()
  const done = work(client, waiting.pause)
  try {
    await Promise.race([done, lost])
  } finally {
    // What still waits for an answer on a dead line fails with it; only then may the work begin anew.
    void client.end().catch(() => {})
    waiting.cut()
    await done.catch(() => {})
  }
}

/**
 * @param work does its part until a pause says that it is over; it may throw whenever the connection is lost
 * @param onTrouble told of every loss
 */
export function openLasting(
  db: Database,
  name: string,
  onTrouble: (error: unknown) => void,
  work: Work,
): Lasting {
  const waiting = new Waiting()
  let again = AGAIN_MS
  const onConnected = () => {
    again = AGAIN_MS
  }
  async function keepOn(): Promise<void> {
    do {
      again = Math.min(LATEST_AGAIN_MS, again * 2)
      await workOnce(db.apart(name), work, waiting, onConnected).catch((error: unknown) => {
        if (waiting.isOpen) onTrouble(error)
      })
    } while (await waiting.pause(again))
  }
  const ran = keepOn()
  return {
    async close() {
      waiting.isOpen = false
      waiting.cut()
      await ran
    },
  }
}
