import type { DispositionsBoard } from '@restow/contracts'
import { DISPOSITIONS } from '@restow/domain'
import { MARKS } from '@restow/ui'
import { useTexts } from '@restow/ui/desk'
import { Chart } from '@restow/ui/desk-parts'
import { dayOfMonth, shortDate } from '../shell/words.ts'
import { DECISION_COLOURS } from './colours.ts'

interface Props {
  days: DispositionsBoard['days']
  onWall?: boolean
  className?: string
}

/** Decisions of fourteen days, stacked by what was decided. */
export function DayBars({ days, onWall = false, className }: Props) {
  const { t } = useTexts()
  const slots = days.map(({ date }, i) => ({
    key: date,
    name: shortDate(date),
    tick: dayOfMonth(date),
    now: i === days.length - 1,
  }))
  const series = DISPOSITIONS.map((disposition) => ({
    key: disposition,
    name: t(`disposition.${disposition}`),
    mark: MARKS[disposition].letter,
    colour: DECISION_COLOURS[disposition],
    values: days.map((day) => day[disposition]),
  }))
  return (
    <Chart
      kind="bars"
      label={t('dispositions.days')}
      slotHead={t('chart.day')}
      total={t('chart.total')}
      {...{ slots, series, onWall }}
      {...(onWall ? {} : { height: 176 })}
      className={className ?? 'px-3.5 pb-3 text-[11px]'}
    />
  )
}
