import type { AddedApiKey, ImportReport, ProductItem, ProductList } from '@restow/contracts'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { openWarehouse, type Person, type Warehouse } from '../../../../packages/testkit/src/server.ts'
import {
  answered,
  type File,
  outcome,
  send,
  show as showTo,
  take as takeAs,
  told,
} from './product-file.fixture.ts'

let warehouse: Warehouse
let sven: Person
let lotus: Person
beforeAll(async () => {
  warehouse = await openWarehouse()
  sven = await warehouse.node.as('SV2001')
  lotus = await warehouse.node.as('lotus@test.restow')
})
afterAll(() => warehouse?.close())

const take = (file: File, who = lotus, seller?: string) => takeAs(who, file, seller)
const show = (file: File) => showTo(lotus, file)
const productsOf = async (seller = 'LOTUS'): Promise<ProductItem[]> =>
  (await sven.read<ProductList>(`/api/products?limit=200&seller=${seller}`)).items
const product = async (sku: string) => (await productsOf()).find((one) => one.sku === sku)
const csv = async (query = '?seller=LOTUS', who = lotus) => (await who.get(`/api/products.csv${query}`)).body

describe('a file of products', () => {
  const file = [
    'seller-sku;item-name;EAN;Weight (kg);battery;category;colour',
    'TEAPOT;陶瓷茶壶 1 l;4011209003002;0,85;no;general;blue',
    'LAMP;Desk lamp "Luna";;1.2;yes;Electronics;red',
    'MUG;MUG;00012345678905;;;;',
  ].join('\r\n')

  it('makes what is new, changes what it says otherwise, and leaves what it does not say', async () => {
    const shown = await show(file)
    expect(shown).toMatchObject({
      readable: true,
      lines: 3,
      counts: { created: 1, updated: 1, unchanged: 1, rejected: 0 },
      columns: { read: ['sku', 'title', 'gtin', 'weight_g', 'battery', 'category'], ignored: ['colour'] },
      created: [{ line: 2, sku: 'TEAPOT', title: '陶瓷茶壶 1 l' }],
      updated: [
        {
          ...{ line: 3, sku: 'LAMP' },
          fields: [
            { column: 'title', from: 'LAMP', to: 'Desk lamp "Luna"' },
            { column: 'weight_g', from: '', to: '1200' },
            { column: 'battery', from: 'no', to: 'yes' },
          ],
        },
      ],
    })
    expect(await product('TEAPOT')).toBeUndefined()
    expect(told(await take(file))).toEqual(outcome({ total: 3, created: 1, updated: 1, unchanged: 1 }))
    expect(await product('LAMP')).toMatchObject({
      ...{ title: 'Desk lamp "Luna"', gtin: '04006381333931', fnsku: 'X001LAMP', category: 'electronics' },
      ...{ weightGrams: 1200, flags: ['battery'] },
    })
    expect(told(await take(file))).toEqual(outcome({ total: 3, unchanged: 3 }))
  })

  it('is on record: the changes as whose they are, the file among the imports', async () => {
    const changes = await warehouse.sql(
      `select kind, key, by from set_up_change where key = 'LOTUS LAMP' and kind = 'product'`,
    )
    expect(changes).toEqual([{ kind: 'product', key: 'LOTUS LAMP', by: 'lotus@test.restow' }])
    const { items } = await lotus.read<{ items: object[] }>('/api/imports')
    expect(items[0]).toMatchObject({ format: 'products', seller: 'LOTUS', startedBy: 'lotus@test.restow' })
  })

  it('updates what came to be by an announcement, under the name that it has there', async () => {
    await lotus.ask({
      method: 'POST',
      url: '/api/expected-returns',
      payload: {
        ...{ seller: 'LOTUS', rmaNumber: 'P-1', trackingNumbers: ['TP1'] },
        lines: [{ sku: 'LEARNED', quantity: 1 }],
      },
    })
    expect(told(await take('sku,title\nLEARNED,A learned thing'))).toEqual(outcome({ total: 1, updated: 1 }))
    expect(await product('LEARNED')).toMatchObject({ title: 'A learned thing' })
  })

  it('says that there is none by a dash, and nothing by an empty cell', async () => {
    await take('sku,asin,fnsku,weight_g,flags\nDASHED,B0TESTMUGS,X00DASHED,10,fragile')
    expect(told(await take('sku,asin,fnsku,weight_g,flags\nDASHED,-,,n/a,-'))).toEqual(
      outcome({ total: 1, updated: 1 }),
    )
    expect(await product('DASHED')).toMatchObject({
      ...{ asin: null, fnsku: 'X00DASHED', weightGrams: null, flags: [] },
    })
  })
})

