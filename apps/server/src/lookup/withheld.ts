/**
 * What lies in a seller's box may have been taken for another's goods before the box was claimed. The ledger keeps that; who they
 * were taken for, and for which product, is not for this seller to read.
 */

type Json = Readonly<Record<string, unknown>>
const isObject = (value: unknown): value is Json => typeof value === 'object' && value !== null

/** Is it a product, and another seller's? */
const isForeign = (value: Json, seller: string): boolean =>
  typeof value.sku === 'string' && typeof value.seller === 'string' && value.seller !== seller

function* foreignIn(value: unknown, seller: string): Generator<Json> {
  if (!isObject(value)) return
  if (isForeign(value, seller)) yield value
  else for (const part of Object.values(value)) yield* foreignIn(part, seller)
}

/** @param words what names another's products; null outside of facts, where the same words may be one's own */
function rid(
  value: unknown,
  seller: string,
  all: ReadonlySet<unknown>,
  words: ReadonlySet<unknown> | null,
): unknown {
  if (typeof value === 'string') return words?.has(value) ? '' : value
  if (Array.isArray(value)) return value.map((part) => rid(part, seller, all, words))
  if (!isObject(value)) return value
  if (isForeign(value, seller)) return null
  return Object.fromEntries(
    Object.entries(value).map(([name, part]) => [
      name,
      rid(part, seller, all, name === 'facts' ? all : words),
    ]),
  )
}

/** The same without other sellers' products: null in their place, and nothing where the facts of an exception name one. */
export function withoutOthers<T>(value: T, seller: string): T {
  const foreign = [...foreignIn(value, seller)]
  if (foreign.length === 0) return value
  const words = foreign.flatMap(({ sku, title, gtin, fnsku, asin, seller: code }) => [
    sku,
    title,
    gtin,
    fnsku,
    asin,
    code,
  ])
  return rid(value, seller, new Set(words.filter((word) => typeof word === 'string')), null) as T
}
