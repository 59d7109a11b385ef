import type { ReturnsOverview } from '@restow/contracts'
import { DISPOSITIONS } from '@restow/domain'
import { MARKS } from '@restow/ui'
import { useTexts } from '@restow/ui/desk'
import { Card, Chart } from '@restow/ui/desk-parts'
import { DECISION_COLOURS } from '../boards/colours.ts'
import { whole, wordOf } from '../shell/words.ts'
import type { Along } from './use-along.ts'

/** What was decided on each day or in each week. */
export function DecisionsOverTime({ of, along }: { of: ReturnsOverview; along: Along }) {
  const { t } = useTexts()
  const series = DISPOSITIONS.map((disposition) => ({
    key: disposition,
    name: t(`disposition.${disposition}`),
    mark: MARKS[disposition].letter,
    colour: DECISION_COLOURS[disposition],
    values: of.periods.map((period) => period[disposition]),
  }))
  return (
    <Card title={t('overview.decisions')} className="flex flex-col">
      <Chart
        kind="bars"
        label={t('overview.decisions')}
        total={t('chart.total')}
        {...along}
        series={series}
        className="grow px-3.5 pb-2 text-[11px]"
      />
      <p className="px-3.5 pb-3 text-xs text-ink-3 pointer-coarse:hidden">{along.opens.hint}</p>
    </Card>
  )
}

const SHOWN = 8

/** Why everything came back, as bars with their numbers. */
export function ReasonsOfAll({ reasons }: Pick<ReturnsOverview, 'reasons'>) {
  const { t, tn } = useTexts()
  const most = Math.max(1, ...reasons.map(({ units }) => units))
  const rest = reasons.slice(SHOWN)
  return (
    <Card title={t('overview.reasons')}>
      <ul aria-label={t('overview.reasons')} className="px-3.5 pb-3">
        {reasons.slice(0, SHOWN).map(({ reason, units }) => (
          <li
            key={reason}
            className="grid h-7 grid-cols-[minmax(0,150px)_minmax(0,1fr)_44px] items-center gap-3 text-s"
          >
            <span className="truncate" title={wordOf('reason', reason)}>
              {wordOf('reason', reason)}
            </span>
            <span aria-hidden className="h-2.5">
              <span
                className="block h-full rounded-[4px] bg-accent"
                style={{ width: `${(units / most) * 100}%` }}
              />
            </span>
            <span className="text-right font-semibold">{whole(units)}</span>
          </li>
        ))}
      </ul>
      {rest.length > 0 && (
        <p className="flex justify-between border-t border-line px-3.5 py-2 text-s text-ink-2">
          <span>{tn('overview.moreReasons', rest.length)}</span>
          <span>{whole(rest.reduce((all, { units }) => all + units, 0))}</span>
        </p>
      )}
    </Card>
  )
}
