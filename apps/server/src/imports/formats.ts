import { normaliseTracking } from '@restow/barcodes'
import { mapReason, minorOf, type ReturnReason } from '@restow/domain'

/** What a file's columns mean. A new format is one more entry here. */

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

export interface ImportFormat {
  readonly separated: 'tab' | 'comma'
  readonly required: readonly string[]
  /** RMA number and SKU, by which a line is known together with its how-manieth occurrence. */
  identity(field: (column: string) => string): [rmaNumber: string, sku: string]
  read(field: (column: string) => string): AnnouncedLineFacts | LineProblem
}

const problem = (code: string, message: string): LineProblem => ({ code, message })

/** A whole positive number of pieces. */
function pieces(text: string): number | null {
  if (!/^\d{1,7}$/.test(text)) return null
  const number = Number(text)
  return number >= 1 && number <= 1_000_000 ? number : null
}

const MONTHS = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec']

/** A day that the calendar has. */
const realDay = (day: string): string | null =>
  !Number.isNaN(Date.parse(day)) && new Date(day).toISOString().startsWith(day) ? day : null

/** `04-Nov-2026` or `2026-11-04` as `2026-11-04`; null for anything else. */
function day(text: string): string | null {
  if (/^\d{4}-\d{2}-\d{2}/.test(text)) return realDay(text.slice(0, 10))
  const [, date, month = '', year] = /^(\d{1,2})-([A-Za-z]{3})-(\d{4})$/.exec(text) ?? []
  const number = MONTHS.indexOf(month.toLowerCase()) + 1
  return date && year && number > 0
    ? realDay(`${year}-${String(number).padStart(2, '0')}-${date.padStart(2, '0')}`)
    : null
}

/** Cut, and never amid a pair of surrogates: half of one cannot be stored. */
const short = (text: string, length: number): string =>
  text.length > length ? text.slice(0, length).replace(/[\uD800-\uDBFF]$/, '') : text
const orNull = (text: string, length = 100): string | null => (text === '' ? null : short(text, length))

interface Common {
  readonly rma: string
  readonly tracking: string
  readonly sku: string
  readonly quantity: string
  readonly currency: string
}

function check({
  rma,
  tracking,
  sku,
  quantity,
  currency,
}: Common): LineProblem | { trackingNumber: string; quantity: number } {
  if (rma === '') return problem('rma_missing', 'There is neither an RMA number nor an order number.')
  if (tracking === '') return problem('tracking_missing', 'There is no tracking number.')
  if (sku === '') return problem('sku_missing', 'There is no SKU.')
  if (tracking.length > 300 || sku.length > 80 || rma.length > 100)
    return problem('field_too_long', 'A tracking number, SKU or RMA number is too long to be one.')
  const number = pieces(quantity)
  if (number === null)
    return problem('quantity_wrong', 'The quantity is no whole number of pieces from 1 to 1,000,000.')
  if (currency.length > 8) return problem('currency_wrong', 'The currency is no code such as USD.')
  const trackingNumber = normaliseTracking(tracking)
  if (trackingNumber === '')
    return problem('tracking_missing', 'The tracking number holds no letters or digits.')
  return { trackingNumber, quantity: number }
}

const amountWrong = (what: string) =>
  problem('amount_wrong', `The ${what} is no amount such as 19.80 in that currency.`)

/** A line's value: the order's amount, for the pieces of it that come back. */
function returnedValue(
  amount: string,
  currency: string,
  ordered: string,
  returned: number,
): number | null | LineProblem {
  if (amount === '') return null
  const minor = minorOf(amount, currency)
  if (minor === null || minor < 0) return amountWrong('order amount')
  const of = pieces(ordered)
  const value = of === null ? minor : Math.round((minor * returned) / of)
  return Number.isSafeInteger(value) ? value : amountWrong('order amount')
}

const amazonRma = (field: (column: string) => string): string =>
  field('Amazon RMA ID') || field('Merchant RMA ID') || field('Order ID')

/** Amazon's `GET_FLAT_FILE_RETURNS_DATA_BY_RETURN_DATE`, as sellers download it. */
const amazon: ImportFormat = {
  separated: 'tab',
  required: ['Order ID', 'Amazon RMA ID', 'Tracking ID', 'Merchant SKU', 'Return quantity'],
  identity: (field) => [amazonRma(field), field('Merchant SKU')],
  read(field) {
    const order = field('Order ID')
    const rma = amazonRma(field)
    const currency = field('Currency code').toUpperCase()
    const sku = field('Merchant SKU')
    const checked = check({
      rma,
      tracking: field('Tracking ID'),
      sku,
      quantity: field('Return quantity'),
      currency,
    })
    if ('code' in checked) return checked
    const value = returnedValue(field('Order Amount'), currency, field('Order quantity'), checked.quantity)
    if (value !== null && typeof value === 'object') return value
    const reasonRaw = short(field('Return Reason'), 200)
    return {
      rmaNumber: rma,
      orderNumber: orNull(order),
      channel: 'amazon',
      carrier: orNull(field('Return carrier')),
      announcedOn: day(field('Return request date')),
      cancelled: /^cancel/i.test(field('Return request status')),
      ...checked,
      sku,
      title: short(field('Item Name'), 2000) || sku,
      asin: orNull(field('ASIN'), 40),
      gtin: null,
      valueMinor: value,
      currency,
      reasonRaw,
      reasonMapped: mapReason(reasonRaw),
    }
  },
}

/** Restow's own columns, described in docs/import-formats.md. */
const csv: ImportFormat = {
  separated: 'comma',
  required: ['rma', 'tracking', 'sku', 'quantity'],
  identity: (field) => [field('rma'), field('sku')],
  read(field) {
    const rma = field('rma')
    const sku = field('sku')
    const currency = field('currency').toUpperCase()
    const checked = check({ rma, tracking: field('tracking'), sku, quantity: field('quantity'), currency })
    if ('code' in checked) return checked
    const value = field('value') === '' ? null : minorOf(field('value'), currency)
    if (value === null ? field('value') !== '' : value < 0) return amountWrong('value')
    const gtin = field('gtin')
    if (gtin !== '' && !/^\d{8,14}$/.test(gtin))
      return problem('gtin_wrong', 'The GTIN is not 8 to 14 digits.')
    const reasonRaw = short(field('reason'), 200)
    return {
      rmaNumber: rma,
      orderNumber: orNull(field('order')),
      channel: field('channel') || 'csv',
      carrier: orNull(field('carrier')),
      announcedOn: day(field('date')),
      cancelled: /^cancel/i.test(field('status')),
      ...checked,
      sku,
      title: short(field('title'), 2000) || sku,
      asin: orNull(field('asin'), 40),
      gtin: gtin === '' ? null : gtin.padStart(14, '0'),
      valueMinor: value,
      currency,
      reasonRaw,
      reasonMapped: mapReason(reasonRaw),
    }
  },
}

export const IMPORTS: Readonly<Record<'amazon' | 'csv', ImportFormat>> = { amazon, csv }
