import type { StaffRole } from '@restow/domain'
import type { LabelFacts } from '@restow/labels'
import type { Queryable } from '../db/pool.ts'
import { ProblemError } from '../problem.ts'
import { findHolders } from './printing.queries.ts'

/** Cards that people sign in with: a supervisor's to print, the first time and each time again. */

const ROLES: Readonly<Record<StaffRole, string>> = {
  operator: 'Operator',
  supervisor: 'Supervisor',
  admin: 'Admin',
}

/** Finds whose badges these are. @returns the maker of each one's card, which throws 422 badge_unknown */
export async function cardsOf(on: Queryable, warehouse: string, badges: readonly string[]) {
  const holders = badges.length > 0 ? await findHolders(on, warehouse, badges) : []
  const byBadge = new Map(holders.map((holder) => [holder.badge, holder]))
  return (badge: string): LabelFacts => {
    const holder = byBadge.get(badge)
    if (holder) return { kind: 'badge', ...holder, role: ROLES[holder.role], warehouse }
    throw new ProblemError(
      422,
      'badge_unknown',
      `Nobody at ${warehouse} carries the badge ${badge}, or it is switched off.`,
    )
  }
}

/** A card printer's own test has a printer's code on it, which nobody signs in with. */
const badgesOn = (labels: readonly LabelFacts[]): string[] =>
  labels.flatMap((label) => (label.kind === 'badge' && !label.badge.startsWith('.P.') ? [label.badge] : []))

/**
 * May these labels, printed before, come out once more? A badge may have been switched off since.
 * @param supervisor throws for who is none
 * @throws 403 supervisor_only, 422 badge_unknown
 */
export async function checkAgain(
  on: Queryable,
  warehouse: string,
  labels: readonly LabelFacts[],
  supervisor: () => unknown,
): Promise<void> {
  const badges = badgesOn(labels)
  if (badges.length === 0) return
  supervisor()
  const card = await cardsOf(on, warehouse, badges)
  for (const badge of badges) card(badge)
}
