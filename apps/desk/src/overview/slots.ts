import type { OverviewPeriod, OverviewStep } from '@restow/contracts'
import type { ChartSlot } from '@restow/ui/desk-parts'
import { dayAndMonth, dayOfMonth, shortDate } from '../shell/words.ts'

/** So many days are of one month or two, and known by their number alone. */
const FEW = 31

/** Days or weeks along an axis. @param today the day that is going on in the warehouse */
export function slotsOf(periods: readonly OverviewPeriod[], by: OverviewStep, today: string): ChartSlot[] {
  return periods.map(({ from, to }) => ({
    key: from,
    name: from === to ? shortDate(from) : `${dayAndMonth(from)} – ${dayAndMonth(to)}`,
    tick: by === 'day' && periods.length <= FEW ? dayOfMonth(from) : dayAndMonth(from),
    now: from <= today && today <= to,
  }))
}
