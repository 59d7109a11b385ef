import type { Zone } from '@restow/domain'
import { ask, type Queryable } from '../db/pool.ts'
import type { ClockRow } from './clocks.ts'
import { CLOCKS, DECIDED, FLOOR } from './floor.queries.ts'

export interface BinRow {
  readonly code: string
  readonly zone: Zone
  readonly capacity: number
  readonly plates: number
  readonly pieces: number
  readonly oldest: string | null
  readonly exceptions: number
  readonly overADay: number
  readonly held: number
  readonly heldSince: string | null
  /** Units in it whose time target is broken, and since when the longest runs. */
  readonly broken: number
  readonly brokenSince: string | null
}
export interface BinsRow {
  readonly bins: BinRow[] | null
  readonly floor: { units: number; pieces: number; inBins: number }
  readonly atDock: { parcels: number; since: string | null }
  readonly decided: { units: number; firsts: number; sameDay: number }
  readonly shelved: { units: number; nextDay: number }
  readonly clocks: ClockRow[]
}

/** $12: what was registered before it has been here for over a day. */
const BINS = `
with ${FLOOR}, ${CLOCKS}, ${DECIDED}, late as (
  select r.bin, count(*) as n, min(r.started) as since from running r
  where r.started <= r.broken and r.bin is not null group by r.bin
), filled as (
  select bin as code, count(*) as plates, sum(quantity) as pieces, min(registered_at) as oldest, sum(exceptions) as exceptions,
    count(*) filter (where registered_at < $12) as over_a_day, count(held_for) as held,
    min(step_since) filter (where held_for is not null) as held_since
  from u where bin is not null group by bin
), today as (
  select u.id, d.supersedes, d.recorded_at - p.received_at::timestamptz as took
  from decided d join u on u.id = d.stream_id left join p on p.id = u.parcel_id
)
select json_build_object(
  'bins', (select json_agg(json_build_object('code', b.code, 'zone', b.zone, 'capacity', b.capacity, 'plates', coalesce(f.plates, 0),
      'pieces', coalesce(f.pieces, 0), 'oldest', f.oldest, 'exceptions', coalesce(f.exceptions, 0), 'overADay', coalesce(f.over_a_day, 0),
      'held', coalesce(f.held, 0), 'heldSince', f.held_since, 'broken', coalesce(l.n, 0), 'brokenSince', l.since) order by b.code)
    from bin b left join filled f using (code) left join late l on l.bin = b.code
    where b.warehouse = $1 and ($2::text is null or f.plates > 0)),
  'floor', (select json_build_object('units', count(*), 'pieces', coalesce(sum(quantity), 0), 'inBins', count(bin)) from u
    where state not in ('scrapped', 'dispatched') and missing_since is null),
  'atDock', (select json_build_object('parcels', count(*), 'since', min(received_at)) from p where state = 'received'),
  'decided', (select json_build_object('units', count(*), 'firsts', count(*) filter (where supersedes is null and took is not null),
      'sameDay', count(*) filter (where supersedes is null and took <= interval '24 hours')) from today),
  'shelved', (select json_build_object('units', count(*), 'nextDay', count(*) filter
      (where shelved_at::timestamptz - classified_at::timestamptz <= interval '24 hours')) from u where shelved_at >= $4),
  'clocks', (select json_agg(clocks) from clocks)
) as board, $3::text as now`

/** What lies in which bin, how full and how old is it, and what was done today? */
export async function findBinsBoard(on: Queryable, values: readonly unknown[]): Promise<BinsRow> {
  const [row] = await ask<{ board: BinsRow }>(on, 'board-bins', BINS, [...values])
  if (!row) throw new Error('the bins board has no row')
  return row.board
}
