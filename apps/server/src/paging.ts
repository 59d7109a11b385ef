import { DEFAULT_PAGE } from '@restow/contracts'
import { ProblemError } from './problem.ts'

/** Pages of a list, one after the other by the last key seen: nothing is skipped or told twice while rows come in. */

/** The sort key of an item: what the next page begins after. */
export type Key = readonly string[]

export interface Page {
  readonly after: Key | null
  readonly limit: number
}

const unknown = () =>
  new ProblemError(
    400,
    'cursor_unknown',
    'This cursor is none that was given out here. Begin at the first page.',
  )

/** What PostgreSQL cannot hold would be an error there. */
const isStorable = (text: string): boolean => !(text.includes('\u0000') || /\p{Cs}/u.test(text))

/** What may stand in a sort key: a text, a moment as it is kept here, an id, a whole number. */
type Kind = 'text' | 'moment' | 'id' | 'whole'
const FITS: Readonly<Record<Kind, (part: string) => boolean>> = {
  text: isStorable,
  moment: (part) => /^\d{4}-\d\d-\d\dT[\d:.]+Z$/.test(part) && !Number.isNaN(Date.parse(part)),
  whole: (part) => /^\d{1,15}$/.test(part),
  id: (part) => /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/.test(part),
}

function readCursor(cursor: string, kinds: readonly Kind[]): Key {
  let key: unknown
  try {
    key = JSON.parse(Buffer.from(cursor, 'base64url').toString('utf8'))
  } catch {
    throw unknown()
  }
  const isPart = (part: unknown, i: number): part is string =>
    typeof part === 'string' && FITS[kinds[i] ?? 'text'](part)
  if (!Array.isArray(key) || key.length !== kinds.length || !key.every(isPart)) throw unknown()
  return key
}

/**
 * The page that a query asks for.
 * @param kinds what the parts of this list's sort key are
 * @throws 400 cursor_unknown
 */
export function pageOf(query: { cursor?: string; limit?: string }, kinds: readonly Kind[]): Page {
  const limit = query.limit === undefined ? DEFAULT_PAGE : Number(query.limit)
  return { after: query.cursor === undefined ? null : readCursor(query.cursor, kinds), limit }
}

/** How many rows to ask for: one more than is shown says whether there is a next page. */
export const asked = ({ limit }: Page): number => limit + 1

/** The answer, of rows that were asked for by `asked`. */
export function listed<Row, Item>(
  page: Page,
  rows: readonly Row[],
  keyOf: (row: Row) => Key,
  item: (row: Row) => Item,
): { items: Item[]; nextCursor: string | null } {
  const shown = rows.slice(0, page.limit)
  const last = shown.at(-1)
  const more = rows.length > page.limit && last !== undefined
  return {
    items: shown.map(item),
    nextCursor: more ? Buffer.from(JSON.stringify(keyOf(last))).toString('base64url') : null,
  }
}

/** More words than a person types would only cost time. */
const MAX_WORDS = 8

/**
 * What is searched for, as patterns for LIKE: each word has to occur, whatever its case.
 * @returns null of nothing
 */
export function patternsOf(search: string | undefined): string[] | null {
  const words = (search ?? '')
    .toLowerCase()
    .split(/\s+/)
    .filter((word) => word !== '')
  if (words.length === 0) return null
  return words.slice(0, MAX_WORDS).map((word) => `%${word.replaceAll(/[\\%_]/g, '\\$&')}%`)
}
