/** The sellers of the demo. */
export type DemoSellerCode = 'LOTUS' | 'NORTHSTAR'

/** SKU, title, category, price in minor units, grams, HS code, flags. */
export type ProductRow = readonly [string, string, string, number, number, string, string?]
