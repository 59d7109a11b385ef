/**
 * Guesses: whose a parcel may be that nobody has claimed. What is printed on it and what came out of it is held
 * against the announced returns that are still open; each guess says why. A guess is never applied by itself.
 */
import type { Printed } from './facts.ts'

/** What is known of an unclaimed parcel, as far as it points to somebody. */
export interface Clues {
  readonly trackingNumber: string
  readonly carrier: string | null
  readonly receivedAt: string
  readonly printed: Printed
  readonly products: readonly ClueProduct[]
}
export interface ClueProduct {
  readonly seller: string
  readonly sku: string
  readonly title: string
  readonly gtin: string | null
  readonly quantity: number
}

/** An announced return that is not complete, with what a guess looks at. */
export interface OpenReturn {
  readonly id: string
  readonly seller: string
  readonly sellerName: string
  readonly rmaNumber: string
  readonly orderNumber: string | null
  readonly carrier: string | null
  /** ISO date or time; null where the file did not say. */
  readonly announcedOn: string | null
  readonly state: 'announced' | 'arriving' | 'cancelled'
  readonly trackingNumbers: readonly string[]
  readonly lines: readonly {
    readonly sku: string
    readonly title: string
    readonly gtin: string | null
    readonly quantity: number
    readonly registered: number
  }[]
}

export const GUESS_REASONS = [
  'order_printed',
  'rma_printed',
  'number_in_text',
  'tracking_alike',
  'only_return_with_product',
  'product_announced',
  'quantity_fits',
  'seller_named',
  'overdue',
  'carrier_same',
  'cancelled',
] as const
export type GuessReasonCode = (typeof GUESS_REASONS)[number]
export interface GuessReason {
  readonly code: GuessReasonCode
  readonly facts: Readonly<Record<string, string | number>>
}
export const GUESS_STRENGTHS = ['strong', 'likely', 'weak'] as const
export type GuessStrength = (typeof GUESS_STRENGTHS)[number]
export interface Guess {
  readonly announced: OpenReturn
  readonly reasons: readonly GuessReason[]
  readonly score: number
  readonly strength: GuessStrength
}

/** How much each reason weighs; only what is printed or packed in makes a guess at all. */
const WEIGHT: Readonly<Record<GuessReasonCode, number>> = {
  order_printed: 60,
  rma_printed: 60,
  number_in_text: 45,
  tracking_alike: 30,
  only_return_with_product: 40,
  product_announced: 30,
  quantity_fits: 5,
  seller_named: 20,
  overdue: 8,
  carrier_same: 4,
  cancelled: -12,
}
const POINTS_TO_ONE: ReadonlySet<GuessReasonCode> = new Set([
  'order_printed',
  'rma_printed',
  'number_in_text',
  'tracking_alike',
  'only_return_with_product',
  'product_announced',
])
const SHOWN = 8
const STRONG = 60
const LIKELY = 35
/** A return that is announced for longer than this should have come by now. */
const OVERDUE_DAYS = 7
const DAY_MS = 24 * 3600 * 1000

/** A number as it may be printed: signs between its letters and digits say nothing. */
export const plainNumber = (text: string): string => text.toUpperCase().replace(/[^\p{L}\p{N}]/gu, '')

/** Shorter numbers stand in any text by chance. */
const MIN_NUMBER = 5
const MIN_NAME = 4

const reason = (code: GuessReasonCode, facts: GuessReason['facts'] = {}): GuessReason => ({ code, facts })

function byNumbers({ printed }: Clues, { orderNumber, rmaNumber }: OpenReturn): GuessReason[] {
  const order = orderNumber === null ? '' : plainNumber(orderNumber)
  const rma = plainNumber(rmaNumber)
  const fields = [printed.order, printed.rma].map((text) => plainNumber(text ?? ''))
  if (order !== '' && fields.includes(order)) return [reason('order_printed', { order: orderNumber ?? '' })]
  if (fields.includes(rma)) return [reason('rma_printed', { rma: rmaNumber })]
  const text = plainNumber(Object.values(printed).join(' | '))
  const inText = [
    [order, orderNumber ?? ''],
    [rma, rmaNumber],
  ].find(([plain = '']) => plain.length >= MIN_NUMBER && text.includes(plain))
  return inText ? [reason('number_in_text', { number: inText[1] ?? '' })] : []
}

