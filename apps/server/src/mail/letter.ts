import type { ReportTotal, WireMoney } from '@restow/contracts'
import { DISPOSITIONS, type Disposition, decimalOf, type Language } from '@restow/domain'
import { fill } from '@restow/ui/labels'
import { MAIL_TEXTS, type MailKey } from '@restow/ui/mail'
import { oneLine } from './one-line.ts'

/** What a mail says, before it is text or HTML: everything in it is plain text as it came, however strange. */

/** A unit that waits for its seller's answer. */
export interface WaitingUnit {
  readonly lpn: string
  readonly title: string | null
  readonly question: string | null
}

/** A seller's day, as a mail tells it. */
export interface DayTold {
  readonly sellerName: string
  readonly warehouse: string
  readonly day: string
  readonly received: number
  readonly totals: Readonly<Record<Disposition, ReportTotal>>
  readonly waiting: { readonly count: number; readonly units: readonly WaitingUnit[] }
}

export interface Told {
  readonly language: Language
  readonly subject: string
  readonly heading: string
  readonly about: string
  readonly lines: readonly string[]
  /** Of each decision that was taken: its row. */
  readonly table: { readonly head: readonly string[]; readonly rows: readonly DecisionRow[] } | null
  readonly waiting: {
    readonly title: string
    readonly units: readonly (WaitingUnit & { readonly link: string })[]
    readonly more: string | null
    readonly act: Link
  } | null
  readonly act: Link | null
  readonly notes: readonly string[]
  readonly why: string
  readonly stop: Link
}
export interface Link {
  readonly text: string
  readonly to: string
}
export interface DecisionRow {
  readonly disposition: Disposition
  readonly name: string
  readonly units: string
  readonly pieces: string
  readonly value: string
  readonly recovered: string
}

/** Says a text in a language, in one line whatever is filled in. */
export const sayIn =
  (language: Language) =>
  (key: MailKey, facts: Readonly<Record<string, string | number>> = {}): string =>
    oneLine(fill(MAIL_TEXTS[language][key], facts))
type Say = ReturnType<typeof sayIn>

const counted = (language: Language, count: number): string => new Intl.NumberFormat(language).format(count)

function dateIn(language: Language, day: string, weekday: 'long' | undefined): string {
  const options = { day: 'numeric', month: 'long', year: 'numeric', timeZone: 'UTC' } as const
  const format = new Intl.DateTimeFormat(language === 'en' ? 'en-GB' : language, {
    ...options,
    ...(weekday ? { weekday } : {}),
  })
  return format.format(new Date(`${day}T12:00:00Z`))
}

function amountIn(language: Language, { minor, currency }: WireMoney): string {
  const decimal = decimalOf(minor, currency)
  const digits = decimal.split('.')[1]?.length ?? 0
  const fraction = { minimumFractionDigits: digits, maximumFractionDigits: digits }
  // A text keeps every digit, where a number would not.
  return `${new Intl.NumberFormat(language, fraction).format(decimal as `${number}`)} ${currency}`
}

/** Sums, the largest first. */
function sumsIn(language: Language, sums: readonly WireMoney[]): string {
  const sorted = [...sums].sort((a, b) => Math.abs(b.minor) - Math.abs(a.minor))
  return sorted.map((one) => amountIn(language, one)).join(' + ')
}

/** Sums of several lists in one, by currency. */
function added(lists: readonly (readonly WireMoney[])[]): WireMoney[] {
  const sums = new Map<string, number>()
  for (const { minor, currency } of lists.flat()) sums.set(currency, (sums.get(currency) ?? 0) + minor)
  return [...sums].map(([currency, minor]) => ({ currency, minor, decimal: decimalOf(minor, currency) }))
}

