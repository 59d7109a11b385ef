import type { ReportRow } from '@restow/contracts'
import type { Finding, Route } from '@restow/domain'
import { neutralised } from './csv.ts'
import { inPieces } from './pieces.ts'
import type { Report } from './report.ts'
import { ReportRows } from './report-rows.ts'

/**
 * The report in the shape of Amazon's own: `GET_FBA_FULFILLMENT_CUSTOMER_RETURNS_DATA`, a flat file of 13 columns parted by
 * tabs, UTF-8 without a BOM, lines ended by a line feed, nothing quoted. Tools that read Amazon's file read this one.
 */

export const AMAZON_COLUMNS = [
  'return-date',
  'order-id',
  'sku',
  'asin',
  'fnsku',
  'product-name',
  'quantity',
  'fulfillment-center-id',
  'detailed-disposition',
  'reason',
  'status',
  'license-plate-number',
  'customer-comments',
] as const

/** The first of these that was found says what Amazon calls it; all else is the customer's doing. */
const BY_FINDING: readonly (readonly [Finding, string])[] = [
  ['carrier_damage', 'CARRIER_DAMAGED'],
  ['warehouse_damage', 'DAMAGED'],
  ['expired', 'EXPIRED'],
  ['defect', 'DEFECTIVE'],
  ['safety', 'DEFECTIVE'],
]
const SELLABLE: ReadonlySet<Route> = new Set(['restock', 'open_box'])

/** What Amazon calls a decision. */
export function detailedDisposition({ route, findings }: Pick<ReportRow, 'route' | 'findings'>): string {
  if (SELLABLE.has(route)) return 'SELLABLE'
  return BY_FINDING.find(([finding]) => findings.includes(finding))?.[1] ?? 'CUSTOMER_DAMAGED'
}

/** Amazon has no word for the bench, for liquidators or for going home: until these are through, a unit is in the house. */
const STATUS: Partial<Readonly<Record<Route, string>>> = {
  donate: 'IMMEDIATE_DONATION',
  recycle: 'IMMEDIATE_DISPOSAL',
  destroy: 'IMMEDIATE_DISPOSAL',
}
const IN_THE_HOUSE = 'Unit returned to inventory'

/** The reasons that Amazon's file knows. */
export const AMAZON_REASONS: ReadonlySet<string> = new Set(
  (
    'APPAREL_STYLE APPAREL_TOO_LARGE APPAREL_TOO_SMALL DAMAGED_BY_CARRIER DAMAGED_BY_FC DEFECTIVE DID_NOT_LIKE_COLOR DID_NOT_LIKE_FABRIC ' +
    'EXCESSIVE_INSTALLATION EXTRA_ITEM FOUND_BETTER_PRICE MISORDERED MISSED_ESTIMATED_DELIVERY MISSING_PARTS NEVER_ARRIVED NO_REASON_GIVEN ' +
    'NOT_AS_DESCRIBED NOT_AS_EXPECTED NOT_COMPATIBLE ORDERED_WRONG_ITEM OTHER PART_NOT_COMPATIBLE QUALITY_UNACCEPTABLE SWITCHEROO ' +
    'UNAUTHORIZED_PURCHASE UNDELIVERABLE_CARRIER_MISS_SORTED UNDELIVERABLE_FAILED_DELIVERY_ATTEMPTS UNDELIVERABLE_INSUFFICIENT_ADDRESS ' +
    'UNDELIVERABLE_MISSING_LABEL UNDELIVERABLE_REFUSED UNDELIVERABLE_UNCLAIMED UNDELIVERABLE_UNKNOWN UNKNOWN_OTHER_REASON UNWANTED_ITEM ' +
    'WARRANTY WRONG_SIZE'
  ).split(' '),
)
/** What other channels' reasons are in Amazon's words, by the trade's own. */
const REASONS: Readonly<Record<string, string>> = {
  no_longer_wanted: 'UNWANTED_ITEM',
  defective: 'DEFECTIVE',
  damaged_in_transit: 'DAMAGED_BY_CARRIER',
  not_as_described: 'NOT_AS_DESCRIBED',
  wrong_item: 'SWITCHEROO',
  wrong_size: 'WRONG_SIZE',
  missing_parts: 'MISSING_PARTS',
  not_compatible: 'NOT_COMPATIBLE',
  better_price: 'FOUND_BETTER_PRICE',
  arrived_late: 'MISSED_ESTIMATED_DELIVERY',
  undeliverable: 'UNDELIVERABLE_UNKNOWN',
  unauthorized: 'UNAUTHORIZED_PURCHASE',
  warranty: 'WARRANTY',
}

/** The customer's reason as Amazon has it: as it came where it is one of Amazon's. */
export function amazonReason({ reason, reasonRaw }: Pick<ReportRow, 'reason' | 'reasonRaw'>): string {
  const raw = (reasonRaw ?? '')
    .trim()
    .toUpperCase()
    .replace(/^(CR-|AMZ-PG-)/, '')
  if (AMAZON_REASONS.has(raw)) return raw
  if (raw === '' && (reason === null || reason === 'unknown')) return 'NO_REASON_GIVEN'
  return REASONS[reason ?? ''] ?? 'UNKNOWN_OTHER_REASON'
}

/** A number or a key that begins like a formula, such as `-A1`, is none as long as there is nothing more in it. */
const PLAIN_KEY = /^[\w.\-/]+$/

/**
 * A cell of a file that knows no quotes: what would end it, or open a quotation for a reader that knows them, is said
 * otherwise, and what a spreadsheet would take for a formula is none any more.
 */
function flat(text: string | null): string {
  const line = (text ?? '').replaceAll(/[\p{Cc}\u2028\u2029]+/gu, ' ').replaceAll('"', '\u2033')
  return PLAIN_KEY.test(line) ? line : neutralised(line)
}

/** Amazon's way to write a moment: whole seconds, and the zone as hours. */
const moment = (instant: string): string => `${instant.slice(0, 19)}+00:00`

/** One line, its end included. */
export function amazonLine(row: ReportRow, warehouse: string): string {
  const cells: Record<(typeof AMAZON_COLUMNS)[number], string> = {
    'return-date': moment(row.receivedAt ?? row.classifiedAt),
    'order-id': flat(row.orderNumber),
    sku: flat(row.sku),
    asin: flat(row.asin),
    fnsku: flat(row.fnsku),
    'product-name': flat(row.title),
    quantity: String(row.quantity),
    'fulfillment-center-id': flat(warehouse),
    'detailed-disposition': detailedDisposition(row),
    reason: amazonReason(row),
    status: STATUS[row.route] ?? IN_THE_HOUSE,
    'license-plate-number': flat(row.lpn),
    // What customers write is not announced to us; a finding of ours is no comment of theirs.
    'customer-comments': '',
  }
  return `${AMAZON_COLUMNS.map((name) => cells[name]).join('\t')}\n`
}

/** A decision that was taken back is none, and Amazon has no column to say so. */
function* standing(rows: Iterable<ReportRow>, warehouse: string): Generator<string> {
  for (const row of rows) if (!row.takenBack) yield amazonLine(row, warehouse)
}

/** The report's rows as Amazon has them. */
export async function* amazonReport(report: Report): AsyncGenerator<string | Buffer> {
  const rows = new ReportRows(report)
  yield `${AMAZON_COLUMNS.join('\t')}\n`
  for await (const page of rows.all()) yield* inPieces(standing(page, report.head.warehouse))
}
