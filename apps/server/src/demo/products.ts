import { gs1CheckDigit, type Product } from '@restow/domain'
import type { DemoSellerCode, ProductRow } from './product-row.ts'
import { LOTUS_ROWS } from './products-lotus.ts'
import { NORTHSTAR_ROWS } from './products-northstar.ts'
import { characters, randomFrom } from './random.ts'

/** A product of the demo: what the rules know of it, and what only the catalogue and the generator need. */
export interface DemoProduct extends Product {
  readonly seller: DemoSellerCode
  readonly gtin: string
  readonly fnsku: string
  readonly asin: string
  readonly weightGrams: number
  /** The first six digits of the customs tariff. */
  readonly hsCode: string
  /** What one piece sells for, minor units: the announced lines are worth this, the product has no value. */
  readonly priceMinor: number
}

const NO_VOWELS = '0123456789BCDFGHJKLMNPQRSTVWXYZ'

/** A number of the range that GS1 leaves to companies for use among themselves, so that it is nobody's product. */
function gtinOf(seller: DemoSellerCode, index: number): string {
  const twelve = `20${seller === 'LOTUS' ? '31' : '47'}${String((index + 1) * 137).padStart(8, '0')}`
  return `0${twelve}${gs1CheckDigit(twelve)}`
}

function productOf(seller: DemoSellerCode, row: ProductRow, index: number): DemoProduct {
  const [sku, title, category, priceMinor, weightGrams, hsCode, flags = ''] = row
  const random = randomFrom(`${seller}/${sku}`)
  return {
    seller,
    sku,
    title,
    category,
    gtin: gtinOf(seller, index),
    fnsku: `X00${characters(random, NO_VOWELS, 7)}`,
    asin: `B0${characters(random, NO_VOWELS, 8)}`,
    flags: flags.split(' ').filter((flag) => flag !== ''),
    weightGrams,
    hsCode,
    priceMinor,
  }
}

/** What the two sellers of the demo sell. */
export const DEMO_PRODUCTS: readonly DemoProduct[] = [
  ...LOTUS_ROWS.map((row, index) => productOf('LOTUS', row, index)),
  ...NORTHSTAR_ROWS.map((row, index) => productOf('NORTHSTAR', row, index)),
]
