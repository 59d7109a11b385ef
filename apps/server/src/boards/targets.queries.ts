import { type OwnTargets, type Targets, type UnclaimedPolicy, USUAL_TARGETS } from '@restow/domain'
import { ask, type Queryable } from '../db/pool.ts'
import { ClockTargets } from './clocks.ts'

/** What a house has settled that boards count by. */
export interface Settled {
  readonly targets: ClockTargets
  /** The rule for what nobody claims; null where there is none. */
  readonly unclaimed: UnclaimedPolicy | null
}

/** The same as the database tells it; null where there is no such warehouse. */
export interface SettledRow {
  readonly targets: Targets
  readonly own: Readonly<Record<string, OwnTargets>>
  readonly unclaimed: UnclaimedPolicy | null
}

/** Of the warehouse $1: its time targets, what its sellers' contracts say otherwise, and its rule for what nobody claims. */
export const SETTLED = `(select json_build_object('targets', targets, 'unclaimed', unclaimed_policy,
  'own', (select coalesce(json_object_agg(code, s.targets), '{}') from seller s where s.targets <> '{}')) from warehouse where code = $1)`

export const settledOf = (row: SettledRow | null): Settled => ({
  targets: new ClockTargets(row?.targets ?? USUAL_TARGETS, row?.own ?? {}),
  unclaimed: row?.unclaimed ?? null,
})

export async function findSettled(on: Queryable, warehouse: string): Promise<Settled> {
  const [row] = await ask<{ settled: SettledRow | null }>(
    on,
    'board-settled',
    `select ${SETTLED} as settled`,
    [warehouse],
  )
  return settledOf(row?.settled ?? null)
}
