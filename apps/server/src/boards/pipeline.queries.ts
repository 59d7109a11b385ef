import { ask, type Queryable } from '../db/pool.ts'
import { vetoRuns } from './vetoes.ts'
import { OPEN_EXCEPTIONS } from './waiting.queries.ts'

/** So many units, with how many pieces, and since when the first of them: ISO 8601, null of none. */
export interface Waits {
  readonly units: number
  readonly pieces: number
  readonly since: string | null
}
/** What waits for a person: few of all, and found by an index of their own. */
export interface WaitsRow {
  readonly heldForSeller: Waits
  readonly heldForSupervisor: Waits
  readonly approval: Waits
  readonly missing: Waits
  readonly exceptions: number
}

const waits = (since: string, where: string) =>
  `(select json_build_object('units', count(*), 'pieces', coalesce(sum(quantity), 0), 'since', min(${since})) from u where ${where})`

const WAITS = `
with u as materialized (
  select quantity, held_for, held_since, missing_since, classified_at, approval_needed and not ${vetoRuns('r', '$3')} as to_approve
  from return_unit r where warehouse = $1 and ($2::text is null or seller = $2) and state <> 'void' and written_off_at is null
    and (held_for is not null or missing_since is not null or approval_needed or exceptions > 0)
)
select json_build_object(
  'heldForSeller', ${waits('held_since', "held_for = 'seller' and missing_since is null")},
  'heldForSupervisor', ${waits('held_since', "held_for = 'supervisor' and missing_since is null")},
  'approval', ${waits('classified_at', 'to_approve and held_for is null and missing_since is null')},
  'missing', ${waits('missing_since', 'missing_since is not null')},
  'exceptions', ${OPEN_EXCEPTIONS}) as waits`

/** What waits for somebody in this warehouse at a moment (ISO 8601), of one seller's goods or of all? */
export async function findWaits(
  on: Queryable,
  warehouse: string,
  seller: string | null,
  now: string,
): Promise<WaitsRow> {
  const [row] = await ask<{ waits: WaitsRow }>(on, 'board-waits', WAITS, [warehouse, seller, now])
  if (!row) throw new Error('what waits has no row')
  return row.waits
}

export interface NamedRow {
  readonly id: string
  readonly key: string
  readonly seller: string | null
  readonly title: string | null
  readonly held: boolean
}

/** What people call these units and parcels. */
export function findNamed(
  on: Queryable,
  units: readonly string[],
  parcels: readonly string[],
): Promise<NamedRow[]> {
  const text = `select id, lpn as key, seller, body->'product'->>'title' as title, held_for is not null as held
      from return_unit where id = any($1::uuid[])
    union all
    select id, tracking_number, seller, null, false from parcel where id = any($2::uuid[])`
  return ask(on, 'board-named', text, [units, parcels])
}