function tableOf(say: Say, language: Language, totals: DayTold['totals']): Told['table'] {
  const taken = DISPOSITIONS.filter((of) => totals[of].units > 0)
  if (taken.length === 0) return null
  return {
    head: [say('mail.decision'), say('mail.units'), say('mail.pieces'), say('mail.value'), say('mail.back')],
    rows: taken.map((disposition) => {
      const { units, pieces, value, recovered } = totals[disposition]
      return {
        disposition,
        name: say(`disposition.${disposition}`),
        units: counted(language, units),
        pieces: counted(language, pieces),
        value: sumsIn(language, value) || '–',
        recovered: sumsIn(language, recovered) || '–',
      }
    }),
  }
}

function waitingOf(say: Say, language: Language, { waiting }: DayTold, publicUrl: string): Told['waiting'] {
  const { count, units } = waiting
  if (count === 0) return null
  const left = count - units.length
  return {
    title: say('mail.waiting', { count: counted(language, count) }),
    units: units.map((unit) => ({ ...unit, link: `${publicUrl}/units/${encodeURIComponent(unit.lpn)}` })),
    more: left > 0 ? say('mail.more', { count: counted(language, left) }) : null,
    act: { text: say('mail.answer'), to: `${publicUrl}/waiting` },
  }
}

function subjectOf(
  say: Say,
  language: Language,
  { sellerName, warehouse, day, totals, received, waiting }: DayTold,
) {
  const decided = DISPOSITIONS.reduce((sum, of) => sum + totals[of].units, 0)
  const facts = {
    ...{ seller: sellerName, warehouse, date: dateIn(language, day, undefined) },
    ...{ decided: counted(language, decided), waiting: counted(language, waiting.count) },
  }
  if (waiting.count > 0) return say('mail.subjectWaiting', facts)
  return say(decided + received === 0 ? 'mail.subjectEmpty' : 'mail.subject', facts)
}

interface Way {
  readonly language: Language
  readonly seller: string
  readonly address: string
  readonly publicUrl: string
  readonly stop: string
  /** Names of files that go along, and of those that are too large to. */
  readonly attached: readonly string[]
  readonly tooLarge: readonly string[]
}

const footOf = (say: Say, { address, stop }: Way, seller: string) => ({
  why: say('mail.why', { address, seller }),
  stop: { text: say('mail.stop'), to: stop },
})

/** The mail of a day. */
export function tellDay(day: DayTold, way: Way): Told {
  const { language, publicUrl, seller, attached, tooLarge } = way
  const { sellerName, warehouse, totals } = day
  const say = sayIn(language)
  const table = tableOf(say, language, totals)
  const money = (sums: readonly WireMoney[]) => sumsIn(language, sums) || say('mail.nothing')
  const query = new URLSearchParams({ seller })
  const sums = [
    say('mail.recovered', { sum: money(added(DISPOSITIONS.map((of) => totals[of].recovered))) }),
    say('mail.lost', { sum: money(totals.scrap.value) }),
  ]
  const isEmpty = !table && day.received === 0
  return {
    ...{ language, table },
    subject: subjectOf(say, language, day),
    heading: dateIn(language, day.day, 'long'),
    about: say('mail.at', { seller: sellerName, warehouse }),
    lines: isEmpty
      ? [say('mail.empty')]
      : [say('mail.received', { count: counted(language, day.received) }), ...(table ? sums : [])],
    waiting: waitingOf(say, language, day, publicUrl),
    act: { text: say('mail.report'), to: `${publicUrl}/reports/${day.day}?${query}` },
    notes: [
      ...(attached.length > 0 ? [say('mail.attached', { files: attached.join(', ') })] : []),
      ...(tooLarge.length > 0 ? [say('mail.tooLarge', { files: tooLarge.join(', ') })] : []),
    ],
    ...footOf(say, way, sellerName),
  }
}

/** A mail that says nothing but that mails come. */
export function tellTest(sellerName: string, way: Way): Told {
  const { language, address } = way
  const say = sayIn(language)
  const title = say('mail.test', { seller: sellerName })
  return {
    ...{
      language,
      subject: title,
      heading: title,
      about: '',
      table: null,
      waiting: null,
      act: null,
      notes: [],
    },
    lines: [say('mail.testBody', { seller: sellerName, address })],
    ...footOf(say, way, sellerName),
  }
}
