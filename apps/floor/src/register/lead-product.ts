import { readScan } from '@restow/barcodes'
import type { UnitView } from '@restow/contracts'
import { type Product, parcelMay, unitMay } from '@restow/domain'
import { tell } from '@restow/ui/floor'
import { parcelCopy } from '../copy/copy.store.ts'
import { ask, sayRefused } from '../shell/ask.ts'
import { go, parcelPath } from '../shell/go.ts'
import { sayLook, sayRight } from '../shell/verdict.store.ts'
import { unitAtHand } from '../units/at-hand.ts'
import { leftOf, linesOf } from './lines.ts'
import { askWhich, keyOf, usePending, wait } from './pending.store.ts'
import { serialsOf } from './serials.ts'

/** A unit at hand that nobody knew: what is scanned says what it is. */
function identify(unit: UnitView, products: readonly Product[]): void {
  const [product] = products.filter((one) => unit.seller === null || one.seller === unit.seller)
  if (!product) return
  const command = { type: 'IdentifyUnit', lpn: unit.lpn, product: keyOf(product, unit.seller) } as const
  const said = { title: tell('register.identified'), code: unit.lpn, facts: product.title }
  void ask(command, said, { products })
}

/** Takes a product out of the open parcel. */
function takeOut(tracking: string, products: readonly Product[], code: string): void {
  const parcel = parcelCopy(tracking)
  if (!parcel) return
  const { seller } = parcel
  const own = products.filter((product) => seller === null || product.seller === seller)
  const [product] = own
  if (!product) {
    sayRefused(code, 'product_unknown', { code, seller: seller ?? '' })
    return
  }
  sayRight(code, product.title)
  if (own.length > 1) askWhich(own)
  else wait(tracking, product, seller, leftOf(linesOf(parcel), product.sku), serialsOf(readScan(code)))
  go(parcelPath(tracking))
}

/** A product is what the unit at hand is, or else belongs to the parcel that is open. */
export function leadToProduct(products: readonly Product[], code: string): void {
  const unit = unitAtHand()
  const { parcel: tracking } = usePending.getState()
  const parcel = tracking === null ? undefined : parcelCopy(tracking)
  const mayRegister = parcel !== undefined && parcelMay('RegisterUnit', parcel).allowed
  if (unit && unit.product === null && unitMay('IdentifyUnit', unit).allowed) identify(unit, products)
  else if (mayRegister) takeOut(parcel.trackingNumber, products, code)
  else sayLook(code, tell('verdict.needParcel', { title: products[0]?.title ?? code }))
}
