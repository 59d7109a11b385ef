import type { ProductColumn } from '@restow/contracts'
import type { LineProblem } from './announced-line.ts'

/** What a file's columns are called, in sellers' own tools and spreadsheets, in the languages of the desk. */

const NAMES: Readonly<Record<Exclude<ProductColumn, 'weight_g'>, string>> = {
  seller: 'seller, seller code, 卖家',
  sku: 'sku, seller sku, merchant sku, msku, item sku, product sku, 商品编码, 商品编号, 产品编码, 商家编码, 卖家sku, 货号, Artikelnummer, Händler-SKU, referencia',
  title:
    'title, product title, product name, item name, name, 标题, 商品标题, 商品名称, 产品名称, 品名, 名称, Titel, Produktname, Artikelname, Bezeichnung, título, nombre, nombre del producto',
  category: 'category, product category, 类目, 类别, 分类, 品类, Kategorie, Warengruppe, categoría',
  gtin: 'gtin, gtin-8, gtin-12, gtin-13, gtin-14, ean, ean-8, ean-13, upc, upc-a, ean/upc, upc/ean, barcode, 条码, 条形码, 商品条码, 国际条码, Strichcode, código de barras',
  fnsku: 'fnsku, amazon fnsku, fulfillment network sku',
  asin: 'asin, asin1, amazon asin',
  hs_code:
    'hs code, hs, hts code, customs code, tariff code, commodity code, 海关编码, hs编码, 商品税号, Zolltarifnummer, HS-Code, código hs, código arancelario',
  battery:
    'battery, batteries, has battery, contains battery, batteries included, 电池, 含电池, 带电, 是否带电, Batterie, Akku, batería, pila',
  serial_required:
    'serial required, serial number required, requires serial, requires serial number, 序列号, 需要序列号, 是否需要序列号, Seriennummer, Seriennummer nötig, número de serie',
  flags: 'flags, 标记, 标志, Merkmale, marcas',
}

/** Grams of one unit, by how a weight's column may end. */
const UNITS: readonly [grams: number, names: string][] = [
  [1, 'g, gr, gram, grams, gramme, gramm, gramos, 克'],
  [1000, 'kg, kgs, kilogram, kilograms, kilogramm, kilogramos, 千克, 公斤'],
  [453.592_37, 'lb, lbs, pound, pounds, 磅'],
  [28.349_523_125, 'oz, ounce, ounces, 盎司'],
]
const WEIGHTS = 'weight, item weight, product weight, unit weight, 重量, 商品重量, Gewicht, peso'

/** A name without case, blanks and signs, and in one form of its letters. */
const bare = (name: string): string =>
  name
    .normalize('NFKC')
    .toLowerCase()
    .replaceAll(/[^\p{L}\p{N}]/gu, '')
const eachOf = (names: string): string[] => names.split(', ').map(bare)

/** What a column holds: a product's field, and for a weight in what it is. */
interface ReadColumn {
  readonly column: ProductColumn
  readonly grams: number
}

const BY_NAME: ReadonlyMap<string, ReadColumn> = new Map<string, ReadColumn>([
  ...Object.entries(NAMES).flatMap(([column, names]) =>
    eachOf(names).map((name) => [name, { column: column as ProductColumn, grams: 1 }] as const),
  ),
  ...eachOf(WEIGHTS).flatMap((weight) =>
    UNITS.flatMap(([grams, units]) =>
      eachOf(units).flatMap((unit) =>
        ['', 'in'].map(
          (word) => [`${weight}${word}${unit}`, { column: 'weight_g' as const, grams }] as const,
        ),
      ),
    ),
  ),
  ['grams', { column: 'weight_g', grams: 1 }],
])
const OF_NO_UNIT = new Set(eachOf(WEIGHTS))

export interface ProductHeader {
  readonly columns: ReadonlyMap<ProductColumn, { readonly at: number; readonly grams: number }>
  /** How many fields a line may have. */
  readonly width: number
  /** Names of what is not read. */
  readonly ignored: readonly string[]
}

const twice = (one: string, other: string): LineProblem => ({
  code: 'column_twice',
  message: `The columns ${one} and ${other} are taken for the same. Leave one of them out.`,
})
const noUnit = (name: string): LineProblem => ({
  code: 'unit_missing',
  message: `The column ${name} does not say in what it is. Name it weight_g or weight_kg.`,
})
const NO_SKU: LineProblem = {
  code: 'column_missing',
  message:
    'The first line names no column for the SKU. It has to be the header: names of columns separated by commas, semicolons or tabs, and one of them sku.',
}

const shown = (name: string): string => name.trim().slice(0, 60)

/** Reads the first line; the file is refused whole where it is not clear what a column means. */
export function readHeader(fields: readonly string[]): ProductHeader | LineProblem {
  const columns = new Map<ProductColumn, { at: number; grams: number }>()
  const ignored: string[] = []
  for (const [at, name] of fields.entries()) {
    const read = BY_NAME.get(bare(name))
    const before = read && columns.get(read.column)
    if (before) return twice(shown(fields[before.at] ?? ''), shown(name))
    if (read) columns.set(read.column, { at, grams: read.grams })
    else if (OF_NO_UNIT.has(bare(name))) return noUnit(shown(name))
    else if (name.trim() !== '') ignored.push(shown(name))
  }
  return columns.has('sku') ? { columns, width: fields.length, ignored } : NO_SKU
}