/** One sign misread, left out or added, or the same end: what a torn label or a mistyped file makes of a number. */
export function isAlike(a: string, b: string): boolean {
  if (a === b || Math.min(a.length, b.length) < 8) return false
  if (a.endsWith(b) || b.endsWith(a)) return true
  if (Math.abs(a.length - b.length) > 1) return false
  const [short, long] = a.length <= b.length ? [a, b] : [b, a]
  let at = 0
  while (at < short.length && short[at] === long[at]) at++
  const rest = short.length === long.length ? short.slice(at + 1) : short.slice(at)
  return rest === long.slice(at + 1)
}

function byTracking({ trackingNumber }: Clues, { trackingNumbers }: OpenReturn): GuessReason[] {
  const alike = trackingNumbers.find((number) => isAlike(number, trackingNumber))
  return alike === undefined ? [] : [reason('tracking_alike', { tracking: alike })]
}

const lineOf = (product: ClueProduct, { seller, lines }: OpenReturn) =>
  lines.find(
    (line) =>
      (line.sku === product.sku && product.seller === seller) ||
      (line.gtin !== null && line.gtin === product.gtin),
  )

function byGoods(clues: Clues, announced: OpenReturn, all: readonly OpenReturn[]): GuessReason[] {
  const fitting = clues.products.flatMap((product) => {
    const line = lineOf(product, announced)
    return line ? [{ product, line }] : []
  })
  const [first] = fitting
  if (!first) return []
  const elsewhere = all.filter((other) => lineOf(first.product, other)).length
  const { title } = first.line
  const goods =
    elsewhere === 1
      ? reason('only_return_with_product', { title })
      : reason('product_announced', { title, count: elsewhere })
  const whole =
    fitting.length === clues.products.length &&
    fitting.every(({ product, line }) => product.quantity === line.quantity - line.registered)
  return whole ? [goods, reason('quantity_fits', { pieces: first.product.quantity })] : [goods]
}

function byNames({ printed }: Clues, { seller, sellerName }: OpenReturn): GuessReason[] {
  const text = plainNumber([printed.name, printed.sender, printed.note].join(' '))
  const names = [sellerName, seller].map(plainNumber)
  const found = names.some((name) => name.length >= MIN_NAME && text.includes(name))
  return found ? [reason('seller_named', { name: sellerName })] : []
}

function byTheWay(clues: Clues, announced: OpenReturn): GuessReason[] {
  const { announcedOn, state, carrier } = announced
  const days =
    announcedOn === null ? 0 : Math.floor((Date.parse(clues.receivedAt) - Date.parse(announcedOn)) / DAY_MS)
  const same =
    carrier !== null && clues.carrier !== null && plainNumber(carrier) === plainNumber(clues.carrier)
  return [
    ...(state === 'announced' && days > OVERDUE_DAYS ? [reason('overdue', { days })] : []),
    ...(same ? [reason('carrier_same', { carrier })] : []),
    ...(state === 'cancelled' ? [reason('cancelled')] : []),
  ]
}

/** A product that stands on many open returns says little about each of them. */
const weightOf = ({ code, facts }: GuessReason): number =>
  code === 'product_announced' ? WEIGHT[code] / Math.sqrt(Number(facts.count)) : WEIGHT[code]

/** Goods known to be another seller's speak against a guess, unless they are sold under one GTIN by both. */
const isAnothers = (clues: Clues, announced: OpenReturn): boolean =>
  clues.products.length > 0 &&
  clues.products.every((product) => product.seller !== announced.seller && !lineOf(product, announced))

/**
 * The best guesses, strongest first; none where nothing points to anybody.
 * @param open every announced return that shares a number or a product with the parcel
 */
export function guessOwners(clues: Clues, open: readonly OpenReturn[]): Guess[] {
  const guesses = open.flatMap((announced): Guess[] => {
    const reasons = [
      ...byNumbers(clues, announced),
      ...byTracking(clues, announced),
      ...byGoods(clues, announced, open),
      ...byNames(clues, announced),
      ...byTheWay(clues, announced),
    ]
    if (!reasons.some(({ code }) => POINTS_TO_ONE.has(code))) return []
    const against = isAnothers(clues, announced) ? 25 : 0
    const score = Math.round(reasons.reduce((sum, one) => sum + weightOf(one), -against))
    const strength = score >= STRONG ? 'strong' : score >= LIKELY ? 'likely' : 'weak'
    return score > 0 ? [{ announced, reasons, score, strength }] : []
  })
  return guesses
    .sort((a, b) => b.score - a.score || (a.announced.rmaNumber < b.announced.rmaNumber ? -1 : 1))
    .slice(0, SHOWN)
}
