/**
 * Classify: resell, refurbish or scrap, and by which route. The suggestion is shown with its arithmetic;
 * overriding it takes a reason. Scrap above the seller's value limit waits for a second person, and before that for the
 * seller where its policy gives it time to object.
 */
import type { CommandOf } from './commands.ts'
import { type Decision, onUnit, type Rule, reject } from './decision.ts'
import type { SuggestedFacts } from './events.ts'
import type { Act, Policy } from './facts.ts'
import { scaled } from './money.ts'
import { refuseUnit, withUnit } from './refuse.ts'
import { refuseUnlessLead } from './roles.ts'
import { barredFromStock, routeFits, type Suggestion, suggest } from './suggestion.ts'
import type { Unit } from './unit.ts'
import { vetoOf } from './veto.ts'
import { DISPOSITION_OF_ROUTE, type Disposition, type Route } from './words.ts'

/** Does scrapping this unit wait for a second person? Goods of unknown value do. */
export function scrapNeedsApproval(unit: Unit, policy: Policy): boolean {
  const { line } = unit
  if (!line || line.valueMinor === null) return true
  const limit = scaled(policy.scrapLimitMinor, policy.currency, line.currency, policy.rates)
  return limit === null || line.valueMinor > limit
}

function refuseRoute(unit: Unit, disposition: Disposition, route: Route, policy: Policy): Decision | null {
  if (DISPOSITION_OF_ROUTE[route] !== disposition) return reject('route_does_not_fit', { route, disposition })
  if (!policy.routes.includes(route)) return reject('route_not_allowed', { seller: unit.seller ?? '', route })
  if (routeFits(unit, route, policy)) return null
  return refuseUnit('cannot_be_restocked', unit, { because: barredFromStock(unit) ?? '' })
}

/** A choice that brings as much as the suggested one, the same way, is no override. */
export function isOverride(suggestion: Suggestion, disposition: Disposition, route: Route): boolean {
  if (suggestion.disposition !== disposition) return true
  if (suggestion.route === route) return false
  const chosen = suggestion.options.find((o) => o.route === route)
  if (!chosen || chosen.recoveredMinor === null) return suggestion.recoveredMinor !== null || !chosen
  return chosen.recoveredMinor !== suggestion.recoveredMinor
}

/** What the warehouse may do with goods that nobody claimed: nobody's stock, and nobody's shelf, is theirs. */
export const HOUSE_ROUTES: readonly Route[] = ['liquidate', 'recycle', 'donate', 'destroy']

/** Goods that nobody claimed are a supervisor's to decide; there is no policy to reckon by, and scrap takes a second person. */
function forTheHouse(unit: Unit, command: CommandOf<'ClassifyUnit'>, act: Act): Decision {
  const { disposition, route } = command
  const refusal = refuseUnlessLead(act)
  if (refusal) return refusal
  if (DISPOSITION_OF_ROUTE[route] !== disposition) return reject('route_does_not_fit', { route, disposition })
  if (!HOUSE_ROUTES.includes(route)) return reject('route_not_for_house', { lpn: unit.lpn, route })
  const none = { suggested: null, overrideReason: null, supersedes: unit.lastDecision }
  const data = { disposition, route, approvalNeeded: disposition === 'scrap', ...none }
  return { events: [onUnit(unit.id, 'UnitClassified', data)] }
}

/** What was suggested, with its sum: the policy may be another one when somebody asks why. */
function suggestedFacts(suggestion: Suggestion | null, { version = 1 }: Policy): SuggestedFacts | null {
  if (!suggestion) return null
  const { disposition, route, recoveredMinor, currency, arithmetic } = suggestion
  return { disposition, route, recoveredMinor, currency, arithmetic, policyVersion: version }
}

/** `ClassifyUnit` ▶ `UnitClassified`. Rejects: unclaimed, route_…, cannot_be_restocked, override_reason_needed. */
export const classifyUnit: Rule<CommandOf<'ClassifyUnit'>> = (situation, command, act) =>
  withUnit(situation, 'ClassifyUnit', command.lpn, act, (unit) => {
    const policy = unit.seller === null ? undefined : situation.known.sellers[unit.seller]?.policy
    if (!policy) return unit.house ? forTheHouse(unit, command, act) : refuseUnit('unclaimed', unit)
    const { disposition, route, overrideReason } = command
    const badRoute = refuseRoute(unit, disposition, route, policy)
    if (badRoute) return badRoute
    const suggestion = suggest(unit, policy)
    const overrides = suggestion !== null && isOverride(suggestion, disposition, route)
    if (overrides && !overrideReason) {
      const suggested = `${suggestion.disposition} (${suggestion.route})`
      return refuseUnit('override_reason_needed', unit, { suggested })
    }
    const approvalNeeded = disposition === 'scrap' && scrapNeedsApproval(unit, policy)
    const data = {
      disposition,
      route,
      suggested: suggestedFacts(suggestion, policy),
      overrideReason: overrides && overrideReason ? overrideReason : null,
      approvalNeeded,
      ...(approvalNeeded ? vetoOf(policy, act.recordedAt) : {}),
      supersedes: unit.lastDecision,
    }
    return { events: [onUnit(unit.id, 'UnitClassified', data)] }
  })
