import { describe, expect, it } from 'vitest'
import { type FactColumn, type ProductFacts, readCell, skuProblem, writtenOf } from './product-cells.ts'

const MUG: ProductFacts = {
  title: 'Mug',
  category: 'general',
  gtin: null,
  fnsku: null,
  asin: null,
  hsCode: null,
  weightGrams: null,
  flags: ['battery', 'fragile'],
}
const house = { categories: new Map([['home_kitchen', 'home_kitchen']]) }
const read = (column: FactColumn, cell: string, grams = 1) =>
  readCell(column, cell, { is: MUG, grams, house })
const code = (column: FactColumn, cell: string, grams = 1) => {
  const said = read(column, cell, grams)
  return 'code' in said ? said.code : said
}

describe('a GTIN', () => {
  it.each([
    ['4006381333931', '04006381333931'],
    ['04006381333931', '04006381333931'],
    ['978-3-16-148410-0', '09783161484100'],
    ['96385074', '00000096385074'],
    // A UPC whose zero a spreadsheet has taken: its check digit says that the rest is right.
    ['12345678905', '00012345678905'],
  ])('%s is kept as %s', (cell, gtin) => {
    expect(read('gtin', cell)).toEqual({ gtin })
  })

  it.each([
    ['4006381333932', 'gtin_check_digit'],
    ['00000000000000', 'gtin_check_digit'],
    ['5.90123E+12', 'number_rounded'],
    ['5,90123E+12', 'number_rounded'],
    ['5E+12', 'number_rounded'],
    ['123', 'gtin_wrong'],
    ['0306406152', 'gtin_wrong'],
    ['ABC', 'gtin_wrong'],
    ['４００６３８１３３３９３１', 'gtin_wrong'],
  ])('%s is refused: %s', (cell, why) => {
    expect(code('gtin', cell)).toBe(why)
  })

  it.each(['-', '–', '/', 'N/A', 'na', '无'])('%s says that there is none', (cell) => {
    expect(read('gtin', cell)).toEqual({ gtin: null })
  })
})

describe('a weight', () => {
  it.each([
    ['350', 1, 350],
    ['0.35', 1000, 350],
    ['0,35', 1000, 350],
    ['1.250', 1000, 1250],
    ['1', 453.592_37, 454],
    ['12.5', 1, 13],
    ['0', 1, 0],
  ])('%s × %d g is %d g', (cell, grams, weightGrams) => {
    expect(read('weight_g', cell, grams)).toEqual({ weightGrams })
  })

  it.each([['1.250'], ['1,250'], ['-3'], ['350 g'], ['1e3'], ['99999999'], ['1.234.567']])(
    '%s g is refused, not guessed',
    (cell) => {
      expect(code('weight_g', cell)).toBe('weight_wrong')
    },
  )
})

describe('what else a cell says', () => {
  it.each<[FactColumn, string, object]>([
    ['battery', '是', { flags: ['battery', 'fragile'] }],
    ['battery', 'No', { flags: ['fragile'] }],
    ['serial_required', 'ja', { flags: ['battery', 'fragile', 'serialRequired'] }],
    ['flags', 'heavy, glass', { flags: ['battery', 'heavy', 'glass'] }],
    ['flags', '-', { flags: ['battery'] }],
    ['category', 'Home-Kitchen', { category: 'home_kitchen' }],
    ['category', 'Pet Supplies', { category: 'Pet Supplies' }],
    ['asin', 'b0testmugs', { asin: 'B0TESTMUGS' }],
    ['hs_code', '8507 60', { hsCode: '850760' }],
    ['hs_code', '8507.60.0020', { hsCode: '8507.60.0020' }],
    ['title', '=SUM(A1)', { title: '=SUM(A1)' }],
  ])('%s “%s”', (column, cell, facts) => {
    expect(read(column, cell)).toEqual(facts)
  })

  it.each<[FactColumn, string, string]>([
    ['battery', 'maybe', 'yes_no_wrong'],
    ['asin', '306406152', 'asin_wrong'],
    ['asin', '3.06E+08', 'number_rounded'],
    ['fnsku', 'X00 1', 'fnsku_wrong'],
    ['hs_code', '90121', 'hs_code_wrong'],
    ['hs_code', 'EIGHT', 'hs_code_wrong'],
    ['flags', '!', 'flags_wrong'],
    ['title', 'x'.repeat(501), 'field_too_long'],
    ['category', 'x'.repeat(41), 'field_too_long'],
  ])('%s “%s” is refused: %s', (column, cell, why) => {
    expect(code(column, cell)).toBe(why)
  })

  it('is written so that it can be told apart again', () => {
    expect(writtenOf({ ...MUG, title: ' two\r\nlines ' }, 'title')).toBe('two lines')
    expect(writtenOf(MUG, 'battery')).toBe('yes')
    expect(writtenOf(MUG, 'serial_required')).toBe('no')
    expect(writtenOf(MUG, 'flags')).toBe('fragile')
  })
})

describe('a SKU', () => {
  it.each([
    ['', 'sku_missing'],
    ['x'.repeat(81), 'field_too_long'],
    ['1.23E+05', 'number_rounded'],
    ['1E+05', 'number_rounded'],
  ])('“%s” is refused: %s', (sku, why) => {
    expect(skuProblem(sku)?.code).toBe(why)
  })
  it.each(['12E4', 'MUG 350', '陶瓷杯-1', '=1+1'])('“%s” is one', (sku) => {
    expect(skuProblem(sku)).toBeNull()
  })
})
