import type { ReturnsOverview } from '@restow/contracts'
import { useTexts } from '@restow/ui/desk'
import type { ChartSlot } from '@restow/ui/desk-parts'
import { useNavigate } from 'react-router'
import { useFilters } from '../asking/use-filters.ts'
import { today } from '../shell/words.ts'
import { slotsOf } from './slots.ts'

/** What all charts of the page have along their axis, and where a day or week leads: to its report, or to its days. */
export interface Along {
  readonly slots: ChartSlot[]
  readonly slotHead: string
  readonly opens: { readonly hint: string; readonly open: (slot: ChartSlot) => void }
}

export function useAlong({ periods, by }: ReturnsOverview): Along {
  const { t } = useTexts()
  const navigate = useNavigate()
  const { filters, setAll } = useFilters()
  const open = ({ key }: ChartSlot) => {
    const period = periods.find(({ from }) => from === key)
    if (!period) return
    if (by === 'week') return setAll({ from: period.from, to: period.to, days: '', by: 'day' })
    const search = filters.seller ? `?${new URLSearchParams({ seller: filters.seller })}` : ''
    void navigate({ pathname: `/reports/${period.from}`, search })
  }
  return {
    slots: slotsOf(periods, by, today()),
    slotHead: t(by === 'week' ? 'overview.week' : 'chart.day'),
    opens: { hint: t(by === 'week' ? 'overview.opensWeek' : 'overview.opensReport'), open },
  }
}
