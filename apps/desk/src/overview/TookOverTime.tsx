import type { ReturnsOverview } from '@restow/contracts'
import { useTexts } from '@restow/ui/desk'
import { actionClasses, Card, Chart } from '@restow/ui/desk-parts'
import { Link } from 'react-router'
import { percent, span, whole } from '../shell/words.ts'
import type { Along } from './use-along.ts'

const HOUR = 3600
/** A target so many times as high as everything would press it all to the ground. */
const FAR = 4
const hours = (seconds: number | null): number | null => (seconds === null ? null : seconds / HOUR)

/** How long goods waited for their decision, on each day or in each week. */
export function TookOverTime({ of, along }: { of: ReturnsOverview; along: Along }) {
  const { t } = useTexts()
  const { periods, dockToDecision } = of
  const target = {
    ...{ key: 'target', name: t('overview.target'), colour: 'var(--ink-3)', dashed: true, bound: true },
    values: periods.map(() => hours(dockToDecision.targetSeconds)),
  }
  const longest = Math.max(0, ...periods.map((period) => period.dockToDecision.p90 ?? 0))
  const isFar = dockToDecision.targetSeconds > FAR * longest
  const series = [
    {
      ...{ key: 'median', name: t('overview.median'), colour: 'var(--accent)' },
      values: periods.map((period) => hours(period.dockToDecision.median)),
    },
    {
      ...{ key: 'p90', name: t('overview.p90'), colour: 'var(--hold)' },
      values: periods.map((period) => hours(period.dockToDecision.p90)),
    },
    ...(isFar ? [] : [target]),
  ]
  return (
    <Card title={t('overview.took')} className="flex flex-col">
      <Chart
        kind="lines"
        label={t('overview.took')}
        {...along}
        series={series}
        format={(value) => span(Math.round(value * HOUR))}
        className="grow px-3.5 pb-3 text-[11px]"
      />
    </Card>
  )
}

/** The same of all these days, and what waits now. */
export function TookFigures({ of, seller }: { of: ReturnsOverview; seller: string | undefined }) {
  const { t } = useTexts()
  const { median, p90, sameDayShare, inTargetShare, targetSeconds } = of.dockToDecision
  const share = (of: number | null) => (of === null ? '–' : percent(of, 1))
  const figures = [
    [t('overview.median'), median === null ? '–' : span(median)],
    [t('overview.p90'), p90 === null ? '–' : span(p90)],
    [t('overview.sameDay'), share(sameDayShare)],
    [t('overview.inTarget', { span: span(targetSeconds) }), share(inTargetShare)],
    [t('overview.undecided'), whole(of.undecided.units)],
  ] as const
  const search = new URLSearchParams({ state: 'registered', ...(seller ? { seller } : {}) })
  return (
    <Card title={t('overview.together')} className="flex flex-col">
      <dl className="text-s">
        {figures.map(([name, value]) => (
          <div
            key={name}
            className="flex items-baseline gap-3 border-t border-line-2 px-3.5 py-2 first:border-0"
          >
            <dt className="grow text-ink-2">{name}</dt>
            <dd className="font-semibold">{value}</dd>
          </div>
        ))}
      </dl>
      <div className="mt-auto flex flex-wrap items-center gap-3 border-t border-line px-3.5 py-2.5">
        <p className="min-w-0 grow basis-40 text-xs text-ink-2">{t('overview.tookMeans')}</p>
        <Link to={`/units?${search}`} className={actionClasses()}>
          {t('overview.seeUndecided')}
        </Link>
      </div>
    </Card>
  )
}