describe('the products as a file', () => {
  it('change nothing when they are taken in again, whatever they are called', async () => {
    const strange = [
      ...[
        '=1+1',
        '+49 cable',
        "'=quoted",
        "''=twice",
        '@home',
        '-',
        ' =blank before',
        "O'Neill",
        '\tTab before',
      ],
      ...['two\r\nlines, and "quotes"; so', '\u200b=hidden', '陶瓷马克杯', 'n/a', '\u3000wide blanks\u3000'],
    ]
    for (const [i, title] of strange.entries())
      await warehouse.sql(
        `insert into product (seller, sku, title, category, gtin, fnsku, asin, flags, weight_grams, hs_code)
         values ('LOTUS', $1, $2, $2, '00012345678906', 'n/a', '-', '{odd, battery}', 0, '12345')`,
        [`=S${i}${i % 2 ? ' ' : ''}`, title],
      )
    const before = await productsOf()
    const written = await csv()
    expect(written).toMatch(/\r\nLOTUS,"'=S0","'=1\+1",/)
    expect(written).not.toMatch(/(^|,)"?[=+@]/m)
    const report = await take(written)
    expect(told(report)).toEqual(outcome({ total: before.length, unchanged: before.length }))
    expect(await productsOf()).toEqual(before)
  })

  it('come with a template of the same columns, which is no product', async () => {
    const template = await csv('?template=true')
    expect(template).toBe(
      '\ufeffsku,title,category,gtin,fnsku,asin,hs_code,weight_g,battery,serial_required,flags\r\n',
    )
    expect(told(await take(template))).toEqual(outcome({}))
  })

  it('are one seller’s where a seller asks, and all of them where staff do', async () => {
    expect(await csv('?seller=NORTHSTAR')).toMatch(/^\ufeffseller,sku.*\r\n$/)
    expect(await csv('')).not.toContain('KETTLE')
    expect(await csv('', sven)).toMatch(/LOTUS,LAMP[\s\S]*NORTHSTAR,KETTLE/)
    expect(await csv('?search=kettle', sven)).not.toContain('LAMP')
  })
})

describe('who takes products in', () => {
  const file = 'sku,title\nWHOSE,Whose is it'
  const refused = async (answer: ReturnType<typeof send>) => {
    const { statusCode, json } = await answer
    return [statusCode, json<{ code: string }>().code]
  }

  it('is their seller, and for it a supervisor; to another seller it is not there', async () => {
    const northstar = await warehouse.node.as('northstar@test.restow')
    const before = await productsOf()
    for (const to of ['', '/preview']) {
      expect(await refused(send(northstar, file, { to }))).toEqual([404, 'seller_unknown'])
      expect(await refused(send(sven, file, { to, seller: 'NOBODY' }))).toEqual([404, 'seller_unknown'])
      const otto = await warehouse.node.as('OP1001')
      expect(await refused(send(otto, file, { to }))).toEqual([403, 'supervisor_only'])
      expect(await refused(send(warehouse.node.with('restow_session=none'), file, { to }))).toEqual([
        401,
        'not_signed_in',
      ])
    }
    expect(await productsOf()).toEqual(before)
    expect(told(await take(file, sven))).toEqual(outcome({ total: 1, created: 1 }))
  })

  it('may be a script that announces, not one that reads reports', async () => {
    const keyFor = async (scope: string) => {
      const payload = { name: scope, scopes: [scope] }
      const made = await lotus.ask({ method: 'POST', url: '/api/sellers/LOTUS/api-keys', payload })
      return { cookie: '', authorization: `Bearer ${made.json<AddedApiKey>().secret}` }
    }
    const headers = await keyFor('announcements')
    const taken = await answered<ImportReport>(send(lotus, file, { headers }))
    expect(told(taken)).toMatchObject({ state: 'done', total: 1, rejected: [] })
    expect(await refused(send(lotus, file, { headers: await keyFor('reports') }))).toEqual([
      403,
      'scope_missing',
    ])
  })
})

describe('a long file', () => {
  it('of 20,000 lines goes on in the background, once however often it is sent at the same time', async () => {
    const lines = Array.from({ length: 20_000 }, (_, i) => `LONG-${i},Thing ${i},${i}`)
    const file = ['sku,title,weight_g', ...lines].join('\n')
    const northstar = await warehouse.node.as('northstar@test.restow')
    const begun = await Promise.all([1, 2].map(() => take(file, northstar, 'NORTHSTAR')))
    expect(begun.map(({ state }) => state)).toEqual(['running', 'running'])
    const ends = await Promise.all(
      begun.map(({ id }) =>
        expect
          .poll(async () => (await northstar.read<ImportReport>(`/api/imports/${id}`)).state, {
            timeout: 60_000,
          })
          .toBe('done')
          .then(() => northstar.read<ImportReport>(`/api/imports/${id}`)),
      ),
    )
    expect(ends.reduce((sum, { created }) => sum + created, 0)).toBe(20_000)
    expect(ends.reduce((sum, { unchanged }) => sum + unchanged, 0)).toBe(20_000)
    expect(ends.flatMap(({ rejected }) => rejected)).toEqual([])
  }, 90_000)
})
