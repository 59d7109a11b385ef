/** Scrap: above the seller's limit a second person decides; scrapping itself cannot be undone. */
import type { CommandOf } from './commands.ts'
import { onUnit, type Rule, reject } from './decision.ts'
import { refuseUnit, withUnit } from './refuse.ts'
import { vetoRuns } from './veto.ts'
import { DISPOSITION_OF_ROUTE } from './words.ts'

/** `ApproveScrap` ▶ `ScrapApproved` or `ScrapDeclined`. Rejects: same_person, no_approval_needed, veto_running. */
export const approveScrap: Rule<CommandOf<'ApproveScrap'>> = (situation, command, act) =>
  withUnit(situation, 'ApproveScrap', command.lpn, act, (unit) => {
    if (unit.decision?.by === act.actor.user) return refuseUnit('same_person', unit, { by: act.actor.user })
    // To decline takes nothing from the seller.
    const { veto } = unit.decision ?? {}
    if (command.approved && veto && vetoRuns(veto, act.recordedAt))
      return refuseUnit('veto_running', unit, { seller: unit.seller ?? '', at: veto.until })
    const type = command.approved ? 'ScrapApproved' : 'ScrapDeclined'
    return { events: [onUnit(unit.id, type, { note: command.note ?? null })] }
  })

/** `ScrapUnit` ▶ `UnitScrapped`. Rejects: approval_missing, not_for_scrap. */
export const scrapUnit: Rule<CommandOf<'ScrapUnit'>> = (situation, command, act) =>
  withUnit(situation, 'ScrapUnit', command.lpn, act, (unit) => {
    const { route } = command
    if (DISPOSITION_OF_ROUTE[route] !== 'scrap')
      return reject('route_does_not_fit', { route, disposition: 'scrap' })
    const policy = unit.seller === null ? undefined : situation.known.sellers[unit.seller]?.policy
    if (policy && !policy.routes.includes(route))
      return reject('route_not_allowed', { seller: unit.seller ?? '', route })
    return { events: [onUnit(unit.id, 'UnitScrapped', { route, witness: command.witness ?? null })] }
  })
