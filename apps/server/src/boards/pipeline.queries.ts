import type { Disposition, ParcelState, UnclaimedPolicy, UnitState } from '@restow/domain'
import { ask, type Queryable } from '../db/pool.ts'
import type { ClockItemRow, ClockRow } from './clocks.ts'
import { CLOCKS, DECIDED, FLOOR } from './floor.queries.ts'
import { type FlowRow, flow } from './flow.queries.ts'
import { vetoRunsOf } from './vetoes.ts'
import { OPEN_EXCEPTIONS } from './waiting.queries.ts'

export interface Waiting {
  readonly units: number
  readonly pieces: number
  readonly since: string | null
}
export interface PipelineRow {
  readonly parcels: { state: ParcelState; parcels: number; since: string | null }[] | null
  readonly units: ({ state: UnitState; disposition: Disposition | null; held: number } & Waiting)[] | null
  readonly unclaimed: { parcels: number; since: string | null }
  readonly unclaimedPast: { parcels: number; since: string | null }
  readonly heldForSeller: Waiting
  readonly heldForSupervisor: Waiting
  readonly approval: Waiting
  readonly missing: Waiting
  readonly exceptions: number
  readonly today: {
    arrived: number
    closed: number
    registered: number
    decided: number
    shelved: number
    left: number
  }
  readonly flow: FlowRow[] | null
  readonly clocks: ClockRow[]
  readonly next: ClockItemRow[] | null
}

const waiting = (since: string, where: string) =>
  `(select json_build_object('units', count(*), 'pieces', coalesce(sum(quantity), 0), 'since', min(${since})) from u where ${where})`

/**
 * A clock's own target is added to compare them by when they are due; the order of a few thousand is soon found. However many are
 * broken, those that can still be helped are among them.
 */
const NEXT = `
next as (
  select * from (
    select r.*, row_number() over (partition by r.started <= r.broken order by (r.started::timestamptz - r.broken::timestamptz), r.id) as nth
    from running r) ranked
  where nth <= 20
)`

/** What nobody claims and nobody has given up for yet; only these few are unpacked. */
const NOBODYS = `
nobodys as materialized (
  select p.received_at from p join parcel c using (id)
  where p.seller is null and p.state in ('received', 'registered', 'reopened', 'closed') and c.body->'forfeited' is null
)`
const PIPELINE = `
with ${FLOOR}, ${CLOCKS}, ${DECIDED}, ${NEXT}, ${NOBODYS}, ${flow('$13')}
select json_build_object(
  'parcels', (select json_agg(json_build_object('state', state, 'parcels', n, 'since', since)) from (
      select state, count(*) as n, min(received_at) as since from p group by state) s),
  'units', (select json_agg(json_build_object('state', state, 'disposition', disposition, 'units', n, 'pieces', pieces,
      'held', held, 'since', since)) from (
      select state, disposition, count(*) as n, sum(quantity) as pieces, count(held_for) as held, min(step_since) as since
      from u group by state, disposition) s),
  'unclaimed', (select json_build_object('parcels', count(*), 'since', min(received_at)) from nobodys),
  'unclaimedPast', (select json_build_object('parcels', count(*), 'since', min(received_at)) from nobodys
      where received_at <= $12),
  'heldForSeller', ${waiting('held_since', "held_for = 'seller' and missing_since is null")},
  'heldForSupervisor', ${waiting('held_since', "held_for = 'supervisor' and missing_since is null")},
  'approval', ${waiting('classified_at', `approval_needed and held_for is null and missing_since is null and not ${vetoRunsOf('u.id', '$3')}`)},
  'missing', ${waiting('missing_since', 'missing_since is not null')},
  'exceptions', ${OPEN_EXCEPTIONS},
  'today', json_build_object(
    'arrived', (select count(*) from p where received_at >= $4),
    'closed', (select count(*) from p where closed_at >= $4),
    'registered', (select count(*) from u where registered_at >= $4),
    'decided', (select count(*) from decided join u on u.id = stream_id),
    'shelved', (select count(*) from u where shelved_at >= $4),
    'left', (select count(*) from u where left_at >= $4)),
  'flow', (select json_agg(flow) from flow),
  'clocks', (select json_agg(clocks) from clocks),
  'next', (select json_agg(json_build_object('kind', n.kind, 'key', coalesce(r.lpn, c.tracking_number), 'clock', n.clock,
      'seller', coalesce(r.seller, c.seller), 'title', r.body->'product'->>'title', 'bin', n.bin,
      'held', r.held_for is not null, 'startedAt', n.started,
      'targetSeconds', round(extract(epoch from $3::timestamptz - n.broken::timestamptz)))
      order by (n.started::timestamptz - n.broken::timestamptz), n.id)
    from next n left join return_unit r on n.kind = 'unit' and r.id = n.id
      left join parcel c on n.kind = 'parcel' and c.id = n.id)
) as board, $3::text as now`

/** The warehouse's rule for what nobody claims; null where there is no such warehouse. */
export async function findUnclaimedRule(on: Queryable, warehouse: string): Promise<UnclaimedPolicy | null> {
  const text = 'select unclaimed_policy as rule from warehouse where code = $1'
  const [row] = await ask<{ rule: UnclaimedPolicy }>(on, 'board-unclaimed-rule', text, [warehouse])
  return row?.rule ?? null
}

/**
 * How many parcels and units are at which step, since when, what waits and what runs out of time?
 * @param values those of the floor, until when came in what is past the time limit for what nobody claims, and when the hours of
 * the day begin
 */
export async function findPipeline(on: Queryable, values: readonly unknown[]): Promise<PipelineRow> {
  const [row] = await ask<{ board: PipelineRow }>(on, 'board-pipeline', PIPELINE, [...values])
  if (!row) throw new Error('the pipeline board has no row')
  return row.board
}
