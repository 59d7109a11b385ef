/**
 * What to do with an inspected unit, with the arithmetic: for each allowed route the line value times the
 * grade's share, less the route's costs per piece; the best recovery that is not negative wins, and scrap
 * when none is. Amounts are minor units of the announced line's currency.
 */
import type { Policy, RouteCost, SumLine } from './facts.ts'
import { exponentOf, scaled } from './money.ts'
import type { Unit } from './unit.ts'
import { DISPOSITION_OF_ROUTE, type Disposition, type Grade, ROUTES, type Route } from './words.ts'

export interface RouteOption {
  readonly disposition: Disposition
  readonly route: Route
  /** Null where no sum can be given. */
  readonly recoveredMinor: number | null
  readonly arithmetic: readonly SumLine[]
}

export interface Suggestion {
  readonly disposition: Disposition
  readonly route: Route
  readonly currency: string | null
  /** Minor digits of the currency: 2 for USD, 0 for JPY. */
  readonly exponent: number
  readonly recoveredMinor: number | null
  readonly arithmetic: readonly SumLine[]
  /** Every allowed route, the suggested one first. */
  readonly options: readonly RouteOption[]
  /** Why there is no sum. */
  readonly why: 'no_value' | 'no_exchange_rate' | null
}

/** Why a unit cannot go back into stock, or null when it can. */
export function barredFromStock(unit: Unit): string | null {
  if (unit.findings.includes('expired')) return 'expired'
  if (unit.findings.includes('wrong_item')) return 'wrong_item'
  return unit.grade === 'unsellable' ? 'unsellable' : null
}

const AS_STOCK: readonly Route[] = ['restock', 'open_box']

/** May this route be taken with this unit at all? */
export function routeFits(unit: Unit, route: Route, policy: Policy): boolean {
  if (!policy.routes.includes(route)) return false
  return !(AS_STOCK.includes(route) && barredFromStock(unit) !== null)
}

/** The routes that are worth a sum: allowed, offered for this grade, and of the scrap routes the policy's. */
function offeredRoutes(unit: Unit, policy: Policy): Route[] {
  return ROUTES.filter((route) => {
    if (!routeFits(unit, route, policy)) return false
    const disposition = DISPOSITION_OF_ROUTE[route]
    if (disposition === 'scrap') return route === policy.scrapRoute
    if (disposition === 'refurbish')
      return unit.grade !== null && policy.refurbish[route]?.offeredFor.includes(unit.grade)
    return true
  })
}

/** What a route costs a piece: what the warehouse charges, then what it costs the seller besides. */
const costsOf = (route: Route, { costs, ownCosts }: Policy): readonly RouteCost[] => [
  ...(costs[route] ?? []),
  ...(ownCosts?.[route] ?? []),
]

function sum(unit: Unit, route: Route, policy: Policy, value: number, currency: string): SumLine[] | null {
  const disposition = DISPOSITION_OF_ROUTE[route]
  const grade = policy.refurbish[route]?.afterwards ?? unit.grade ?? 'unsellable'
  const worth = Math.round((value * policy.shares[grade]) / 100)
  const lines: SumLine[] = disposition === 'scrap' ? [] : [{ item: 'value', grade, minor: worth }]
  for (const cost of costsOf(route, policy)) {
    const each = scaled(cost.minor, policy.currency, currency, policy.rates)
    if (each === null) return null
    lines.push({ item: cost.item, minor: -each * unit.quantity })
  }
  return lines
}

const total = (lines: readonly SumLine[]): number => lines.reduce((all, line) => all + line.minor, 0)

/** Used goods are sold as such: where the sums are equal, open box comes before restock below `like_new`. */
function rank(route: Route, grade: Grade | null): number {
  if (grade !== 'like_new' && route === 'open_box') return -1
  return ROUTES.indexOf(route)
}

function bestFirst(options: readonly RouteOption[], grade: Grade | null): RouteOption[] {
  const weight = (o: RouteOption) => (o.disposition === 'scrap' ? -1 : (o.recoveredMinor ?? 0) >= 0 ? 1 : -2)
  return [...options].sort(
    (a, b) =>
      weight(b) - weight(a) ||
      (b.recoveredMinor ?? 0) - (a.recoveredMinor ?? 0) ||
      rank(a.route, grade) - rank(b.route, grade),
  )
}

/** Without a sum the grade alone decides: what can be sold is resold, the rest is scrapped. */
function byGrade(options: readonly RouteOption[], unit: Unit): RouteOption[] {
  const bare = options.map((o) => ({ ...o, recoveredMinor: null, arithmetic: [] }))
  const sellable = unit.grade !== 'unsellable'
  const first = (o: RouteOption) => (o.disposition === (sellable ? 'resell' : 'scrap') ? 0 : 1)
  return bare.sort((a, b) => first(a) - first(b) || rank(a.route, unit.grade) - rank(b.route, unit.grade))
}

/**
 * The suggestion for an inspected unit under its seller's policy.
 * @returns null when the policy allows no route at all
 */
export function suggest(unit: Unit, policy: Policy): Suggestion | null {
  const currency = unit.line?.currency ?? null
  const value = unit.line?.valueMinor ?? null
  const sums = offeredRoutes(unit, policy).map((route) => ({
    route,
    disposition: DISPOSITION_OF_ROUTE[route],
    lines: value === null || currency === null ? null : sum(unit, route, policy, value, currency),
  }))
  const why = value === null ? 'no_value' : sums.some((s) => s.lines === null) ? 'no_exchange_rate' : null
  const options = sums.map(({ route, disposition, lines }) => ({
    route,
    disposition,
    recoveredMinor: lines && total(lines),
    arithmetic: lines ?? [],
  }))
  const sorted = why ? byGrade(options, unit) : bestFirst(options, unit.grade)
  const [best] = sorted
  if (!best) return null
  return { ...best, currency, exponent: exponentOf(currency), options: sorted, why }
}
