import type { OverviewProduct, WireMoney } from '@restow/contracts'

/** Products as somebody looks for them: in an order, and by what they are called. */

export const ORDERS = ['units', 'resell', 'refurbish', 'scrap', 'recovered', 'lost', 'product'] as const
export type Order = (typeof ORDERS)[number]
export interface Sorted {
  readonly by: Order
  readonly order: 'ascending' | 'descending'
}

/** A line of the table; `others` is how many products it is of, where it is of all that are not told apart. */
export type Row = OverviewProduct & { readonly key: string; readonly others: number | null }

export const minorIn = (moneys: readonly WireMoney[], currency: string): number | null =>
  moneys.find((money) => money.currency === currency)?.minor ?? null

const share = (part: number, { units }: OverviewProduct) => (units === 0 ? 0 : part / units)

const VALUES: Record<Order, (of: OverviewProduct, currency: string) => number | string | null> = {
  product: ({ title, sku }) => title ?? sku,
  units: ({ units }) => units,
  resell: (of) => share(of.resell, of),
  refurbish: (of) => share(of.refurbish, of),
  scrap: (of) => share(of.scrap, of),
  recovered: ({ recovered }, currency) => minorIn(recovered, currency),
  lost: ({ lost }, currency) => minorIn(lost, currency),
}

const compared = (a: number | string, b: number | string): number =>
  typeof a === 'number' && typeof b === 'number' ? a - b : String(a).localeCompare(String(b))

/** In this order; what has no such figure comes last, and of equals what came back more often first. */
export function inOrder(
  products: readonly OverviewProduct[],
  { by, order }: Sorted,
  currency: string,
): OverviewProduct[] {
  const sign = order === 'ascending' ? 1 : -1
  const value = VALUES[by]
  return [...products].sort((a, b) => {
    const [one, other] = [value(a, currency), value(b, currency)]
    if (one === null || other === null) return Number(one === null) - Number(other === null)
    return sign * compared(one, other) || b.units - a.units
  })
}

/** Those whose SKU or title has all of these words in it. */
export function named(products: readonly OverviewProduct[], search: string): readonly OverviewProduct[] {
  const words = search.toLocaleLowerCase().split(/\s+/).filter(Boolean)
  if (words.length === 0) return products
  return products.filter(({ sku, title }) => {
    const text = `${sku ?? ''} ${title ?? ''}`.toLocaleLowerCase()
    return words.every((word) => text.includes(word))
  })
}

/** The currencies that there are anything of, the one of most products first: amounts of two cannot be compared. */
export function currenciesOf(products: readonly Pick<OverviewProduct, 'value' | 'recovered'>[]): string[] {
  const counts = new Map<string, number>()
  for (const { value, recovered } of products)
    for (const currency of new Set([...value, ...recovered].map((money) => money.currency)))
      counts.set(currency, (counts.get(currency) ?? 0) + 1)
  return [...counts].sort(([a, x], [b, y]) => y - x || (a < b ? -1 : 1)).map(([currency]) => currency)
}
