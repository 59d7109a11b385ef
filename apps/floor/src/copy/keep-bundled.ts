import { type Bundle, type Bundled, bundleOf, codeHash, ROWS_A_BUNDLE } from './bundle.ts'

/** What is asked of the store that the bundles lie in, within one transaction. */
interface Store<Row> {
  index(name: 'codes'): { getAll(hash: number): Promise<Bundle<Row>[]> }
  openCursor(from: null, direction: 'prev'): Promise<{ readonly value: Bundle<Row> } | null>
  put(bundle: Bundle<Row>): Promise<number>
}

/** Puts rows that are not there yet into new bundles; one that is not full is filled up first. */
async function add<Row>(store: Store<Row>, kind: Bundled<Row>, rows: readonly Row[]): Promise<void> {
  if (rows.length === 0) return
  const last = (await store.openCursor(null, 'prev'))?.value
  const open = last && last.rows.length < ROWS_A_BUNDLE ? last : undefined
  const all = [...(open?.rows ?? []), ...rows]
  const writes: Promise<number>[] = []
  for (let at = 0; at < all.length; at += ROWS_A_BUNDLE)
    writes.push(store.put(bundleOf(kind, all.slice(at, at + ROWS_A_BUNDLE), at === 0 ? open?.n : undefined)))
  await Promise.all(writes)
}

/** Replaces the rows that are there already, each where it lies. @returns the rows that are not */
async function replaceKept<Row>(
  store: Store<Row>,
  kind: Bundled<Row>,
  told: ReadonlyMap<string, Row>,
): Promise<Row[]> {
  const hashes = [...new Set([...told.values()].map((row) => codeHash(kind.lastingCode(row))))]
  const found = await Promise.all(hashes.map((hash) => store.index('codes').getAll(hash)))
  const bundles = new Map(found.flat().map((bundle) => [bundle.n, bundle]))
  const missing = new Map(told)
  const writes = [...bundles.values()].map(({ n, rows }) => {
    const replaced = rows.filter((row) => missing.delete(kind.key(row)))
    if (replaced.length === 0) return undefined
    const now = rows.map((row) => told.get(kind.key(row)) ?? row)
    return store.put(bundleOf(kind, now, n))
  })
  await Promise.all(writes)
  return [...missing.values()]
}

/**
 * Keeps rows in their bundles; the last word about one counts.
 * @param areNew none of them is there: the first of all rounds need not look, which is most of its time
 */
export async function keepBundled<Row>(
  store: Store<Row>,
  kind: Bundled<Row>,
  rows: readonly Row[],
  areNew: boolean,
): Promise<void> {
  const told = new Map(rows.map((row) => [kind.key(row), row]))
  await add(store, kind, areNew ? [...told.values()] : await replaceKept(store, kind, told))
}
