import { ask, type Queryable } from '../db/pool.ts'
import { FED } from '../ledger/feed.ts'

/** That something happened in a warehouse, up to a position, and when. */
export interface Touched {
  readonly position: number
  /** Null where so much happened that it is not asked where: it may have been anywhere. */
  readonly warehouse: string | null
  readonly at: string
}

/** From so many events on, boards of a warehouse in which nothing happened cost less than looking through what happened. */
const MANY = 50
const AFTER = `${FED} where p.position > $1`

const TOUCHED = `
with last as materialized (
  select p.position, e.meta->>'recordedAt' as at from ${AFTER} order by p.position desc limit 1
)
select position::float8 as position, null as warehouse, at from last where position - $1 > ${MANY}
union all
(select max(p.position)::float8 as position, e.meta->>'warehouse' as warehouse, max(e.meta->>'recordedAt') as at
from ${AFTER} and (select position from last) - $1 <= ${MANY} group by 2 order by 1)`

/** Where has something happened after a position of the feed? A fraction of the work of telling what. */
export const findTouched = (on: Queryable, after: number): Promise<Touched[]> =>
  ask<Touched>(on, 'live-touched', TOUCHED, [after])
