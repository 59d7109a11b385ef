/**
 * CSV by RFC 4180 that a spreadsheet opens as what it is: UTF-8 with a BOM, and no text cell that it would take
 * for a formula. Whatever a seller, a customer or a carrier wrote ends up in these cells.
 */

/** `=`, `+`, `-`, `@`, their full-width, small and typographic forms. */
const FORMULA = '=+\\-@\\uFF1D\\uFF0B\\uFF0D\\uFF20\\uFE66\\uFE62\\uFE63\\uFE6B\\u2212'
/** Blanks, control and format characters (BOM, NBSP, zero-width ones) that a spreadsheet skips before it looks. */
const SKIPPED = '\\s\\p{Z}\\p{Cc}\\p{Cf}'
const BEGINS_A_FORMULA = new RegExp(`^(?:[\\t\\r\\n]|[${SKIPPED}]*[${FORMULA}])`, 'u')
const NEEDS_QUOTES = /[",;\t\r\n]|^[\s']|\s$/

export const BOM = '\uFEFF'

/** A text as it may stand in a cell: with an apostrophe before it where it would be taken for a formula. */
export const neutralised = (text: string): string => (BEGINS_A_FORMULA.test(text) ? `'${text}` : text)

const APOSTROPHES = /^'+/
const hidesAFormula = (text: string): boolean =>
  text.startsWith("'") && BEGINS_A_FORMULA.test(text.replace(APOSTROPHES, ''))

/** A text for a file that is read again: one that already looks neutralised gets an apostrophe more. */
export const reversible = (text: string): string => (hidesAFormula(text) ? `'${text}` : text)

/** A neutralised text as it was. */
export const restored = (text: string): string => (hidesAFormula(text) ? text.slice(1) : text)

/** A number that is written with its digits, such as a sum of money; it stays a number in the cell. */
export interface Digits {
  readonly digits: string
}
/** A moment, ISO 8601 in UTC; a sheet has it as its own kind. */
export interface Instant {
  readonly instant: string
}
/** Null is an empty cell. */
export type Cell = string | number | boolean | Digits | Instant | null

function cell(value: Cell): string {
  if (value === null) return ''
  if (typeof value === 'object') return 'digits' in value ? value.digits : value.instant
  if (typeof value !== 'string') return String(value)
  const text = neutralised(value)
  return NEEDS_QUOTES.test(text) ? `"${text.replaceAll('"', '""')}"` : text
}

/** One line of CSV, its end included. */
export const csvLine = (cells: readonly Cell[]): string => `${cells.map(cell).join(',')}\r\n`
