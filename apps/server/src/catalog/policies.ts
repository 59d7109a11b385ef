import type { PutPolicy, SellerPolicy } from '@restow/contracts'
import { type PolicyProblem, policyProblems } from '@restow/domain'
import type { Queryable } from '../db/pool.ts'
import { ProblemError } from '../problem.ts'
import { isCurrency } from '../warehouse-facts.ts'
import { findLastChange, findPolicy, keepPolicy } from './policies.queries.ts'

/** Sellers' policies: what stands, and when another one may. */

const SENTENCES: Readonly<Record<PolicyProblem['code'], string>> = {
  currency_unknown: 'is no currency of ISO 4217',
  share_out_of_range: 'has to be from 0 to 100 percent',
  shares_rise: 'may not be more than the share of the better grade',
  no_route: 'needs at least one route',
  no_scrap_route: 'needs a way to scrap what brings nothing',
  scrap_route_not_allowed: 'has to be one of the scrap routes that are allowed',
  cost_wrong: 'has a cost without a name, named twice, or below zero',
  refurbish_no_gain: 'has to be offered for grades worse than what it makes of them',
  refurbish_not_allowed: 'is offered, but its route is not allowed',
  scrap_limit_wrong: 'has to be an amount of at least zero',
  veto_hours_wrong: 'has to be whole hours, from 0 to 336',
  rate_wrong: 'needs a currency of ISO 4217 and a rate above zero, such as 0.92',
}

const sellerUnknown = (seller: string) =>
  new ProblemError(404, 'seller_unknown', `There is no seller ${seller} here.`)

/** @throws 404 seller_unknown. @param isStaff sellers are told no names of the warehouse's people */
export async function policyOf(
  on: Queryable,
  seller: string,
  { warehouse, isStaff }: { warehouse: string | null; isStaff: boolean },
): Promise<SellerPolicy> {
  const found = await findPolicy(on, seller, warehouse)
  if (!found) throw sellerUnknown(seller)
  return isStaff ? { ...found, ...(await findLastChange(on, 'seller', seller, 'policy')) } : found
}

/** @throws 404 seller_unknown, 409 changed_meanwhile, 422 policy_wrong */
export async function setPolicy(
  on: Queryable,
  seller: string,
  warehouse: string,
  put: PutPolicy,
): Promise<SellerPolicy> {
  const [problem] = policyProblems(put.policy, isCurrency)
  if (problem) throw new ProblemError(422, 'policy_wrong', `${problem.field} ${SENTENCES[problem.code]}.`)
  const stands = await findPolicy(on, seller, warehouse)
  if (!stands) throw sellerUnknown(seller)
  if (!(await keepPolicy(on, seller, put)))
    throw new ProblemError(
      409,
      'changed_meanwhile',
      `Somebody else has changed the policy of ${seller} meanwhile. Load it again and make your change there.`,
    )
  return policyOf(on, seller, { warehouse, isStaff: true })
}
