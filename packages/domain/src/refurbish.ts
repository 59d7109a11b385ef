/** Refurbish: the unit goes to the bench and comes back to a new inspection. */
import type { CommandOf } from './commands.ts'
import { onUnit, type Rule, reject } from './decision.ts'
import { withUnit } from './refuse.ts'
import { DISPOSITION_OF_ROUTE } from './words.ts'

/** `StartRefurbishment` ▶ `RefurbishmentStarted`; its bin is free again. */
export const startRefurbishment: Rule<CommandOf<'StartRefurbishment'>> = (situation, command, act) =>
  withUnit(situation, 'StartRefurbishment', command.lpn, act, (unit) => {
    const { route } = command
    if (DISPOSITION_OF_ROUTE[route] !== 'refurbish')
      return reject('route_does_not_fit', { route, disposition: 'refurbish' })
    const policy = unit.seller === null ? undefined : situation.known.sellers[unit.seller]?.policy
    if (policy && !policy.routes.includes(route))
      return reject('route_not_allowed', { seller: unit.seller ?? '', route })
    return { events: [onUnit(unit.id, 'RefurbishmentStarted', { route })] }
  })

/** `FinishRefurbishment` ▶ `RefurbishmentFinished`; the unit waits for its new inspection. */
export const finishRefurbishment: Rule<CommandOf<'FinishRefurbishment'>> = (situation, command, act) =>
  withUnit(situation, 'FinishRefurbishment', command.lpn, act, (unit) => {
    const { done, minutes, cost } = command
    return { events: [onUnit(unit.id, 'RefurbishmentFinished', { done, minutes, cost: cost ?? null })] }
  })
