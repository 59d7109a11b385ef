import type { Database } from '../db/pool.ts'
import type { Happened } from './happened.ts'
import { type Lasting, openLasting } from './lasting.ts'
import { FEED_CHANNEL } from './positions.ts'

/** The database ends a connection on which nothing was asked for half a minute. */
const SIGN_OF_LIFE_MS = 10_000

/** The notification, as migration 0028 writes it: `head`, `head seen` or `head seen happened`, the last of it JSON. */
const TOLD = /^(?<head>\d+)(?: (?<seen>\S+)(?: (?<happened>.+))?)?$/s

/** What cannot be read is asked for. */
function happenedIn(text: string | undefined): readonly Happened[] | null {
  try {
    const happened: unknown = text === undefined ? null : JSON.parse(text)
    return Array.isArray(happened) ? (happened as Happened[]) : null
  } catch {
    return null
  }
}

export interface Ears {
  /** New positions were told: the last one, what was seen by who gave them, and what happened there; those two if there was room. */
  heard(upTo: number, seen: string | null, happened: readonly Happened[] | null): void
  /** It hears again, or for the first time: what was told before is lost. */
  missed(): void
}

/** Hears of new positions. Who reads by a cursor misses nothing, whatever is told while the connection is down. */
export const openListener = (db: Database, ears: Ears, onTrouble: (error: unknown) => void): Lasting =>
  openLasting(db, 'listener', onTrouble, async (client, pause) => {
    client.on('notification', ({ payload = '' }) => {
      const told = TOLD.exec(payload)?.groups
      if (!told) return
      ears.heard(Number(told.head), told.seen ?? null, happenedIn(told.happened))
    })
    await client.query(`listen ${FEED_CHANNEL}`)
    ears.missed()
    while (await pause(SIGN_OF_LIFE_MS)) await client.query('select 1')
  })
