import { type OwnTargets, type Targets, USUAL_TARGETS } from '@restow/domain'
import { ask, type Queryable } from '../db/pool.ts'
import { ClockTargets } from './clocks.ts'

/** What are the time targets of this warehouse, and what do its sellers' contracts say otherwise? */
export async function findClockTargets(on: Queryable, warehouse: string): Promise<ClockTargets> {
  const text = `select targets, (select coalesce(json_object_agg(code, s.targets), '{}') from seller s where s.targets <> '{}') as own
    from warehouse where code = $1`
  const [row] = await ask<{ targets: Targets; own: Record<string, OwnTargets> }>(on, 'board-targets', text, [
    warehouse,
  ])
  return new ClockTargets(row?.targets ?? USUAL_TARGETS, row?.own ?? {})
}
