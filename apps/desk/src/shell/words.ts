import { decimalOf, type HoldBecause } from '@restow/domain'
import {
  categoryInWords,
  categoryOfWords,
  dateFormat,
  numberFormat,
  questionInWords,
  reasonInWords,
  useLanguage,
} from '@restow/ui'
import { findText, tell } from '@restow/ui/desk'
import { timeZone, warehouse } from './session.store.ts'

const language = () => useLanguage.getState().language

/** A word of one of the lists; the code itself where a newer server sends one that this app does not know. */
export function wordOf(list: string, code: string | null | undefined): string {
  return code ? (findText(`${list}.${code}`) ?? code.replaceAll('_', ' ')) : ''
}

/** Why the customer sent it back, as closely as their channel said it. */
export const reasonSaid = (reason: { raw: string; mapped: string }): string =>
  reasonInWords(findText, reason) || wordOf('reason', reason.mapped)
/** The question that a unit waits with, a rule's in the language in use. */
export const questionSaid = (held: { question: string; because?: HoldBecause | undefined }): string =>
  questionInWords(findText, held)
/** A category of products. */
export const categorySaid = (category: string): string => categoryInWords(findText, category)
/** The category that somebody means by what they typed. */
export const categoryMeant = (typed: string): string => categoryOfWords(findText, typed)

/** A whole number with its thousands told apart. */
export const whole = (n: number): string => numberFormat(language()).format(n)

/** A share as percent: `of` nothing is nothing, and what is not all of it is not told as all. */
export function percent(part: number, of: number, digits = 0): string {
  if (of === 0) return '–'
  const style = { style: 'percent', minimumFractionDigits: digits, maximumFractionDigits: digits } as const
  const most = part < of ? 1 - 10 ** -(digits + 2) : Number.POSITIVE_INFINITY
  return numberFormat(language(), style).format(Math.min(part / of, most))
}

/** An amount with its currency: `1,044.20 USD`. */
export function money(minor: number | null | undefined, currency: string | null): string {
  if (minor === null || minor === undefined) return '–'
  return `${amount(minor, currency)} ${currency ?? ''}`.trim()
}

/** Sums of several currencies as one text, the largest first. */
export function sums(of: readonly { minor: number; currency: string }[]): string {
  return [...of]
    .sort((a, b) => Math.abs(b.minor) - Math.abs(a.minor))
    .map(({ minor, currency }) => money(minor, currency))
    .join(' + ')
}

/** The bare amount, for columns whose currency stands in their head. */
export function amount(minor: number, currency: string | null): string {
  const text = decimalOf(Math.abs(minor), currency)
  const [whole_ = '0', fraction] = text.split('.')
  const grouped = numberFormat(language()).format(Number(whole_))
  const point = numberFormat(language()).format(1.1).charAt(1)
  return `${minor < 0 ? '−' : ''}${grouped}${fraction === undefined ? '' : point + fraction}`
}

type TimeOptions = Intl.DateTimeFormatOptions
const format = (at: string | number | Date, options: TimeOptions, zone = timeZone()) =>
  dateFormat(language() === 'en' ? 'en-GB' : language(), { timeZone: zone, ...options }).format(new Date(at))

/** A time of day in the warehouse: 14:02. */
export const timeOfDay = (at: string | number): string => format(at, { hour: '2-digit', minute: '2-digit' })
/** With its seconds: 14:02:11. */
export const timeToSecond = (at: string | number): string =>
  format(at, { hour: '2-digit', minute: '2-digit', second: '2-digit' })
/** A day and a time: 21 Nov, 14:02. */
export const dayAndTime = (at: string | number): string =>
  format(at, { day: 'numeric', month: 'short', hour: '2-digit', minute: '2-digit' })
/** A day and a time, at full length. */
export const wholeMoment = (at: string | number): string =>
  format(at, { dateStyle: 'full', timeStyle: 'medium' })

/** A calendar date (`YYYY-MM-DD`) at full length; it is of no time zone. */
export const longDate = (date: string): string =>
  format(`${date}T12:00:00Z`, { weekday: 'long', day: 'numeric', month: 'long', year: 'numeric' }, 'UTC')
export const shortDate = (date: string): string =>
  format(`${date}T12:00:00Z`, { weekday: 'short', day: 'numeric', month: 'short' }, 'UTC')
/** Without its weekday: 21 Nov. */
export const dayAndMonth = (date: string): string =>
  format(`${date}T12:00:00Z`, { day: 'numeric', month: 'short' }, 'UTC')
export const dayOfMonth = (date: string): string => String(Number(date.slice(8, 10)))

/** The day of a moment in the warehouse, as `YYYY-MM-DD`. */
export const dayOf = (at: string | Date): string =>
  dateFormat('en-CA', { timeZone: timeZone() }).format(new Date(at))
export const today = (): string => dayOf(new Date())

/** The calendar day so many days after. */
export function dayAfter(date: string, days: number): string {
  const at = new Date(`${date}T12:00:00Z`)
  at.setUTCDate(at.getUTCDate() + days)
  return at.toISOString().slice(0, 10)
}

const two = (n: number) => String(n).padStart(2, '0')

/** How long, as people say it: 40 s, 12 min, 26 h 04, 3 d 4 h. */
export function span(seconds: number): string {
  const minutes = Math.floor(Math.max(0, seconds) / 60)
  if (minutes < 1) return tell('span.seconds', { n: Math.floor(Math.max(0, seconds)) })
  if (minutes < 60) return tell('span.minutes', { n: minutes })
  const hours = Math.floor(minutes / 60)
  if (hours < 48) return tell('span.hours', { h: hours, m: two(minutes % 60) })
  return tell('span.days', { d: Math.floor(hours / 24), h: hours % 24 })
}

/** How long ago that was. */
export const spanSince = (at: string, now = Date.now()): string => span((now - Date.parse(at)) / 1000)

/** A bin as people of the warehouse read it: `LAX1-S-02-01` is `S-02-01`. */
export function shortBin(code: string | null | undefined): string {
  if (!code) return ''
  const prefix = `${warehouse()}-`
  return code.startsWith(prefix) ? code.slice(prefix.length) : code
}
