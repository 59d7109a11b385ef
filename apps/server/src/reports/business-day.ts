import { keepLast } from '../keep-last.ts'

/**
 * A business day is a day on the wall of the warehouse: it has 23 or 25 hours where the clocks change, and the
 * days of a year follow each other without a gap or an overlap.
 */

/** The first instant of a day and the first one after it, ISO 8601 in UTC. */
export interface DayBounds {
  readonly from: string
  readonly until: string
}

const DAY_MS = 86_400_000
/** No zone is further than this from UTC, changes of the clock included. */
const FURTHEST_MS = 26 * 3_600_000

const formats = new Map<string, Intl.DateTimeFormat>()

function formatOf(timeZone: string): Intl.DateTimeFormat {
  let format = formats.get(timeZone)
  if (!format) {
    const parts = { year: 'numeric', month: '2-digit', day: '2-digit', era: 'short' } as const
    format = new Intl.DateTimeFormat('en-US', { timeZone, calendar: 'gregory', ...parts })
    formats.set(timeZone, format)
  }
  return format
}

/** The day that it is somewhere at an instant, as the number of days since 1970. */
function dayNumber(instant: number, timeZone: string): number {
  const parts = formatOf(timeZone).formatToParts(instant)
  const of = (type: Intl.DateTimeFormatPartTypes) => Number(parts.find((p) => p.type === type)?.value)
  return Date.UTC(of('year'), of('month') - 1, of('day')) / DAY_MS
}

/** Is there such a day in the calendar? Years 1970 to 9998; the text is YYYY-MM-DD. */
export function dayExists(date: string): boolean {
  if (!/^\d{4}-\d{2}-\d{2}$/.test(date)) return false
  const time = Date.parse(`${date}T00:00:00Z`)
  const [first, last] = ['1970-01-01', '9998-12-31']
  return !Number.isNaN(time) && new Date(time).toISOString().startsWith(date) && date >= first && date <= last
}

/** A day so many days later or, below zero, earlier. */
export function addDays(date: string, days: number): string {
  return new Date(Date.parse(`${date}T00:00:00Z`) + days * DAY_MS).toISOString().slice(0, 10)
}

/** The day that it is in a time zone at an instant, YYYY-MM-DD. @param instant ISO 8601 */
export function dayAt(instant: string, timeZone: string): string {
  return new Date(dayNumber(Date.parse(instant), timeZone) * DAY_MS).toISOString().slice(0, 10)
}

/** It is looked for, and boards ask for the same few days again and again. */
const beginnings = new Map<string, number>()
const BEGINNINGS_KEPT = 1000

/** The first instant at which the wall shows this day or a later one: midnight, or one o'clock where a clock skips it. */
function beginning(date: string, timeZone: string): number {
  const name = `${date} ${timeZone}`
  const known = beginnings.get(name) ?? lookForBeginning(date, timeZone)
  keepLast(beginnings, BEGINNINGS_KEPT, name, known)
  return known
}

function lookForBeginning(date: string, timeZone: string): number {
  const wanted = Date.parse(`${date}T00:00:00Z`)
  const number = wanted / DAY_MS
  let before = wanted - FURTHEST_MS
  let from = wanted + FURTHEST_MS
  while (from - before > 1) {
    const middle = Math.floor((before + from) / 2)
    if (dayNumber(middle, timeZone) >= number) from = middle
    else before = middle
  }
  return from
}

/**
 * When a business day begins and ends.
 * @param date YYYY-MM-DD, one that exists
 * @param timeZone an IANA name
 */
export function dayBounds(date: string, timeZone: string): DayBounds {
  const [from, until] = [date, addDays(date, 1)].map((day) =>
    new Date(beginning(day, timeZone)).toISOString(),
  )
  return { from: from ?? '', until: until ?? '' }
}
