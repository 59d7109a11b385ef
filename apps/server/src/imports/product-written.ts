import { PRODUCT_COLUMNS } from '@restow/contracts'
import { type ProductFacts, writtenOf } from './product-cells.ts'

/** A product as a line of the file in which it is taken in; so read again, it changes nothing. */
export function cellsOf(product: ProductFacts & { seller: string; sku: string }): string[] {
  return PRODUCT_COLUMNS.map((column) =>
    column === 'seller' || column === 'sku' ? product[column] : writtenOf(product, column),
  )
}
