import type { OverviewStep } from '@restow/contracts'
import type { Filters } from '../asking/use-filters.ts'
import { wrongOf } from '../reports/range.ts'
import { dayAfter } from '../shell/words.ts'

/** Which days are looked at, as the address says it: so many until today, or from one to another. */

/** So many days until today. */
export const PRESETS = [7, 30, 90, 365] as const
export type Preset = (typeof PRESETS)[number]
const USUAL: Preset = 30

export interface Days {
  readonly from: string
  readonly to: string
  /** Null where the days were chosen one by one. */
  readonly preset: Preset | null
  readonly count: number
}

const DAY_MS = 86_400_000
const countOf = (from: string, to: string) => (Date.parse(to) - Date.parse(from)) / DAY_MS + 1
const isDate = (text: string | undefined): text is string =>
  text !== undefined && /^\d{4}-\d{2}-\d{2}$/.test(text) && !Number.isNaN(Date.parse(text))

/** The days that an address names; those of a month where it names none that are any. */
export function daysOf({ from, to, days }: Filters, today: string): Days {
  if (isDate(from) && isDate(to) && wrongOf(from, to) === null)
    return { from, to, preset: null, count: countOf(from, to) }
  const preset = PRESETS.find((one) => String(one) === days) ?? USUAL
  return { from: dayAfter(today, 1 - preset), to: today, preset, count: preset }
}

/** More bars than these are too thin to be told apart, on a desk and on a phone. */
const [MOST_BARS, MOST_ON_A_PHONE] = [92, 31]

/** By day, or by week where there would be too many days or where it is asked for. */
export function stepOf({ count }: Days, asked: string | undefined, isNarrow: boolean): OverviewStep {
  if (count > MOST_BARS) return 'week'
  if (asked === 'day' || asked === 'week') return asked
  return isNarrow && count > MOST_ON_A_PHONE ? 'week' : 'day'
}

/** Whether there is anything to choose between days and weeks. */
export const hasSteps = ({ count }: Days): boolean => count > 7 && count <= MOST_BARS
