import { type MadeCarrier, makeScan, makeTracking } from '@restow/barcodes'
import { decimalOf } from '@restow/domain'
import { type AmazonRow, amazonDate, amazonFile } from './amazon-file.ts'
import type { DemoSellerCode } from './product-row.ts'
import { DEMO_PRODUCTS, type DemoProduct } from './products.ts'
import { between, chance, characters, pick, pickWeighted, type Random, randomFrom } from './random.ts'
import { APPAREL_REASONS, CARRIERS, LINE_COUNTS, PREFIXES, REASONS } from './returns-mix.ts'
import { addDays } from './warehouse-time.ts'

/** One announced line of a made parcel. */
interface DemoLine {
  readonly sku: string
  readonly quantity: number
  /** Value of the whole line. */
  readonly valueMinor: number
  readonly currency: string
  /** The customer's reason as the file has it. */
  readonly reason: string
}

/** A parcel that a customer was told to send, all its lines under one RMA. */
export interface DemoParcel {
  readonly seller: DemoSellerCode
  readonly tracking: string
  /** What a scanner reads off its label. */
  readonly scan: string
  /** As the file names it. */
  readonly carrier: string
  readonly rma: string
  readonly order: string
  /** YYYY-MM-DD. */
  readonly announcedOn: string
  readonly lines: readonly DemoLine[]
}

export interface ReturnsToMake {
  /** The same seed, seller and days make the same returns. */
  readonly seed: string
  readonly seller: DemoSellerCode
  /** The last day on which returns are announced, YYYY-MM-DD. */
  readonly endingOn: string
  readonly days?: number
  readonly parcels: number
  readonly lineEnding?: '\n' | '\r\n'
}

const BASE62 = '0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz'
const DIGITS = '0123456789'

function quantityOf(random: Random): number {
  const size = random()
  if (size < 0.81) return 1
  return size < 0.97 ? between(random, 2, 6) : pick(random, [12, 24, 36, 48])
}

function lineOf(random: Random, product: DemoProduct, currency: string): DemoLine {
  const quantity = quantityOf(random)
  const reasons = product.category === 'apparel' ? APPAREL_REASONS : REASONS
  const reason = pickWeighted(random, PREFIXES) + pickWeighted(random, reasons)
  return { sku: product.sku, quantity, valueMinor: product.priceMinor * quantity, currency, reason }
}

/** One to five lines; now and then the same product twice, since two orders of it went into one RMA. */
function linesOf(random: Random, products: readonly DemoProduct[], currency: string): DemoLine[] {
  const count = pickWeighted(random, LINE_COUNTS)
  const lines: DemoLine[] = []
  while (lines.length < count) {
    const product = pick(random, products)
    if (!lines.some((line) => line.sku === product.sku)) lines.push(lineOf(random, product, currency))
  }
  const again = products.find((p) => p.sku === lines[0]?.sku)
  return again && chance(random, 0.06) ? [...lines, lineOf(random, again, currency)] : lines
}

/** Royal Mail's numbers are those of the postal union that end in GB. */
function trackingOf(random: Random, carrier: string, made: MadeCarrier): string {
  for (;;) {
    const tracking = makeTracking(made, random)
    if (carrier !== 'ROYAL_MAIL' || tracking.endsWith('GB')) return tracking
  }
}

function parcelOf(random: Random, seller: DemoSellerCode, announcedOn: string): DemoParcel {
  const currency = pickWeighted(random, [
    ['USD', 88],
    ['GBP', 6],
    ['EUR', 6],
  ] as const)
  const carriers = CARRIERS[currency] ?? []
  const [carrier, made] = pickWeighted(
    random,
    carriers.map((c) => [c, c[2]] as const),
  )
  const tracking = trackingOf(random, carrier, made)
  const market =
    currency === 'USD' ? pick(random, ['111', '112', '113', '114']) : pick(random, ['202', '305'])
  return {
    seller,
    tracking,
    scan: makeScan(tracking, random),
    carrier,
    rma: `D${characters(random, BASE62, 8)}RRMA`,
    order: `${market}-${characters(random, DIGITS, 7)}-${characters(random, DIGITS, 7)}`,
    announcedOn,
    lines: linesOf(
      random,
      DEMO_PRODUCTS.filter((p) => p.seller === seller),
      currency,
    ),
  }
}

/** The report's lines of a parcel; what says nothing there is a blank, as Amazon writes it. */
function rowsOf(random: Random, parcel: DemoParcel): AmazonRow[] {
  const orderDate = amazonDate(addDays(parcel.announcedOn, -between(random, 4, 28)))
  const labelType = chance(random, 0.5) ? 'AmazonPrePaidLabel' : 'AmazonUnPaidLabel'
  const isPrime = chance(random, 0.3) ? 'Y' : 'N'
  return parcel.lines.map(({ sku, quantity, valueMinor, currency, reason }) => {
    const product = DEMO_PRODUCTS.find((p) => p.seller === parcel.seller && p.sku === sku)
    return {
      'Order ID': parcel.order,
      'Order date': orderDate,
      'Return request date': amazonDate(parcel.announcedOn),
      'Return request status': 'Approved',
      'Amazon RMA ID': parcel.rma,
      'Merchant RMA ID': ' ',
      'Label type': labelType,
      'Label cost': decimalOf(between(random, 310, 990), currency),
      'Currency code': currency,
      'Return carrier': parcel.carrier,
      'Tracking ID': parcel.tracking,
      'Label to be paid by': 'Seller',
      'A-to-Z Claim': 'N',
      'Is prime': isPrime,
      ASIN: product?.asin ?? '',
      'Merchant SKU': sku,
      'Item Name': product?.title ?? '',
      'Return quantity': String(quantity),
      'Return Reason': reason,
      'In policy': chance(random, 0.94) ? 'Y' : 'N',
      'Return type': 'C-Returns',
      Resolution: 'StandardRefund',
      'Invoice number': ' ',
      'Return delivery date': ' ',
      'Order Amount': decimalOf(valueMinor, currency),
      'Order quantity': String(quantity),
    }
  })
}

/**
 * Makes the returns that a seller announced over some days: the file it uploads, and what is in it. Deterministic:
 * no clock, no chance but the seed's.
 */
export function generateReturns(wanted: ReturnsToMake): { file: string; parcels: DemoParcel[] } {
  const { seed, seller, endingOn, days = 14, parcels: count, lineEnding = '\n' } = wanted
  const random = randomFrom(`${seed}/${seller}`)
  const announced = Array.from({ length: count }, () => addDays(endingOn, -between(random, 0, days - 1)))
  const taken = new Set<string>()
  const parcels = announced.sort().map((day) => {
    for (;;) {
      const parcel = parcelOf(random, seller, day)
      if (taken.has(parcel.tracking) || taken.has(parcel.rma)) continue
      taken.add(parcel.tracking).add(parcel.rma)
      return parcel
    }
  })
  const file = amazonFile(
    parcels.flatMap((parcel) => rowsOf(random, parcel)),
    lineEnding,
  )
  return { file, parcels }
}
