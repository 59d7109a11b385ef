/**
 * Whose word counts for which part of a policy: the seller says what its goods are worth and what may be done with them, the
 * warehouse what it does and charges for it (docs/decisions/032).
 */
import type { Policy } from './facts.ts'
import { ROUTES, type Route } from './words.ts'

/** A policy with the warehouse's parts (currency, routes to choose among, what it charges) as they stand in another, to the letter. */
export function withHouseParts(stands: Policy, policy: Policy): Policy {
  const { currency, costs, available } = stands
  const { available: _, ...rest } = policy
  return { ...rest, currency, costs, ...(available ? { available } : {}) }
}

const costsText = ({ costs }: Policy, route: Route): string =>
  JSON.stringify((costs[route] ?? []).map(({ item, minor }) => [item, minor]))
const inOrder = ({ available = ROUTES }: Policy): string =>
  ROUTES.filter((route) => available.includes(route)).join(' ')

/** Which of the warehouse's parts another policy has otherwise: `currency`, `available`, `costs.repair`. */
export function housePartsChanged(before: Policy, after: Policy): string[] {
  return [
    ...(before.currency === after.currency ? [] : ['currency']),
    ...(inOrder(before) === inOrder(after) ? [] : ['available']),
    ...ROUTES.filter((route) => costsText(before, route) !== costsText(after, route)).map(
      (route) => `costs.${route}`,
    ),
  ]
}
