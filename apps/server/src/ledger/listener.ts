import type { Database } from '../db/pool.ts'
import { type Lasting, openLasting } from './lasting.ts'
import { FEED_CHANNEL } from './positions.ts'
import { type Stretch, stretchIn } from './stretch.ts'

/** The database ends a connection on which nothing was asked for half a minute. */
const SIGN_OF_LIFE_MS = 10_000

/** The notification, as migrations 0030 and 0031 write it: `head`, `head seen` or `head seen stretch`, the last of it JSON; `seen` is for nodes of a version before. */
const TOLD = /^(?<head>\d+)(?: \S+(?: (?<stretch>.+))?)?$/s

export interface Ears {
  /** New positions were told: the last one, and what they were given to, if there was room. */
  heard(upTo: number, stretch: Stretch | null): void
  /** It hears again, or for the first time: what was told before is lost. */
  missed(): void
}

/** Hears of new positions. Who reads by a cursor misses nothing, whatever is told while the connection is down. */
export const openListener = (db: Database, ears: Ears, onTrouble: (error: unknown) => void): Lasting =>
  openLasting(db, 'listener', onTrouble, async (client, pause) => {
    client.on('notification', ({ payload = '' }) => {
      const told = TOLD.exec(payload)?.groups
      if (!told) return
      ears.heard(Number(told.head), stretchIn(told.stretch))
    })
    await client.query(`listen ${FEED_CHANNEL}`)
    ears.missed()
    while (await pause(SIGN_OF_LIFE_MS)) await client.query('select 1')
  })
