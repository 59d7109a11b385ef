import { ask, type Queryable } from '../db/pool.ts'

/** An event of the feed in few words, with whose it is and where: as a board tells it, and as a round of the feed does. */
export interface Happened {
  readonly position: number
  readonly type: string
  readonly kind: 'parcel' | 'unit'
  /** The plate, or the tracking number. */
  readonly key: string
  readonly warehouse: string
  readonly seller: string | null
  /** Where the unit or parcel stands when this is told. */
  readonly state: string
  readonly by: string
  /** When it was recorded, ISO 8601 in UTC. */
  readonly at: string
  readonly bin: string | null
  readonly fromBin: string | null
}

const HAPPENED = 'select * from restow_happened($1, $2) order by position'

/** What happened after a position of the feed, at most so many positions on, as far as `on` may see it. */
export const findHappened = (on: Queryable, after: number, limit: number): Promise<Happened[]> =>
  ask<Happened>(on, 'feed-happened', HAPPENED, [after, after + limit])
