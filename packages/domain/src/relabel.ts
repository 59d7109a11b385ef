/**
 * The seller's own label on goods that are sold again: what it is for, the seller says for each way of selling them. All
 * other labels are the warehouse's own and come out as it has them.
 */
import type { Policy } from './facts.ts'
import { DISPOSITION_OF_ROUTE, ROUTES, type Route } from './words.ts'

/** The ways that a relabel may be wanted for. */
export const RELABELLED_ROUTES: readonly Route[] = ROUTES.filter(
  (route) => DISPOSITION_OF_ROUTE[route] === 'resell',
)
/** One for the article, one for its box, one for the outer box; nobody sticks more. */
export const MOST_RELABELS = 3

/** How many labels of its seller's a unit that leaves this way gets by itself; where nothing was said, one. */
export function relabelsFor(route: Route, prints: Policy['prints']): number {
  if (!RELABELLED_ROUTES.includes(route)) return 0
  if (!prints) return 1
  return prints.relabel.includes(route) ? prints.copies : 0
}
