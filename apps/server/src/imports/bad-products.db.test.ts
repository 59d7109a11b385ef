import type { ProductItem, ProductList } from '@restow/contracts'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { openWarehouse, type Person, type Warehouse } from '../../../../packages/testkit/src/server.ts'
import { type File, outcome, send, show as showTo, take as takeAs, told } from './product-file.fixture.ts'

let warehouse: Warehouse
let lotus: Person
beforeAll(async () => {
  warehouse = await openWarehouse()
  lotus = await warehouse.node.as('lotus@test.restow')
})
afterAll(() => warehouse?.close())

const take = (file: File) => takeAs(lotus, file)
const show = (file: File) => showTo(lotus, file)
const productsOf = async (): Promise<ProductItem[]> =>
  (await lotus.read<ProductList>('/api/products?limit=200')).items
const product = async (sku: string) => (await productsOf()).find((one) => one.sku === sku)

describe('a line that is wrong', () => {
  it('is left and said why, and touches none beside it', async () => {
    await take('sku,title\n00777,With zeros')
    const file = [
      'sku,gtin,fnsku,hs_code,battery,title,seller',
      'OK-1,,,,,First,',
      ',4006381333948,,,,No SKU,',
      'BAD-1,4006381333932,,,,Check digit,',
      'BAD-2,5.90123E+12,,,,Scientific,',
      'BAD-3,12,,,,Short,',
      'BAD-4,4006381333931,,,,That of LAMP,',
      'BAD-5,,X001LAMP,,,That of LAMP,',
      'BAD-6,,,90121,,Zero lost,',
      'BAD-7,,,,perhaps,Yes or no,',
      `BAD-8,,,,,${'x'.repeat(501)},`,
      `${'s'.repeat(81)},,,,,SKU too long,`,
      '1.2E+05,,,,,A rounded SKU,',
      '777,,,,,Zeros of a SKU lost,',
      'OK-1,,,,,Twice in the file,',
      'OK-2,4012345678901,,,,GTIN of the file,',
      'BAD-9,4012345678901,,,,The same,',
      'BAD-10,,,,,Another seller,NORTHSTAR',
      'BAD-11,,,,,Too many,,,',
      'BAD-12',
      'BAD-13,"open,,,,Quote,',
      'OK-3,,,,yes,Last,LOTUS',
    ]
    const report = await take(
      Buffer.concat([Buffer.from(file.join('\n')), Buffer.from('\nBAD-14,,,,,G\xe4ng,', 'latin1')]),
    )
    expect(told(report)).toEqual(
      outcome({
        total: 22,
        created: 3,
        rejected: [
          ...['3 sku_missing', '4 gtin_check_digit', '5 number_rounded', '6 gtin_wrong', '7 gtin_taken'],
          ...['8 fnsku_taken', '9 hs_code_wrong', '10 yes_no_wrong', '11 field_too_long'],
          ...['12 field_too_long', '13 number_rounded', '14 sku_zeros_lost', '15 sku_twice', '17 gtin_taken'],
          ...[
            '18 other_seller',
            '19 columns_too_many',
            '20 column_missing',
            '21 quote_unclosed',
            '23 not_utf8',
          ],
        ],
      }),
    )
    const message = (line: number) => report.rejected.find((one) => one.line === line)?.message
    expect(message(7)).toMatch(/LAMP already/)
    expect(message(14)).toMatch(/there is 00777/)
    expect(message(17)).toMatch(/line 16 already, as that of OK-2/)
    const there = (await productsOf()).map(({ sku }) => sku)
    expect(there.filter((sku) => /^(BAD|OK)-/.test(sku))).toEqual(['OK-1', 'OK-2', 'OK-3'])
    const rejected = await lotus.get(`/api/imports/${report.id}/rejected.csv`)
    expect(rejected.body.split('\r\n')).toHaveLength(21)
  })

  it('is one of two that give the same code to two products at the same moment, in two files', async () => {
    const rounds = Array.from({ length: 10 }, (_, round) =>
      ['A', 'B'].map((one) => `sku,fnsku\nRACE-${one}${round},X00RACE${round}`),
    )
    for (const files of rounds) {
      const reports = (await Promise.all(files.map(take))).map(told)
      expect(reports.reduce((sum, { created }) => sum + created, 0)).toBe(1)
      expect(reports.flatMap(({ rejected }) => rejected)).toEqual(['2 fnsku_taken'])
    }
  })

  it('may take a code that a line further up has given up', async () => {
    await take('sku,fnsku\nGIVES,X00GIVEN')
    const file = 'sku,fnsku\nGIVES,X00OTHER\nTAKES,X00GIVEN'
    expect((await show(file)).counts).toMatchObject({ created: 1, updated: 1, rejected: 0 })
    expect(told(await take(file))).toEqual(outcome({ total: 2, created: 1, updated: 1 }))
    expect(told(await take(file))).toEqual(outcome({ total: 2, unchanged: 2 }))
  })
})

describe('a file that is none of products', () => {
  it.each<[string, File, string]>([
    ['nothing', '', 'file_empty'],
    ['blank lines', '\ufeff\n \n', 'file_empty'],
    ['another header', 'title,gtin\nMug,1', 'column_missing'],
    ['another separator', 'sku|title\nMUG|Mug', 'column_missing'],
    ['a weight in nothing', 'sku,weight\nMUG,350', 'unit_missing'],
    ['two columns for one', 'sku,EAN,UPC\nMUG,,', 'column_twice'],
    ['a workbook', Buffer.from('504b03041400060008000a000021', 'hex'), 'file_is_workbook'],
    ['GBK', Buffer.from('c9ccc6b7b1e0c2eb2cb1eacce20a4d55472cb1ad', 'hex'), 'not_utf8'],
    ['UTF-16 without its mark', Buffer.from('sku,title\nMUG,Mug', 'utf16le'), 'not_storable'],
  ])('%s is refused, and says what to do', async (_, file, code) => {
    const before = await productsOf()
    expect(told(await take(file))).toMatchObject({ state: 'failed', total: 0, rejected: [`1 ${code}`] })
    expect(await show(file)).toMatchObject({ readable: false, lines: 0, rejected: [{ line: 1, code }] })
    expect(await productsOf()).toEqual(before)
  })

  it('is read in UTF-16 with its mark, separated by tabs, as a spreadsheet writes text', async () => {
    const file = Buffer.from('\ufeffSKU\tTitle\tEAN\r\nWIDE-1\t陶瓷马克杯\t\r\n', 'utf16le')
    expect(told(await take(file))).toEqual(outcome({ total: 1, created: 1 }))
    expect(await product('WIDE-1')).toMatchObject({ title: '陶瓷马克杯' })
  })

  it('has a body, and not too large a one', async () => {
    for (const to of ['', '/preview']) {
      const none = await lotus.ask({
        method: 'POST',
        url: `/api/imports/products${to}?seller=LOTUS&format=csv`,
      })
      expect([none.statusCode, none.json<{ code: string }>().code]).toEqual([400, 'file_missing'])
      const much = await send(lotus, 'sku', { to, headers: { 'content-length': '40000000' } })
      expect([much.statusCode, much.json<{ code: string }>().code]).toEqual([413, 'file_too_large'])
    }
  })
})
