import type { LiveEvent } from '@restow/contracts'
import { ask, type Queryable } from '../db/pool.ts'

/** An event of the feed in few words, with whose it is and where: as a board tells it, and as a round of the feed does. */
export type Happened = Omit<LiveEvent, 'cursor'> & { readonly position: number; readonly warehouse: string }

const HAPPENED = 'select * from restow_happened($1, $2) order by position'

/** What happened after a position of the feed, at most so many positions on, as far as `on` may see it? */
export const findHappened = (on: Queryable, after: number, limit: number): Promise<Happened[]> =>
  ask<Happened>(on, 'live-happened', HAPPENED, [after, after + limit])
