import { readScan, wholeBinCode } from '@restow/barcodes'
import { FOUND_KINDS, type FoundItem, type FoundKind, type SearchAnswer } from '@restow/contracts'
import type { Queryable } from '../db/pool.ts'
import { patternsOf } from '../paging.ts'
import { FINDERS, findUnitsWith, type Row, SHOWN, type Wanted } from './search.queries.ts'

/** Who searches: their warehouse (null: a seller's user, who sees only its own), and what they may open. */
export interface Searcher {
  readonly warehouse: string | null
  readonly isLead: boolean
}

/** Fewer signs than these are the beginning of too much. */
const LEAST_BEGINNING = 3

/** Two of these are a word where in letters it takes three. */
const SYLLABLES = /(?:[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}].*){2}/u

/** Enough to look through every unit for. */
const isWord = (typed: string): boolean => typed.length >= LEAST_BEGINNING || SYLLABLES.test(typed)

/** Everything that a text may be exactly, by how it reads as a scan and as it was typed. */
function exactly(q: string, warehouse: string | null): { read: string; exact: string[] } {
  const reading = readScan(q)
  const typed = q.trim()
  const { lpn, fnsku, asin, marketplaceLpn, order, rma, serial, gtin, badge, bin, trackingKeys } = reading
  const codes = [lpn?.lpn, fnsku, asin, marketplaceLpn, order, rma, serial, gtin, badge?.badge]
  const bins = bin && warehouse !== null ? [bin.code, wholeBinCode(bin.code, warehouse)] : []
  const all = [...codes, ...bins, ...trackingKeys, typed, typed.toUpperCase()]
  const read = codes.find((code) => code !== undefined) ?? trackingKeys[0] ?? typed
  return { read, exact: [...new Set(all.filter((one): one is string => one !== undefined && one !== ''))] }
}

function wanted(q: string, { warehouse }: Searcher): Wanted & { read: string } {
  const typed = q.trim()
  const begins = typed.length < LEAST_BEGINNING ? [] : [...new Set([typed, typed.toUpperCase()])]
  return { ...exactly(q, warehouse), begins, words: patternsOf(q) ?? [], warehouse }
}

const FOR_SELLERS: readonly FoundKind[] = ['unit', 'expected', 'product']
const FOR_LEADS: readonly FoundKind[] = ['seller', 'person']

/** Nobody is shown what they could not open. */
function kindsFor({ warehouse, isLead }: Searcher): readonly FoundKind[] {
  if (warehouse === null) return FOR_SELLERS
  return isLead ? FOUND_KINDS : FOUND_KINDS.filter((kind) => !FOR_LEADS.includes(kind))
}

/**
 * The one thing that was meant: whose own code it is, before what merely goes by it (a parcel's number finds its units too).
 * Null where it may be several.
 */
function onlyOf(items: readonly FoundItem[]): SearchAnswer['only'] {
  const hits = items.filter((item) => item.exact)
  const own = hits.filter((item) => item.by === null || item.by === 'former')
  const [only, ...others] = own.length > 0 ? own : hits
  return only && others.length === 0 ? { kind: only.kind, key: only.key } : null
}

/** Whatever is known by a text, typed or scanned, grouped by kind, what it is exactly first. */
export async function search(on: Queryable, q: string, searcher: Searcher): Promise<SearchAnswer> {
  const { read, ...what } = wanted(q, searcher)
  if (what.words.length === 0) return { read, only: null, groups: [] }
  const kinds = kindsFor(searcher)
  const found = await Promise.all(kinds.map(async (kind) => [kind, await FINDERS[kind](on, what)] as const))
  const rows = new Map<FoundKind, Row[]>(found)
  // Looking through every unit is left for what is known by nothing else.
  if (
    isWord(q.trim()) &&
    found.every(([kind, of]) => of.length === 0 || kind === 'product') &&
    !found.some(([, of]) => of.some((row) => row.exact))
  )
    rows.set('unit', await findUnitsWith(on, what))
  const groups = [...rows].flatMap(([kind, of]) =>
    of.length === 0
      ? []
      : [{ kind, more: of.length > SHOWN, items: of.slice(0, SHOWN).map((row) => ({ kind, ...row })) }],
  )
  return { read, only: onlyOf(groups.flatMap((group) => group.items)), groups: exactFirst(groups) }
}

/** Groups keep their order, but those with an exact hit come before the others. */
const exactFirst = (groups: SearchAnswer['groups']): SearchAnswer['groups'] => {
  const hasExact = (group: SearchAnswer['groups'][number]) => group.items.some((item) => item.exact)
  return [...groups.filter(hasExact), ...groups.filter((group) => !hasExact(group))]
}
