import { describe, expect, it } from 'vitest'
import { readHeader } from './product-columns.ts'

const read = (...names: string[]) => {
  const header = readHeader(names)
  return 'code' in header ? header.code : [...header.columns.keys()].join(' ')
}

describe('the columns of a file of products', () => {
  it.each([
    [['sku', 'title', 'gtin', 'asin', 'fnsku', 'category'], 'sku title gtin asin fnsku category'],
    [['seller-sku', 'item-name', 'EAN/UPC', 'HS Code'], 'sku title gtin hs_code'],
    [['Seller SKU', 'Product Name', 'barcode', 'Weight (kg)'], 'sku title gtin weight_g'],
    [['商品编码', '商品名称', '条形码', '重量（克）', '是否带电'], 'sku title gtin weight_g battery'],
    [['Artikelnummer', 'Bezeichnung', 'EAN', 'Gewicht (g)'], 'sku title gtin weight_g'],
    [['Referencia', 'Título', 'Código de barras', 'Peso kg'], 'sku title gtin weight_g'],
    [['ＳＫＵ', 'weight in grams', 'serial number required'], 'sku weight_g serial_required'],
  ])('%j are understood', (names, columns) => {
    expect(read(...names)).toBe(columns)
  })

  it('says in what a weight is', () => {
    const gramsOf = (name: string) => {
      const header = readHeader(['sku', name])
      return 'code' in header ? header.code : header.columns.get('weight_g')?.grams
    }
    expect(['weight_g', 'weight_kg', 'Item weight (lbs)', 'weight oz', '重量(kg)'].map(gramsOf)).toEqual([
      1, 1000, 453.592_37, 28.349_523_125, 1000,
    ])
    expect(['weight', 'Gewicht', '重量'].map(gramsOf)).toEqual(Array(3).fill('unit_missing'))
  })

  it('is not begun with without a SKU, with other separators, or where two columns are one', () => {
    expect(read('title', 'gtin')).toBe('column_missing')
    expect(read('sku|title|gtin')).toBe('column_missing')
    expect(read('sku', 'EAN', 'UPC')).toBe('column_twice')
  })

  it('tells what it does not read', () => {
    expect(readHeader(['sku', 'Price', '', 'Colour'])).toMatchObject({
      ignored: ['Price', 'Colour'],
      width: 4,
    })
  })
})
