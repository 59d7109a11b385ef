import type { ReportQuery } from '@restow/contracts'
import type { Static } from 'typebox'
import { ProblemError } from '../problem.ts'
import { addDays, dayExists } from './business-day.ts'

export type Asked = Static<typeof ReportQuery>

/** The days asked for, both included. */
export interface Days {
  readonly from: string
  readonly to: string
}

/** A year, and the day in it that a leap year has more. */
const MOST_DAYS = 366

function existing(date: string): string {
  if (!dayExists(date)) throw new ProblemError(400, 'date_unknown', `${date} is no day of the calendar.`)
  return date
}

/** @throws 400 date_unknown, dates_reversed, range_too_long */
export function daysBetween(from: string, to: string): Days {
  const days = { from: existing(from), to: existing(to) }
  if (from > to) throw new ProblemError(400, 'dates_reversed', `${from} is after ${to}.`)
  if (to >= addDays(from, MOST_DAYS))
    throw new ProblemError(
      400,
      'range_too_long',
      `From ${from} to ${to} is more than a year. Ask for a year at a time.`,
    )
  return days
}

/** @throws 400 date_needed, date_unknown, dates_reversed, range_too_long */
export function daysOf({ date, from, to }: Asked): Days {
  if (date !== undefined && from === undefined && to === undefined)
    return { from: existing(date), to: existing(date) }
  if (date !== undefined || from === undefined || to === undefined)
    throw new ProblemError(
      400,
      'date_needed',
      'Say which day is meant, date=YYYY-MM-DD, or which days, from= and to=.',
    )
  return daysBetween(from, to)
}
