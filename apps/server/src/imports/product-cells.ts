import type { ProductColumn } from '@restow/contracts'
import { gs1CheckDigit } from '@restow/domain'
import { isProblem, type LineProblem, problem } from './announced-line.ts'

/** What a cell of a product's column has to be like, and what it means. */

/** A product as it is kept, without whose it is. */
export interface ProductFacts {
  readonly title: string
  readonly category: string
  readonly gtin: string | null
  readonly fnsku: string | null
  readonly asin: string | null
  readonly hsCode: string | null
  readonly weightGrams: number | null
  readonly flags: readonly string[]
}
/** A column that says something of a product, not whose or which it is. */
export type FactColumn = Exclude<ProductColumn, 'seller' | 'sku'>

const [BATTERY, SERIAL] = ['battery', 'serialRequired']

/** A text on one line, without blanks around it: so it stands in a file, and so it is compared. */
export const oneLine = (text: string): string => text.replaceAll(/[\r\n\t\v\f\u2028\u2029]+/g, ' ').trim()

/** What each column of a product holds when it is written. */
export function writtenOf(product: ProductFacts, column: FactColumn): string {
  const { title, category, gtin, fnsku, asin, hsCode, weightGrams, flags } = product
  const yesNo = (flag: string) => (flags.includes(flag) ? 'yes' : 'no')
  const written: Record<FactColumn, () => string> = {
    title: () => title,
    category: () => category,
    gtin: () => gtin ?? '',
    fnsku: () => fnsku ?? '',
    asin: () => asin ?? '',
    hs_code: () => hsCode ?? '',
    weight_g: () => weightGrams?.toString() ?? '',
    battery: () => yesNo(BATTERY),
    serial_required: () => yesNo(SERIAL),
    flags: () => flags.filter((flag) => flag !== BATTERY && flag !== SERIAL).join(' '),
  }
  return oneLine(written[column]())
}

/** What people write where there is none: what stood there is taken away. */
const NONE = /^(?:[-–—/]|n\/?a|无)$/i
/** `5.90123E+12`, as a spreadsheet shows a number that is too long for its cell. */
const SCIENTIFIC = /^[+-]?\d+(?:[.,]\d+)?E[+-]?\d+$/i
const YES = new Set(['yes', 'y', 'true', '1', 'x', '✓', '是', '有', '带', 'ja', 'j', 'wahr', 'sí', 'si', 's'])
const NO = new Set(['no', 'n', 'false', '0', '否', '无', '没有', '不带', 'nein', 'falsch', 'falso'])
const MOST_GRAMS = 10_000_000

const tooLong = (what: string, most: number): LineProblem =>
  problem('field_too_long', `The ${what} is longer than ${most} characters.`)
const rounded = (what: string): LineProblem =>
  problem(
    'number_rounded',
    `A spreadsheet has shortened the ${what} to a rounded number, so its digits are lost. Format the column as text, fill it in again and save the file as CSV UTF-8.`,
  )

type Read<T> = T | LineProblem

/** @returns null where it is said that there is none */
function gtin(cell: string): Read<string | null> {
  if (NONE.test(cell)) return null
  if (SCIENTIFIC.test(cell)) return rounded('GTIN')
  const digits = cell.replaceAll(/[\s-]/g, '')
  if (!/^(?:\d{8}|\d{11,14})$/.test(digits))
    return problem('gtin_wrong', 'The GTIN is not 8, 12, 13 or 14 digits.')
  // A UPC whose leading zero a spreadsheet took away is the same number: its check digit says that the rest is right.
  if (String(gs1CheckDigit(digits.slice(0, -1))) !== digits.at(-1) || !/[1-9]/.test(digits))
    return problem(
      'gtin_check_digit',
      'The last digit of the GTIN is not the check digit of the others: one of them is wrong.',
    )
  return digits.padStart(14, '0')
}

function asin(cell: string): Read<string | null> {
  if (NONE.test(cell)) return null
  const code = cell.toUpperCase()
  if (/^[A-Z0-9]{10}$/.test(code)) return code
  return SCIENTIFIC.test(cell)
    ? rounded('ASIN')
    : problem(
        'asin_wrong',
        'An ASIN is 10 letters and digits. A spreadsheet takes leading zeros away from one that is digits only.',
      )
}

function fnsku(cell: string): Read<string | null> {
  if (NONE.test(cell)) return null
  if (SCIENTIFIC.test(cell)) return rounded('FNSKU')
  return /^[\x21-\x7E]{1,40}$/.test(cell)
    ? cell
    : problem('fnsku_wrong', 'The FNSKU is not up to 40 letters and digits without blanks.')
}

