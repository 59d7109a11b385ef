import type { CopyPage } from '@restow/contracts'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { openWarehouse, type Person, type Warehouse } from '../../../../packages/testkit/src/server.ts'

const PRODUCTS = 50_000
const RETURNS = 20_000
const MOST_BYTES = 40 * 1_000_000

let warehouse: Warehouse
let otto: Person
beforeAll(async () => {
  warehouse = await openWarehouse()
  otto = await warehouse.node.as('OP1001')
  const titles = [
    'REGENCY CAKESTAND 3 TIER',
    '陶瓷马克杯 350 毫升 带盖 礼盒装',
    'Bluetooth-Lautsprecher mit Ladeschale, schwarz',
  ]
  await warehouse.sql(
    `insert into product (seller, sku, title, category, gtin, fnsku, asin, flags)
     select case when n % 2 = 0 then 'LOTUS' else 'NORTHSTAR' end, 'SKU-' || lpad(n::text, 8, '0') || '-BLK', ($1::text[])[1 + n % 3] || ' ' || n,
       'general', lpad(n::text, 14, '0'), 'X' || lpad(n::text, 9, '0'), 'B' || lpad(n::text, 9, '0'), case when n % 10 = 0 then array['battery'] else '{}' end
     from generate_series(1, ${PRODUCTS}) n`,
    [titles],
  )
  // One line each mostly, two now and then, with carrier, order and RMA numbers as long as they come.
  await warehouse.sql(
    `with returns as (
       insert into expected_return (id, seller, rma_number, order_number, channel)
       select gen_random_uuid(), case when n % 2 = 0 then 'LOTUS' else 'NORTHSTAR' end, 'RMA-2026-' || lpad(n::text, 8, '0'), '114-' || lpad(n::text, 7, '0') || '-7654321', 'amazon'
       from generate_series(1, ${RETURNS}) n returning id, seller, rma_number
     ), numbers as (
       insert into expected_tracking (tracking_number, expected_return, seller)
       select '1Z999AA1' || right(rma_number, 8) || '84', id, seller from returns
     )
     insert into expected_line (expected_return, seller, sku, occurrence, quantity, value_minor, currency, reason_raw, reason_mapped, title)
     select id, seller, 'SKU-' || lpad((right(rma_number, 8)::int + l)::text, 8, '0') || '-BLK', 1, 1, 1980, 'USD', 'UNWANTED_ITEM', 'unwanted', 'x'
     from returns, generate_series(0, 1) l where l = 0 or right(rma_number, 1) in ('3', '7')`,
  )
}, 120_000)
afterAll(() => warehouse?.close())

it(`a first copy of ${PRODUCTS} products and ${RETURNS} announced returns is at most 40 MB`, async () => {
  let [bytes, items, pages, cursor] = [0, 0, 0, '']
  for (let more = true; more; pages++) {
    const answer = await otto.get(`/api/copy?limit=2000${cursor && `&cursor=${cursor}`}`)
    expect(answer.statusCode).toBe(200)
    bytes += answer.rawPayload.length
    const page = answer.json<CopyPage>()
    items += page.items.length
    more = page.more
    cursor = page.cursor
  }
  console.log(`a first copy: ${bytes} bytes, ${items} items, ${pages} pages`)
  expect(items).toBeGreaterThanOrEqual(PRODUCTS + RETURNS)
  expect(bytes).toBeLessThan(MOST_BYTES)
  const next = await otto.get(`/api/copy?cursor=${cursor}`)
  expect(next.json<CopyPage>().items).toEqual([])
  expect(next.rawPayload.length).toBeLessThan(300)
}, 120_000)
