import { ask, type Queryable } from '../db/pool.ts'
import { categoryKey, type ProductFacts } from './product-cells.ts'
import { codeKey, type Judged, type ProductLine, type Standing, skusOf } from './product-judge.ts'

type Row = ProductFacts & { readonly seller: string; readonly sku: string }

const FACTS =
  'sku, title, category, gtin, fnsku, asin, flags, weight_grams as "weightGrams", hs_code as "hsCode"'

/** Lets one file of a seller's products go on at a time: codes are looked up before they are given. */
export async function holdProductsOf(on: Queryable, seller: string): Promise<void> {
  await ask(on, 'hold-products', 'select 1 from seller where code = $1 for no key update', [seller])
}

/** SKUs of the seller that begin with zeros and are, without them, among these. */
async function findZeroed(on: Queryable, seller: string, bare: readonly string[]) {
  if (bare.length === 0) return []
  const text = `select sku, ltrim(sku, '0') as bare from product where seller = $1 and sku ~ '^0+[1-9][0-9]*$' and ltrim(sku, '0') = any($2::text[])`
  return ask<{ sku: string; bare: string }>(on, 'zeroed-skus', text, [seller, bare])
}

/** What stands of the products that these lines name, and of those whose codes they name. */
export async function findStanding(
  on: Queryable,
  seller: string,
  lines: readonly ProductLine[],
): Promise<Standing> {
  const saying = (column: string) =>
    lines.flatMap(({ cells }) => cells.flatMap((one) => (one.column === column ? [one.cell] : [])))
  const gtins = saying('gtin').map((cell) => cell.replaceAll(/\D/g, '').padStart(14, '0'))
  const skus = [...new Set(lines.flatMap(skusOf))]
  const text = `select ${FACTS} from product where seller = $1 and sku = any($2::text[])
    union select ${FACTS} from product where seller = $1 and gtin = any($3::text[])
    union select ${FACTS} from product where seller = $1 and fnsku = any($4::text[])`
  const rows = await ask<Row>(on, 'standing-products', text, [seller, skus, gtins, saying('fnsku')])
  const products = new Map(rows.map(({ sku, ...facts }) => [sku, facts]))
  const holders = new Map<string, string[]>()
  for (const { sku, gtin, fnsku } of rows)
    for (const key of [
      ...(gtin === null ? [] : [codeKey('gtin', gtin)]),
      ...(fnsku === null ? [] : [codeKey('fnsku', fnsku)]),
    ])
      holders.set(key, [...(holders.get(key) ?? []), sku])
  const bare = skus.filter((sku) => /^[1-9]\d*$/.test(sku) && !products.has(sku))
  const zeroed = new Map((await findZeroed(on, seller, bare)).map((one) => [one.bare, one.sku]))
  return { house: { categories: await findCategories(on) }, products, holders, zeroed }
}

async function findCategories(on: Queryable): Promise<Map<string, string>> {
  const rows = await ask<{ category: string }>(on, 'categories', 'select category from checklist', [])
  return new Map(rows.map(({ category }) => [categoryKey(category), category]))
}

/**
 * Makes and changes products. Fails whole where one of the new ones has come to be meanwhile, so that it is judged again.
 * @returns nothing: all of it is done
 */
export async function putProducts(on: Queryable, seller: string, judged: readonly Judged[]): Promise<void> {
  const rows = (fate: Judged['fate']) =>
    JSON.stringify(judged.filter((one) => one.fate === fate).map(({ sku, after }) => ({ sku, ...after })))
  const given = `jsonb_to_recordset($2::jsonb) as n(sku text, title text, category text, gtin text, fnsku text, asin text,
    flags text[], "weightGrams" int, "hsCode" text)`
  const insert = `insert into product (seller, sku, title, category, gtin, fnsku, asin, flags, weight_grams, hs_code)
    select $1, sku, title, category, gtin, fnsku, asin, flags, "weightGrams", "hsCode" from ${given} order by sku`
  const update = `update product p set title = n.title, category = n.category, gtin = n.gtin, fnsku = n.fnsku, asin = n.asin,
      flags = n.flags, weight_grams = n."weightGrams", hs_code = n."hsCode"
    from ${given} where p.seller = $1 and p.sku = n.sku`
  await ask(on, 'add-products', insert, [seller, rows('created')])
  await ask(on, 'change-products', update, [seller, rows('updated')])
}

/** A page of products as they are written to a file; of every seller, or of one. */
export function findProductsAfter(
  on: Queryable,
  { seller, search }: { seller: string | null; search: readonly string[] | null },
  after: readonly [seller: string, sku: string] | null,
  limit: number,
): Promise<Row[]> {
  const text = `select seller, ${FACTS} from product
    where ($1::text is null or seller = $1)
      and ($2::text[] is null or lower(concat_ws(' ', sku, title, gtin, fnsku, asin)) like all($2))
      and ($3::text is null or (seller, sku) > ($3, $4)) order by seller, sku limit $5`
  const [from = null, sku = null] = after ?? []
  return ask(on, 'products-to-write', text, [seller, search, from, sku, limit])
}
