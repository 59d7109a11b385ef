import type { Database } from '../db/pool.ts'
import { type Lasting, openLasting } from './lasting.ts'
import { FEED_CHANNEL } from './positions.ts'

/** The database ends a connection on which nothing was asked for half a minute. */
const SIGN_OF_LIFE_MS = 10_000

/**
 * Hears of new positions, and of what was seen by who gave them. What is told while the line is down is lost, so it says so each time that it hears again; who
 * reads by a cursor misses nothing.
 */
export const openListener = (
  db: Database,
  onNews: (upTo?: number, seen?: string) => void,
  onTrouble: (error: unknown) => void,
): Lasting =>
  openLasting(db, 'listener', onTrouble, async (client, pause) => {
    client.on('notification', ({ payload = '' }) => {
      const [head, seen] = payload.split(' ')
      onNews(Number(head), seen)
    })
    await client.query(`listen ${FEED_CHANNEL}`)
    do {
      onNews()
      await client.query('select 1')
    } while (await pause(SIGN_OF_LIFE_MS))
  })
