import { makeGtin13, makeTracking } from '@restow/barcodes'
import pg from 'pg'

/** A warehouse as large as a handheld's working copy has to bear: products, and announced returns of one piece each. */

export const PRODUCTS = 50_000
export const RETURNS = 20_000
const TITLES = [
  'REGENCY CAKESTAND 3 TIER',
  '陶瓷马克杯 350 毫升 带盖 礼盒装',
  'Bluetooth-Lautsprecher mit Ladeschale, schwarz',
]

/** A return on its way: what is scanned of it at the dock. */
export interface Arriving {
  readonly tracking: string
  readonly title: string
  /** The same product by its three codes. */
  readonly codes: readonly [gtin: string, fnsku: string, sku: string]
}

/** Always the same numbers, so that one run can be compared with the next (a generator by Lehmer). */
function numbers(seed: number): () => number {
  let state = seed
  return () => {
    state = (state * 48_271) % 2_147_483_647
    return state / 2_147_483_647
  }
}

const padded = (n: number, length: number) => String(n).padStart(length, '0')
const sellerOf = (n: number) => (n % 2 === 0 ? 'LOTUS' : 'NORTHSTAR')

function makeProducts(random: () => number) {
  const gtins = new Set<string>()
  while (gtins.size < PRODUCTS) gtins.add(makeGtin13(random))
  return [...gtins].map((gtin, n) => ({
    seller: sellerOf(n),
    sku: `SKU-${padded(n, 8)}-BLK`,
    title: `${TITLES[n % TITLES.length]} ${n}`,
    gtin,
    fnsku: `X00${padded(n, 7)}`,
    asin: `B0${padded(n, 8)}`,
  }))
}

/** Puts both into a database that has the demo's sellers. @returns the returns, in the order in which they may arrive */
export async function fillForFullCopy(adminUrl: string): Promise<Arriving[]> {
  const random = numbers(20_261_127)
  const products = makeProducts(random)
  const trackings = new Set<string>()
  while (trackings.size < RETURNS) trackings.add(makeTracking('ups', random))
  const arriving = [...trackings].flatMap((tracking, n) => {
    const product = products[n]
    return product ? [{ tracking, product }] : []
  })
  const admin = new pg.Client({ connectionString: adminUrl })
  await admin.connect()
  try {
    await admin.query(
      `insert into product (seller, sku, title, category, gtin, fnsku, asin, flags)
       select p->>'seller', p->>'sku', p->>'title', 'general', lpad(p->>'gtin', 14, '0'), p->>'fnsku', p->>'asin', '{}'
       from jsonb_array_elements($1::jsonb) p`,
      [JSON.stringify(products)],
    )
    await admin.query(
      `with made as (
         select gen_random_uuid() as id, r->>'tracking' as tracking, r->'product'->>'seller' as seller, r->'product'->>'sku' as sku,
           r->'product'->>'title' as title, lpad((row_number() over ())::text, 8, '0') as n
         from jsonb_array_elements($1::jsonb) r
       ), returns as (
         insert into expected_return (id, seller, rma_number, order_number, channel)
         select id, seller, 'RMA-2026-' || n, '114-' || right(n, 7) || '-7654321', 'amazon' from made
       ), numbers as (
         insert into expected_tracking (tracking_number, expected_return, seller) select tracking, id, seller from made
       )
       insert into expected_line (expected_return, seller, sku, occurrence, quantity, value_minor, currency, reason_raw, reason_mapped, title)
       select id, seller, sku, 1, 1, 1980, 'USD', 'UNWANTED_ITEM', 'unwanted', title from made`,
      [JSON.stringify(arriving)],
    )
    await admin.query('vacuum analyze')
  } finally {
    await admin.end()
  }
  return arriving.map(({ tracking, product: { title, gtin, fnsku, sku } }) => ({
    ...{ tracking, title },
    codes: [gtin, fnsku, sku] as const,
  }))
}
