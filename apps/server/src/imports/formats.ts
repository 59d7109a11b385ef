import { mapReason, minorOf } from '@restow/domain'
import {
  type AnnouncedLineFacts,
  amountWrong,
  day,
  gtinOf,
  type LineProblem,
  lineProblem,
  orNull,
  pieces,
  rmaProblem,
  short,
  trackingOf,
} from './announced-line.ts'

/** What a file's columns mean. A new format is one more entry here. */

export interface ImportFormat {
  readonly separated: 'tab' | 'comma'
  readonly required: readonly string[]
  /** RMA number and SKU, by which a line is known together with its how-manieth occurrence. */
  identity(field: (column: string) => string): [rmaNumber: string, sku: string]
  read(field: (column: string) => string): AnnouncedLineFacts | LineProblem
}

interface Common {
  readonly rma: string
  readonly tracking: string
  readonly sku: string
  readonly quantity: string
  readonly currency: string
}

function check(line: Common): LineProblem | { trackingNumber: string; quantity: number } {
  const { rma, tracking, sku, currency } = line
  const quantity = pieces(line.quantity)
  const numbered = trackingOf(tracking)
  const wrong =
    rmaProblem(rma) ?? ('code' in numbered ? numbered : null) ?? lineProblem(sku, quantity, currency)
  if (wrong || 'code' in numbered || quantity === null) return wrong as LineProblem
  return { ...numbered, quantity }
}

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
    const coded = gtinOf(field('gtin'))
    if ('code' in coded) return coded
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
      ...coded,
      valueMinor: value,
      currency,
      reasonRaw,
      reasonMapped: mapReason(reasonRaw),
    }
  },
}

export const IMPORTS: Readonly<Record<'amazon' | 'csv', ImportFormat>> = { amazon, csv }
