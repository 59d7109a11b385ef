import 'fake-indexeddb/auto'
import type { CopiedReturn, CopyItem } from '@restow/contracts'
import type { Product } from '@restow/domain'
import { beforeEach, describe, expect, it } from 'vitest'
import { codeHash, ROWS_A_BUNDLE } from './bundle.ts'
import { copyDatabase } from './database.ts'
import { copyPlace, forgetPlace, keepPage } from './keep-page.ts'
import { expectedUnder, productsUnder } from './local.ts'
import { lookUpHere } from './look-up.ts'

const NOW = Date.UTC(2026, 10, 27)
const MUG: Product = {
  ...{ seller: 'LOTUS', sku: 'MUG-WHITE', title: '马克杯', category: 'homeware' },
  ...{ gtin: '04006381333931', fnsku: 'X001234567', asin: 'B012345678', flags: ['fragile'] },
}
const LINE = {
  ...{ sku: 'MUG-WHITE', occurrence: 1, quantity: 2, valueMinor: 2000, currency: 'USD' },
  ...{ reason: { raw: 'DEFECTIVE', mapped: 'defective' }, registeredBy: {} },
}
const RETURN: CopiedReturn = {
  ...{ id: 'r1', seller: 'LOTUS', rmaNumber: 'RMA-77', orderNumber: '114-0000001-7654321' },
  ...{ cancelled: false, state: 'announced', changedAt: '2026-11-26T08:00:00Z', lines: [LINE] },
  trackingNumbers: ['1Z999AA10123456784', 'RR123456785CN'],
}
const product = (more: Partial<Product>): CopyItem => ({ k: 'product', ...MUG, ...more })
const announced = (more: Partial<CopiedReturn>): CopyItem => ({ k: 'expected', ...RETURN, ...more })
const other = (n: number) => product({ sku: `OTHER-${n}`, gtin: null, fnsku: `X00999${n}`, asin: null })
const many = (from: number, count: number) => Array.from({ length: count }, (_, n) => other(from + n))

let pages = 0
/** What a pull does with one answer of the server. */
async function tells(items: CopyItem[], { more = false, reset = false } = {}): Promise<void> {
  const page = { items, more, cursor: `after page ${++pages}`, ...(reset ? { reset } : {}) }
  await keepPage(page as Parameters<typeof keepPage>[0], await copyPlace(), NOW)
}
const bundles = async () => (await copyDatabase()).getAll('products')

beforeEach(forgetPlace)

describe('the copy on the disk', () => {
  it.each(['MUG-WHITE', '4006381333931', 'X001234567', 'B012345678'])(
    'knows a product by %s',
    async (code) => {
      await tells([...many(1, 40), product({}), ...many(41, 40)])
      const answer = await lookUpHere(code, 'LAX1')
      expect(answer).toMatchObject({ kind: 'product', products: [MUG] })
    },
  )

  it.each([...RETURN.trackingNumbers, 'RMA-77', '114-0000001-7654321'])(
    'knows an announced return by %s, with the title of what is in it',
    async (code) => {
      await tells([product({ seller: 'NORTHSTAR', title: 'Another’s' }), product({}), announced({})])
      const answer = await lookUpHere(code, 'LAX1')
      expect(answer).toMatchObject({ kind: 'expected', expected: [{ rmaNumber: 'RMA-77' }] })
      expect(answer.expected?.[0]?.lines).toMatchObject([{ title: '马克杯', quantity: 2 }])
    },
  )

  it('tells all sellers’ products of one SKU', async () => {
    await tells([product({}), product({ seller: 'NORTHSTAR', gtin: null, fnsku: null, asin: null })])
    expect((await productsUnder(['MUG-WHITE'])).map(({ seller }) => seller)).toEqual(['LOTUS', 'NORTHSTAR'])
  })

  it('does not take one code for another that has the same number', async () => {
    const seen = new Map<number, string>()
    let twins: [string, string] | undefined
    for (let n = 0; !twins; n++) {
      const code = `SKU-${n}`
      const twin = seen.get(codeHash(code))
      if (twin !== undefined) twins = [twin, code]
      seen.set(codeHash(code), code)
    }
    await tells([product({ sku: twins[0] }), ...many(1, ROWS_A_BUNDLE), product({ sku: twins[1] })])
    for (const sku of twins) expect((await productsUnder([sku])).map((one) => one.sku)).toEqual([sku])
  })
})

describe('what has changed since', () => {
  it('replaces a product where it lies: its old code leads nowhere, its new one to it', async () => {
    await tells([...many(1, 40), product({}), ...many(41, 40)])
    await tells([product({ gtin: '05901234123457', title: 'Mug, white' })])
    expect(await productsUnder(['04006381333931'])).toEqual([])
    expect(await productsUnder(['05901234123457'])).toMatchObject([{ title: 'Mug, white' }])
    expect((await bundles()).flatMap(({ rows }) => rows)).toHaveLength(81)
  })

  it('gives a return its further number, and takes one away', async () => {
    await tells([announced({})])
    await tells([announced({ trackingNumbers: ['1Z999AA10123456784', '9400110200881234567890'] })])
    expect(await expectedUnder(['9400110200881234567890', '1Z999AA10123456784'])).toHaveLength(1)
    expect(await expectedUnder(['RR123456785CN'])).toEqual([])
  })

  it('comes once, though it is told twice, and in full bundles, though it came singly', async () => {
    await tells(many(1, 20), { more: true })
    await tells(many(21, 20))
    for (const item of many(41, 20)) await tells([item])
    await tells([...many(55, 10), ...many(55, 10)])
    const rows = (await bundles()).map((bundle) => bundle.rows.length)
    expect(rows).toEqual([16, 16, 16, 16])
    expect(await productsUnder(['OTHER-64'])).toHaveLength(1)
  })
})

describe('a copy', () => {
  it('that begins anew has nothing twice, and nothing that is no more', async () => {
    await tells([product({}), announced({})])
    await forgetPlace()
    await tells([product({})])
    expect(await expectedUnder(['RMA-77'])).toEqual([])
    expect(await productsUnder(['MUG-WHITE'])).toHaveLength(1)
    await tells(many(1, 3), { reset: true, more: true })
    expect(await productsUnder(['MUG-WHITE'])).toEqual([])
    await tells([product({})])
    expect((await bundles()).flatMap(({ rows }) => rows)).toHaveLength(4)
  })

  it('goes on from where it stands: what another tab has kept meanwhile is not kept again', async () => {
    const place = await copyPlace()
    await tells([product({})], { more: true })
    const kept = await copyPlace()
    await keepPage({ items: [product({}), other(1)], more: true, cursor: 'late' }, place, NOW)
    expect(await copyPlace()).toEqual(kept)
    expect((await bundles()).flatMap(({ rows }) => rows)).toHaveLength(1)
  })
})
