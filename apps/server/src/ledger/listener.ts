import type { Database } from '../db/pool.ts'
import type { Happened } from './happened.ts'
import { type Lasting, openLasting } from './lasting.ts'
import { FEED_CHANNEL } from './positions.ts'

/** The database ends a connection on which nothing was asked for half a minute. */
const SIGN_OF_LIFE_MS = 10_000

const TOLD = /^(?<head>\d+)(?: (?<seen>\S+)(?: (?<happened>.+))?)?$/s

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
      const { head, seen, happened } = TOLD.exec(payload)?.groups ?? {}
      ears.heard(Number(head), seen ?? null, happened ? (JSON.parse(happened) as Happened[]) : null)
    })
    await client.query(`listen ${FEED_CHANNEL}`)
    ears.missed()
    while (await pause(SIGN_OF_LIFE_MS)) await client.query('select 1')
  })
