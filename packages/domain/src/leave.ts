/** Leave: a unit is sold, liquidated, returned, donated, transferred or sampled, under a reference; its bin is free. */
import type { CommandOf } from './commands.ts'
import { onUnit, type Rule } from './decision.ts'
import { withUnit } from './refuse.ts'

/** `DispatchUnit` ▶ `UnitDispatched`. Rejects: not_shelved. */
export const dispatchUnit: Rule<CommandOf<'DispatchUnit'>> = (situation, command, act) =>
  withUnit(situation, 'DispatchUnit', command.lpn, act, (unit) => {
    const { reason, reference } = command
    return { events: [onUnit(unit.id, 'UnitDispatched', { reason, reference })] }
  })
