import { normaliseTracking } from '@restow/barcodes'
import type { ReturnReason } from '@restow/domain'

/** What an announced line has to be like, whether a file brings it or a seller's script. */

export interface AnnouncedLineFacts {
  readonly rmaNumber: string
  readonly orderNumber: string | null
  readonly channel: string
  readonly carrier: string | null
  readonly announcedOn: string | null
  readonly cancelled: boolean
  readonly trackingNumber: string
  readonly sku: string
  readonly title: string
  readonly asin: string | null
  readonly gtin: string | null
  readonly quantity: number
  readonly valueMinor: number | null
  readonly currency: string
  readonly reasonRaw: string
  readonly reasonMapped: ReturnReason
}
export interface LineProblem {
  readonly code: string
  readonly message: string
}

/** Was it refused, rather than read? */
export const isProblem = (read: unknown): read is LineProblem =>
  typeof read === 'object' && read !== null && 'message' in read

export const problem = (code: string, message: string): LineProblem => ({ code, message })
export const amountWrong = (what: string): LineProblem =>
  problem('amount_wrong', `The ${what} is no amount such as 19.80 in that currency.`)

const isPieces = (number: number): boolean => Number.isInteger(number) && number >= 1 && number <= 1_000_000

/** A whole positive number of pieces. */
export function pieces(text: string): number | null {
  if (!/^\d{1,7}$/.test(text)) return null
  return isPieces(Number(text)) ? Number(text) : null
}

const MONTHS = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec']

/** A day that the calendar has. */
const realDay = (day: string): string | null =>
  !Number.isNaN(Date.parse(day)) && new Date(day).toISOString().startsWith(day) ? day : null

/** `04-Nov-2026` or `2026-11-04` as `2026-11-04`; null for anything else. */
export function day(text: string): string | null {
  if (/^\d{4}-\d{2}-\d{2}/.test(text)) return realDay(text.slice(0, 10))
  const [, date, month = '', year] = /^(\d{1,2})-([A-Za-z]{3})-(\d{4})$/.exec(text) ?? []
  const number = MONTHS.indexOf(month.toLowerCase()) + 1
  return date && year && number > 0
    ? realDay(`${year}-${String(number).padStart(2, '0')}-${date.padStart(2, '0')}`)
    : null
}

/** Cut, and never amid a pair of surrogates: half of one cannot be stored. */
export const short = (text: string, length: number): string =>
  text.length > length ? text.slice(0, length).replace(/[\uD800-\uDBFF]$/, '') : text
export const orNull = (text: string, length = 100): string | null =>
  text === '' ? null : short(text, length)

const tooLong = () => problem('field_too_long', 'A tracking number, SKU or RMA number is too long to be one.')

export function rmaProblem(rma: string): LineProblem | null {
  if (rma === '') return problem('rma_missing', 'There is neither an RMA number nor an order number.')
  return rma.length > 100 ? tooLong() : null
}

/** The number as parcels and announcements are found by it. */
export function trackingOf(raw: string): { trackingNumber: string } | LineProblem {
  if (raw === '') return problem('tracking_missing', 'There is no tracking number.')
  if (raw.length > 300) return tooLong()
  const trackingNumber = normaliseTracking(raw)
  if (trackingNumber !== '') return { trackingNumber }
  return problem('tracking_missing', 'The tracking number holds no letters or digits.')
}

/** @param quantity null where it could not be read */
export function lineProblem(sku: string, quantity: number | null, currency: string): LineProblem | null {
  if (sku === '') return problem('sku_missing', 'There is no SKU.')
  if (sku.length > 80) return tooLong()
  if (quantity === null || !isPieces(quantity))
    return problem('quantity_wrong', 'The quantity is no whole number of pieces from 1 to 1,000,000.')
  return currency.length > 8 ? problem('currency_wrong', 'The currency is no code such as USD.') : null
}

/** A GTIN as it is kept, with 14 digits; null where there is none. */
export function gtinOf(text: string): { gtin: string | null } | LineProblem {
  if (text === '') return { gtin: null }
  if (!/^\d{8,14}$/.test(text)) return problem('gtin_wrong', 'The GTIN is not 8 to 14 digits.')
  return { gtin: text.padStart(14, '0') }
}
