import type { Product } from '@restow/domain'
import { ask, type Queryable } from '../db/pool.ts'

/** Which products, of any seller, have one of these codes as SKU, GTIN or FNSKU? */
export function findProductsByCode(on: Queryable, codes: readonly string[]): Promise<Product[]> {
  const columns = 'seller, sku, title, category, gtin, fnsku, asin, flags'
  const text = `
    select ${columns} from product where sku = any($1::text[])
    union select ${columns} from product where gtin = any($1::text[])
    union select ${columns} from product where fnsku = any($1::text[])`
  return ask(on, 'products-by-code', text, [codes])
}
