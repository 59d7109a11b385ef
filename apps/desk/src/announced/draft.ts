import type { AnnouncedReturn, ExpectedReturnItem } from '@restow/contracts'
import { RETURN_REASONS } from '@restow/domain'
import type { DeskKey } from '@restow/ui/desk'
import { minorOf } from '../waiting/amounts.ts'

/** An announcement while it is typed: text as it stands in the fields, and what is wrong with it. */

export interface DraftLine {
  /** Tells lines apart while others come and go. */
  readonly key: number
  readonly sku: string
  /** Of the product that was picked; null until one is. */
  readonly title: string | null
  readonly asin: string | null
  readonly quantity: string
  readonly value: string
  readonly currency: string
  readonly reason: string
}
export interface Draft {
  readonly rma: string
  readonly order: string
  readonly channel: string
  readonly carrier: string
  readonly trackings: readonly string[]
  readonly lines: readonly DraftLine[]
}

/** The channel of what is announced by hand, as long as nobody says another. */
const BY_HAND = 'manual'
export const MOST_LINES = 200
export const MOST_TRACKINGS = 50

let keys = 0
export function newLine(before?: DraftLine): DraftLine {
  keys += 1
  const empty = { sku: '', title: null, asin: null, quantity: '1', value: '', reason: '' }
  return { ...empty, key: keys, currency: before?.currency ?? 'USD' }
}
export const newDraft = (): Draft => ({
  ...{ rma: '', order: '', channel: BY_HAND, carrier: '' },
  ...{ trackings: [''], lines: [newLine()] },
})

/** What was announced, to be changed. */
export function draftOf(item: ExpectedReturnItem): Draft {
  const { rmaNumber, orderNumber, channel, carrier, trackingNumbers, lines } = item
  return {
    ...{ rma: rmaNumber, order: orderNumber ?? '', channel, carrier: carrier ?? '' },
    trackings: trackingNumbers.length > 0 ? trackingNumbers : [''],
    lines: lines.map(({ sku, title, asin, quantity, value, reason }) => ({
      ...newLine(),
      ...{ sku, title, asin, quantity: `${quantity}`, reason: reason.raw },
      ...(value ? { value: value.decimal, currency: value.currency } : {}),
    })),
  }
}

type Problem = Extract<DeskKey, `announce.wrong.${string}`>
/** What is wrong, by the field that it is wrong with: `rma`, `tracking 0`, `sku 3`, where the number is a line's key. */
export type Problems = Readonly<Record<string, Problem>>

const isQuantity = (text: string): boolean =>
  /^\d{1,7}$/.test(text.trim()) && Number(text) >= 1 && Number(text) <= 1_000_000

function problemsOfLine({ key, sku, title, quantity, value, currency }: DraftLine): [string, Problem][] {
  const found: [string, Problem][] = []
  if (sku.trim() === '') found.push([`sku ${key}`, 'announce.wrong.sku'])
  else if (title === null) found.push([`sku ${key}`, 'announce.wrong.notPicked'])
  if (!isQuantity(quantity)) found.push([`quantity ${key}`, 'announce.wrong.quantity'])
  if (value.trim() !== '' && minorOf(value, currency) === null)
    found.push([`value ${key}`, 'announce.wrong.value'])
  return found
}

/** Everything that is wrong with a draft, in the order of its fields. */
export function problemsOf({ rma, trackings, lines }: Draft): Problems {
  const numbers = trackings.flatMap((number, at): [string, Problem][] =>
    number.trim() !== '' && !/[\p{L}\p{N}]/u.test(number)
      ? [[`tracking ${at}`, 'announce.wrong.tracking']]
      : [],
  )
  return Object.fromEntries<Problem>([
    ...(rma.trim() === '' ? [['rma', 'announce.wrong.rma'] as [string, Problem]] : []),
    ...numbers,
    ...lines.flatMap(problemsOfLine),
  ])
}

/** The draft as it is announced; only of one with which nothing is wrong. */
export function announcementOf(seller: string, draft: Draft, onlyNew: boolean): AnnouncedReturn {
  const { rma, order, channel, carrier, trackings, lines } = draft
  return {
    ...{ seller, rmaNumber: rma.trim(), onlyNew },
    orderNumber: order.trim() || null,
    channel: channel.trim() || BY_HAND,
    carrier: carrier.trim() || null,
    trackingNumbers: trackings.map((number) => number.trim()).filter((number) => number !== ''),
    lines: lines.map(({ sku, title, asin, quantity, value, currency, reason }) => ({
      ...{ sku: sku.trim(), quantity: Number(quantity) },
      ...{ valueMinor: value.trim() === '' ? null : minorOf(value, currency), currency },
      ...(title ? { title } : {}),
      ...(asin ? { asin } : {}),
      ...(reason ? { reason } : {}),
    })),
  }
}

/** Reasons to choose among: the trade's own words, and what came from a channel as it came. */
export const reasonsFor = (raw: string): readonly string[] => {
  const own = RETURN_REASONS.filter((reason) => reason !== 'unknown')
  return raw === '' || (own as readonly string[]).includes(raw) ? own : [raw, ...own]
}

const CURRENCIES = ['USD', 'EUR', 'GBP', 'CAD', 'MXN', 'AUD', 'JPY', 'CNY', 'HKD', 'PLN', 'SEK', 'CHF']
/** Currencies to choose among, a rare one that stands there included. */
export const currenciesFor = (currency: string): readonly string[] =>
  CURRENCIES.includes(currency) ? CURRENCIES : [currency, ...CURRENCIES]
