import type { Targets } from '@restow/domain'
import { USUAL_TARGETS } from '@restow/domain'
import { ask, type Queryable } from '../db/pool.ts'

/** What are the time targets of this warehouse, in seconds? What its sellers' contracts say otherwise, CLOCKS reads beside. */
export async function findTargets(on: Queryable, warehouse: string): Promise<Targets> {
  const text = 'select targets from warehouse where code = $1'
  const [row] = await ask<{ targets: Targets }>(on, 'board-targets', text, [warehouse])
  return row?.targets ?? USUAL_TARGETS
}
