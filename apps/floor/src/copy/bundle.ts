import type { CopiedReturn } from '@restow/contracts'
import type { Product } from '@restow/domain'

/**
 * Products and announced returns lie on the disk in bundles: a record of its own for each, with its keys written out in
 * four indexes, took more room than what it says (decision 022).
 */

/** Enough that a record's own weight counts for nothing, few enough that a change of one row rewrites little. */
export const ROWS_A_BUNDLE = 16

/** Rows that lie together, found under each of their codes. */
export interface Bundle<Row> {
  /** Given by the disk. */
  readonly n?: number
  /** `codeHash` of all codes of all rows. */
  readonly codes: readonly number[]
  readonly rows: readonly Row[]
}

/** What kind of rows is bundled: which codes they are looked for by, and which of them replaces which. */
export interface Bundled<Row> {
  readonly codes: (row: Row) => readonly (string | null)[]
  /** A code of it that never changes: where it lies is found by that. */
  readonly lastingCode: (row: Row) => string
  readonly key: (row: Row) => string
}

export const PRODUCTS: Bundled<Product> = {
  codes: ({ sku, gtin, fnsku, asin }) => [sku, gtin, fnsku, asin],
  lastingCode: ({ sku }) => sku,
  key: ({ seller, sku }) => JSON.stringify([seller, sku]),
}
export const RETURNS: Bundled<CopiedReturn> = {
  codes: ({ trackingNumbers, rmaNumber, orderNumber }) => [...trackingNumbers, rmaNumber, orderNumber],
  lastingCode: ({ rmaNumber }) => rmaNumber,
  key: ({ id }) => id,
}

/**
 * A number for a code (FNV-1a, 30 bits, which a browser stores shorter than 32). Some codes share one: whoever finds a
 * row by it must compare the code itself.
 */
export function codeHash(code: string): number {
  let hash = 0x811c9dc5
  for (let at = 0; at < code.length; at++) hash = Math.imul(hash ^ code.charCodeAt(at), 0x01000193)
  return (hash ^ (hash >>> 30)) & 0x3fffffff
}

/** @param n of the bundle that is replaced; left out, a new one is made */
export function bundleOf<Row>(kind: Bundled<Row>, rows: readonly Row[], n?: number): Bundle<Row> {
  const codes = rows.flatMap(kind.codes).filter((code) => code !== null)
  return { ...(n === undefined ? {} : { n }), codes: [...new Set(codes.map(codeHash))], rows }
}
