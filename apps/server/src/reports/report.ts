import type { DispositionReport } from '@restow/contracts'
import { addDays, dayAt, dayBounds } from './business-day.ts'
import { type Closing, findClosings } from './closing.queries.ts'
import { findKeptDays, type KeptDay, type KeptSpan } from './kept.queries.ts'
import { type Counts, countSteps, NOTHING_COUNTED, type Span, sellerIsThere } from './report.queries.ts'
import type { Asking } from './told.ts'

/** What is known of a report before its rows are read: of days that are closed what was kept, of others what there is. */

/** Whose report of which days is asked for. */
export interface Question {
  readonly seller: string
  readonly warehouse: string
  readonly timeZone: string
  /** Both included. */
  readonly from: string
  readonly to: string
}

export type ReportHead = Pick<
  DispositionReport,
  | 'seller'
  | 'warehouse'
  | 'timeZone'
  | 'date'
  | 'lastDate'
  | 'from'
  | 'until'
  | 'open'
  | 'asOf'
  | 'closedAt'
  | 'position'
> & { counts: Counts }

export interface Report {
  readonly head: ReportHead
  readonly asking: Asking
  /** The days of it that are closed, and what was kept of them. */
  readonly closed: (KeptSpan & { readonly days: readonly KeptDay[]; readonly rows: number }) | null
  /** The time in it that is not closed yet. */
  readonly live: Span | null
}

function added(all: readonly Counts[]): Counts {
  const sum = (of: (counts: Counts) => number) => all.reduce((so, counts) => so + of(counts), 0)
  const both = (step: Exclude<keyof Counts, 'received'>) => ({
    units: sum((c) => c[step].units),
    pieces: sum((c) => c[step].pieces),
  })
  return {
    received: sum((c) => c.received),
    registered: both('registered'),
    inspected: both('inspected'),
    shelved: both('shelved'),
    dispatched: both('dispatched'),
  }
}

/** The first day that is not closed; what was before the first day that ever was is as closed as that one. */
function firstOpen({ from, to }: Question, first: Closing | null, closings: readonly Closing[]): string {
  const last = closings.at(-1)
  if (last) return addDays(last.day, 1)
  if (first === null || from >= first.day) return from
  return to < first.day ? addDays(to, 1) : first.day
}

/**
 * @param now in milliseconds
 * @returns null where there is no such seller for who asks
 */
export async function readReport(asking: Asking, asked: Question, now: number): Promise<Report | null> {
  const { seller, warehouse, timeZone, from, to } = asked
  return asking(async (on) => {
    if (!(await sellerIsThere(on, seller))) return null
    const { first, closings } = await findClosings(on, warehouse, from, to)
    const open = firstOpen(asked, first, closings)
    const isAllClosed = open > to
    const last = closings.at(-1) ?? null
    const begins = closings[0]?.day === from ? closings[0].begins : dayBounds(from, timeZone).from
    const until = isAllClosed && last?.day === to ? last.ends : dayBounds(to, timeZone).until
    const span = { warehouse, seller, from, to: isAllClosed ? to : addDays(open, -1) }
    const days = open > from ? await findKeptDays(on, span) : []
    const live = isAllClosed
      ? null
      : { warehouse, seller, from: last?.ends ?? dayBounds(open, timeZone).from, until }
    const counted = live ? (await countSteps(on, live)).get(seller) : undefined
    const closing = isAllClosed ? (last ?? first) : null
    const head: ReportHead = {
      ...{ seller, warehouse, timeZone, date: from, lastDate: to, from: begins, until, open: !isAllClosed },
      asOf: isAllClosed ? until : new Date(now).toISOString(),
      closedAt: closing?.closedAt ?? null,
      position: closing?.position ?? null,
      counts: added([...days.map(({ counts }) => counts), counted ?? NOTHING_COUNTED]),
    }
    const rows = days.reduce((sum, day) => sum + day.rows, 0)
    return { head, asking, closed: open > from ? { ...span, days, rows } : null, live }
  })
}

/** The business day of an instant, for the rows of a span that is not closed. */
export const dayOfLive =
  ({ head }: Report) =>
  (instant: string): string =>
    dayAt(instant, head.timeZone)