function hsCode(cell: string): Read<string | null> {
  if (NONE.test(cell)) return null
  const code = cell.replaceAll(/\s/g, '')
  if (!/^[0-9.]{2,15}$/.test(code) || !/\d/.test(code))
    return SCIENTIFIC.test(cell) ? rounded('HS code') : problem('hs_code_wrong', 'The HS code is not digits.')
  // Chapters have two digits, and so has each step below them, up to ten digits.
  const digits = code.replaceAll('.', '').length
  return digits % 2 === 1 && digits < 10
    ? problem(
        'hs_code_wrong',
        'The HS code has an odd number of digits. A spreadsheet takes a leading zero away: format the column as text.',
      )
    : code
}

/** @param grams how many one of the column's units has */
function weight(cell: string, grams: number): Read<number | null> {
  if (NONE.test(cell)) return null
  const wrong = problem(
    'weight_wrong',
    'The weight is no number such as 350 or 0.35, in the unit that the column’s name says.',
  )
  if (!/^\d{1,8}(?:[.,]\d{1,6})?$/.test(cell)) return wrong
  // Three digits behind a sign may be thousands; no parcel holds a thousand kilograms, but 1.250 g may be 1250.
  if (grams === 1 && /^\d{1,3}[.,]\d{3}$/.test(cell))
    return problem(
      'weight_wrong',
      'It is not clear whether the sign in the weight sets thousands apart. Write it without.',
    )
  const whole = Math.round(Number(cell.replace(',', '.')) * grams)
  return whole <= MOST_GRAMS ? whole : wrong
}

function flagsWith(is: readonly string[], flag: string, cell: string): Read<readonly string[]> {
  const word = cell.toLowerCase()
  if (YES.has(word)) return is.includes(flag) ? is : [...is, flag]
  if (NO.has(word) || NONE.test(cell)) return is.filter((one) => one !== flag)
  return problem('yes_no_wrong', `Write yes or no, not “${cell.slice(0, 20)}”.`)
}

/** The other flags; whether it has a battery and needs a serial number have columns of their own. */
function otherFlags(is: readonly string[], cell: string): Read<readonly string[]> {
  const named = NONE.test(cell) ? [] : cell.split(/[\s,;，；]+/).filter((flag) => flag !== '')
  if (named.length > 18 || named.some((flag) => !/^[A-Za-z][A-Za-z0-9_]{0,39}$/.test(flag)))
    return problem('flags_wrong', 'Flags are up to 18 words of letters, digits and underscores.')
  const own = is.filter((flag) => flag === BATTERY || flag === SERIAL)
  return [...new Set([...own, ...named])]
}

/** What is known about the house beside the file. */
export interface HouseWords {
  /** The category that a checklist is for, under whatever spelling. */
  readonly categories: ReadonlyMap<string, string>
}
export const categoryKey = (name: string): string => name.toLowerCase().replaceAll(/[\s_-]+/g, '_')

const fact = <K extends keyof ProductFacts>(name: K, read: Read<ProductFacts[K]>) =>
  isProblem(read) ? read : { [name]: read }

/** @returns what the cell says of the product that stands there */
export function readCell(
  column: FactColumn,
  cell: string,
  { is, grams, house }: { is: ProductFacts; grams: number; house: HouseWords },
): Partial<ProductFacts> | LineProblem {
  const read: Record<FactColumn, () => Partial<ProductFacts> | LineProblem> = {
    title: () => (cell.length > 500 ? tooLong('title', 500) : { title: cell }),
    category: () =>
      cell.length > 40
        ? tooLong('category', 40)
        : { category: house.categories.get(categoryKey(cell)) ?? cell },
    gtin: () => fact('gtin', gtin(cell)),
    fnsku: () => fact('fnsku', fnsku(cell)),
    asin: () => fact('asin', asin(cell)),
    hs_code: () => fact('hsCode', hsCode(cell)),
    weight_g: () => fact('weightGrams', weight(cell, grams)),
    battery: () => fact('flags', flagsWith(is.flags, BATTERY, cell)),
    serial_required: () => fact('flags', flagsWith(is.flags, SERIAL, cell)),
    flags: () => fact('flags', otherFlags(is.flags, cell)),
  }
  return read[column]()
}

/** What is wrong with a SKU, where none of that name is known. */
export function skuProblem(sku: string): LineProblem | null {
  if (sku === '') return problem('sku_missing', 'There is no SKU.')
  if (sku.length > 80) return tooLong('SKU', 80)
  return /^\d+(?:[.,]\d+)?E\+\d{2,}$/i.test(sku) ? rounded('SKU') : null
}
