import type { PutSellerChecks, SellerChecks } from '@restow/contracts'
import { MOST_OWN_CHECKS, ownChecksProblems } from '@restow/domain'
import type { Queryable } from '../db/pool.ts'
import { ProblemError, sellerUnknown } from '../problem.ts'
import { CHECKS_SENTENCES } from './checklists.ts'
import { findLastChange, holdSeller } from './policies.queries.ts'
import { findSellerChecks, keepSellerChecks } from './seller-checks.queries.ts'

/** A seller's own questions about its goods, asked after the house's; by versions, as the house's are. */

/** @throws 404 seller_unknown. @param isStaff sellers are told no names of the warehouse's people */
export async function sellerChecksOf(on: Queryable, seller: string, isStaff: boolean): Promise<SellerChecks> {
  const found = await findSellerChecks(on, seller)
  if (!found) throw sellerUnknown(seller)
  return { seller, ...found, ...(await findLastChange(on, seller, 'checks', isStaff)) }
}

/** @throws 404 seller_unknown, 409 changed_meanwhile, 422 checks_wrong */
export async function setSellerChecks(
  on: Queryable,
  seller: string,
  isStaff: boolean,
  { version, checks }: PutSellerChecks,
): Promise<SellerChecks> {
  const stands = (await holdSeller(on, seller)) ? await findSellerChecks(on, seller) : null
  if (!stands) throw sellerUnknown(seller)
  if (stands.version !== version)
    throw new ProblemError(
      409,
      'changed_meanwhile',
      `Somebody else has changed the questions of ${seller} meanwhile. Load them again and make your change there.`,
    )
  const [problem] = ownChecksProblems(checks)
  if (problem) {
    const sentence =
      problem.code === 'too_many' ? `are more than ${MOST_OWN_CHECKS}` : CHECKS_SENTENCES[problem.code]
    throw new ProblemError(422, 'checks_wrong', `${problem.field} ${sentence}.`, [problem.field])
  }
  await keepSellerChecks(on, seller, { version, checks })
  return sellerChecksOf(on, seller, isStaff)
}
