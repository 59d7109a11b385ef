import type { PutPolicy, SellerPolicy } from '@restow/contracts'
import {
  housePartsChanged,
  type PolicyProblem,
  policyProblems,
  TARGETS,
  withHouseParts,
} from '@restow/domain'
import type { Queryable } from '../db/pool.ts'
import { ProblemError, sellerUnknown } from '../problem.ts'
import { isCurrency } from '../warehouse-facts.ts'
import { findLastChange, findPolicy, holdSeller, keepPolicy } from './policies.queries.ts'
import type { Changer } from './set-up-options.ts'

/** Sellers' policies: what stands, who may say what of it, and when another one may. */

const SENTENCES: Readonly<Record<PolicyProblem['code'], string>> = {
  currency_unknown: 'is no currency of ISO 4217',
  share_out_of_range: 'has to be from 0 to 100 percent',
  shares_rise: 'may not be more than the share of the better grade',
  no_route: 'needs at least one route',
  route_not_available: 'has one that the warehouse does not do for this seller',
  no_scrap_route: 'needs a way to scrap what brings nothing',
  scrap_route_not_allowed: 'has to be one of the scrap routes that are allowed',
  cost_wrong: 'has a cost without a name, named twice, or below zero',
  refurbish_no_gain: 'has to be offered for grades worse than what it makes of them',
  refurbish_not_allowed: 'is offered, but is no way to refurbish',
  scrap_limit_wrong: 'has to be an amount of at least zero',
  veto_hours_wrong: 'has to be whole hours, from 0 to 336',
  rate_wrong: 'needs a currency of ISO 4217 and a rate above zero, such as 0.92',
  prints_wrong: 'names ways to resell goods, and 1 to 3 labels each',
}

/** @throws 404 seller_unknown. @param isStaff sellers are told no names of the warehouse's people */
export async function policyOf(
  on: Queryable,
  seller: string,
  { warehouse, isStaff }: { warehouse: string | null; isStaff: boolean },
): Promise<SellerPolicy> {
  const found = await findPolicy(on, seller, warehouse)
  if (!found) throw sellerUnknown(seller)
  return { ...found, ...(await findLastChange(on, seller, 'policy', isStaff)) }
}

/** What of this is the warehouse's and would become otherwise. */
function notSellersOwn(stands: SellerPolicy, { policy, targets }: PutPolicy): string[] {
  const others = TARGETS.filter((name) => targets && targets[name] !== stands.targets[name])
  return [...housePartsChanged(stands.policy, policy), ...others.map((name) => `targets.${name}`)]
}

/**
 * Changes a seller's policy: by the seller itself what is its own, by the warehouse all of it.
 * @throws 404 seller_unknown, 409 changed_meanwhile, 403 not_sellers_own, 422 policy_wrong
 */
export async function setPolicy(
  on: Queryable,
  seller: string,
  { isSeller, warehouse }: Pick<Changer, 'isSeller' | 'warehouse'>,
  put: PutPolicy,
): Promise<SellerPolicy> {
  const stands = (await holdSeller(on, seller)) ? await findPolicy(on, seller, warehouse) : null
  if (!stands) throw sellerUnknown(seller)
  // Before anything else: what somebody else has changed meanwhile is no wish of whoever asks now.
  if (stands.version !== put.version)
    throw new ProblemError(
      409,
      'changed_meanwhile',
      `Somebody else has changed the policy of ${seller} meanwhile. Load it again and make your change there.`,
    )
  const others = isSeller ? notSellersOwn(stands, put) : []
  if (others.length > 0)
    throw new ProblemError(
      403,
      'not_sellers_own',
      `${others.join(', ')}: that is the warehouse’s to say. Send it as it stands; nothing was changed.`,
      others,
    )
  const [problem] = policyProblems(put.policy, isCurrency)
  if (problem)
    throw new ProblemError(422, 'policy_wrong', `${problem.field} ${SENTENCES[problem.code]}.`, [
      problem.field,
    ])
  const policy = isSeller ? withHouseParts(stands.policy, put.policy) : put.policy
  await keepPolicy(on, seller, { ...put, policy })
  return policyOf(on, seller, { warehouse, isStaff: !isSeller })
}
