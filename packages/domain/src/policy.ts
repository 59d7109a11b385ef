/**
 * What a seller's policy has to be, so that a suggestion can be reckoned by it. The form and the server ask the same; each
 * problem names the field that it is about.
 */
import type { Policy, RouteCost } from './facts.ts'
import { MOST_RELABELS, RELABELLED_ROUTES } from './relabel.ts'
import { DISPOSITION_OF_ROUTE, GRADES, isAtMost, ROUTES } from './words.ts'

export const POLICY_PROBLEMS = [
  'currency_unknown',
  'share_out_of_range',
  'shares_rise',
  'no_route',
  'no_scrap_route',
  'route_not_available',
  'scrap_route_not_allowed',
  'cost_wrong',
  'refurbish_no_gain',
  'refurbish_not_allowed',
  'scrap_limit_wrong',
  'veto_hours_wrong',
  'rate_wrong',
  'prints_wrong',
] as const
export type PolicyProblemCode = (typeof POLICY_PROBLEMS)[number]
export interface PolicyProblem {
  /** `shares.good`, `costs.repair`, `rates.EUR`, `routes` … */
  readonly field: string
  readonly code: PolicyProblemCode
}

/** Amounts up to ten million of a currency with two digits; what is more is a slip of the finger. */
export const MOST_MINOR = 1_000_000_000
/** A seller's time to object to scrap is two weeks at most: what is to be scrapped takes room as long as it waits. */
export const MOST_VETO_HOURS = 14 * 24
const RATE = /^\d{1,9}(\.\d{1,9})?$/
const isAmount = (minor: number): boolean => Number.isInteger(minor) && minor >= 0 && minor <= MOST_MINOR
const isRate = (text: string): boolean => RATE.test(text) && Number(text) > 0

function ofShares({ shares }: Policy): PolicyProblem[] {
  return GRADES.flatMap((grade, i): PolicyProblem[] => {
    const share = shares[grade]
    if (!(share >= 0 && share <= 100)) return [{ field: `shares.${grade}`, code: 'share_out_of_range' }]
    const better = GRADES[i - 1]
    const rises = better !== undefined && share > shares[better]
    return rises ? [{ field: `shares.${grade}`, code: 'shares_rise' }] : []
  })
}

function ofRoutes({ routes, scrapRoute, available = ROUTES }: Policy): PolicyProblem[] {
  if (routes.length === 0) return [{ field: 'routes', code: 'no_route' }]
  if (!routes.some((route) => DISPOSITION_OF_ROUTE[route] === 'scrap'))
    return [{ field: 'routes', code: 'no_scrap_route' }]
  if (routes.some((route) => !available.includes(route)))
    return [{ field: 'routes', code: 'route_not_available' }]
  const fits = DISPOSITION_OF_ROUTE[scrapRoute] === 'scrap' && routes.includes(scrapRoute)
  return fits ? [] : [{ field: 'scrapRoute', code: 'scrap_route_not_allowed' }]
}

function ofCosts({ costs, ownCosts = {} }: Policy): PolicyProblem[] {
  const isWrong = (items: readonly RouteCost[]): boolean =>
    new Set(items.map((one) => one.item)).size < items.length ||
    items.some(({ item, minor }) => item.trim() === '' || !isAmount(minor))
  return ROUTES.flatMap((route): PolicyProblem[] => {
    const [charged, own] = [costs[route] ?? [], ownCosts[route] ?? []]
    if (isWrong(charged)) return [{ field: `costs.${route}`, code: 'cost_wrong' }]
    // They stand below each other in one sum, where the same word twice would say nothing.
    return isWrong([...charged, ...own]) ? [{ field: `ownCosts.${route}`, code: 'cost_wrong' }] : []
  })
}

/**
 * A bench that makes a unit no better than it was before is no way to treat it. What a bench is offered for stays there while
 * its route is not allowed, so that refurbishing can be turned off and on again.
 */
function ofRefurbishing({ refurbish }: Policy): PolicyProblem[] {
  return ROUTES.flatMap((route): PolicyProblem[] => {
    const offer = refurbish[route]
    if (!offer) return []
    const field = `refurbish.${route}`
    if (DISPOSITION_OF_ROUTE[route] !== 'refurbish') return [{ field, code: 'refurbish_not_allowed' }]
    const { offeredFor, afterwards } = offer
    const gains = offeredFor.every((grade) => grade !== afterwards && isAtMost(grade, afterwards))
    return gains && offeredFor.length > 0 ? [] : [{ field, code: 'refurbish_no_gain' }]
  })
}

function ofScrap({ scrapLimitMinor, scrapVetoHours: hours = 0 }: Policy): PolicyProblem[] {
  const problems: PolicyProblem[] = []
  if (!isAmount(scrapLimitMinor)) problems.push({ field: 'scrapLimitMinor', code: 'scrap_limit_wrong' })
  if (!(Number.isInteger(hours) && hours >= 0 && hours <= MOST_VETO_HOURS))
    problems.push({ field: 'scrapVetoHours', code: 'veto_hours_wrong' })
  return problems
}

function ofPrints({ prints }: Policy): PolicyProblem[] {
  if (!prints) return []
  const { relabel, copies } = prints
  const fits =
    relabel.every((route) => RELABELLED_ROUTES.includes(route)) &&
    Number.isInteger(copies) &&
    copies >= 1 &&
    copies <= MOST_RELABELS
  return fits ? [] : [{ field: 'prints', code: 'prints_wrong' }]
}

function ofMoney({ rates, currency }: Policy, isCurrency: (code: string) => boolean) {
  const problems: PolicyProblem[] = isCurrency(currency)
    ? []
    : [{ field: 'currency', code: 'currency_unknown' }]
  for (const [code, rate] of Object.entries(rates))
    if (!isCurrency(code) || !isRate(rate)) problems.push({ field: `rates.${code}`, code: 'rate_wrong' })
  return problems
}

/**
 * What does not fit about a policy, in the order in which it is read; nothing where it can stand.
 * @param isCurrency whether a code is one of ISO 4217
 */
export function policyProblems(policy: Policy, isCurrency: (code: string) => boolean): PolicyProblem[] {
  return [
    ...ofMoney(policy, isCurrency),
    ...ofShares(policy),
    ...ofRoutes(policy),
    ...ofCosts(policy),
    ...ofRefurbishing(policy),
    ...ofScrap(policy),
    ...ofPrints(policy),
  ]
}
