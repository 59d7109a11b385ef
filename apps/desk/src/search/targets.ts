import type { FoundItem, FoundKind, SearchAnswer } from '@restow/contracts'

const query = (path: string, facts: Readonly<Record<string, string | null>>): string => {
  const pairs = Object.entries(facts).filter((pair): pair is [string, string] => pair[1] !== null)
  return `${path}?${new URLSearchParams(pairs)}`
}
const at = (key: string) => encodeURIComponent(key)

/** Where each kind of thing is to be seen. */
const PAGES: Readonly<Record<FoundKind, (item: Pick<FoundItem, 'key' | 'seller'>) => string>> = {
  unit: ({ key }) => `/units/${at(key)}`,
  parcel: ({ key }) => `/parcels/${at(key)}`,
  expected: ({ key, seller }) => query('/announcements', { search: key, seller }),
  product: ({ key, seller }) => query('/units', { search: key, seller }),
  bin: ({ key }) => query('/units', { bin: key }),
  seller: ({ key }) => `/set-up/sellers/${at(key)}`,
  person: ({ key }) => query('/set-up/staff', { badge: key }),
}

export const pageOf = (item: Pick<FoundItem, 'kind' | 'key' | 'seller'>): string => PAGES[item.kind](item)

/** The page of the one thing that was meant, if it is one. A product is asked for by its seller too. */
export function onlyPage({ only, groups }: SearchAnswer): string | null {
  if (!only) return null
  const item = groups
    .flatMap((group) => group.items)
    .find((one) => one.kind === only.kind && one.key === only.key)
  return item ? pageOf(item) : null
}
