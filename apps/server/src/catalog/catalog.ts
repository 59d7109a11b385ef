import { readScan } from '@restow/barcodes'
import type { ProductItem, PutProduct, PutSeller, PutStaff, SellerItem, StaffItem } from '@restow/contracts'
import type { Queryable } from '../db/pool.ts'
import { ProblemError, sellerUnknown } from '../problem.ts'
import { findCurrency, keepProduct, keepSeller, keepStaff, whoseBadge } from './catalog.queries.ts'
import { firstPolicy } from './first-policy.ts'

/** What may be set up how. Each answers with what then stands, or throws a problem that says what to do. */

const doesNotFit = (code: string, detail: string) => new ProblemError(422, code, detail)

/** Makes or changes a product. A GTIN is kept with 14 digits, however few of them the label shows. */
export async function setProduct(
  on: Queryable,
  seller: string,
  sku: string,
  product: PutProduct,
): Promise<ProductItem> {
  const gtin = product.gtin?.padStart(14, '0') ?? null
  const kept = await keepProduct(on, seller, sku, { ...product, gtin })
  if (!kept) throw sellerUnknown(seller)
  return kept
}

/** Makes or changes a member of staff; a new one needs a PIN, and no admin locks themselves out. */
export async function setStaff(
  on: Queryable,
  admin: { user: string; warehouse: string },
  badge: string,
  person: Omit<PutStaff, 'pin'>,
  pinHash: string | null,
): Promise<StaffItem> {
  const { warehouse, user } = admin
  if (badge === user && (!person.active || person.role !== 'admin'))
    throw doesNotFit('own_badge', `${badge} is your own badge. Another admin has to take your rights away.`)
  const whose = await whoseBadge(on, badge, warehouse)
  if (whose === 'theirs')
    throw doesNotFit('badge_taken', `${badge} is worn in another warehouse. Choose another number.`)
  if (whose === 'nobody' && readScan(badge).badge?.badge !== badge)
    throw doesNotFit(
      'badge_wrong',
      `${badge} would not be read as a badge. Badges are two letters and four digits, such as OP1003.`,
    )
  if (whose === 'nobody' && pinHash === null)
    throw doesNotFit('pin_missing', `${badge} is new and needs a PIN of 4 to 12 digits.`)
  const kept = await keepStaff(on, warehouse, badge, person, pinHash)
  if (!kept) throw doesNotFit('badge_taken', `${badge} is worn in another warehouse. Choose another number.`)
  return kept
}

/** Makes or changes a seller; a new one begins with the house's policy. */
export async function setSeller(
  on: Queryable,
  warehouse: string,
  code: string,
  seller: PutSeller,
): Promise<SellerItem> {
  return keepSeller(on, code, seller, firstPolicy(await findCurrency(on, warehouse)))
}
