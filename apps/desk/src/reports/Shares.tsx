import type { DispositionReport, ReportRow } from '@restow/contracts'
import { DISPOSITIONS, type Disposition } from '@restow/domain'
import { useTexts } from '@restow/ui/desk'
import { Card, DecisionBadge } from '@restow/ui/desk-parts'
import { percent, whole, wordOf } from '../shell/words.ts'

type Counts = Record<Disposition, number>
const COLOURS: Record<Disposition, string> = {
  resell: 'var(--resell)',
  refurbish: 'var(--bar-refurbish)',
  scrap: 'var(--scrap)',
}
const sumOf = (counts: Counts) => counts.resell + counts.refurbish + counts.scrap
const REASONS_SHOWN = 6
const STEPS = ['registered', 'inspected', 'shelved', 'dispatched'] as const

/** Parts of a whole as one bar, with a hair of the ground between them. */
function Bar({ counts, most, high }: { counts: Counts; most: number; high: string }) {
  return (
    <span aria-hidden className={`flex gap-px overflow-hidden rounded-[4px] ${high}`}>
      {DISPOSITIONS.map((one) => (
        <span key={one} style={{ width: `${(counts[one] / most) * 100}%`, background: COLOURS[one] }} />
      ))}
    </span>
  )
}

/** The decisions by the customer's reason, most first. */
export function byReason(rows: readonly ReportRow[]): { reason: string; counts: Counts }[] {
  const reasons = new Map<string, Counts>()
  for (const { reason, disposition, takenBack } of rows) {
    if (takenBack) continue
    const key = reason ?? 'unknown'
    const counts = reasons.get(key) ?? { resell: 0, refurbish: 0, scrap: 0 }
    reasons.set(key, { ...counts, [disposition]: counts[disposition] + 1 })
  }
  return [...reasons]
    .map(([reason, counts]) => ({ reason, counts }))
    .sort((a, b) => sumOf(b.counts) - sumOf(a.counts))
}

function Whole({ counts, report }: { counts: Counts; report: DispositionReport }) {
  const { t } = useTexts()
  const all = sumOf(counts)
  return (
    <Card title={t('report.share')}>
      <div className="px-3.5 pb-3.5">
        <Bar counts={counts} most={Math.max(1, all)} high="h-7" />
        <ul className="mt-3 flex flex-wrap gap-x-5 gap-y-1.5 text-s">
          {DISPOSITIONS.map((one) => (
            <li key={one} className="flex items-center gap-2">
              <DecisionBadge of={one}>{t(`disposition.${one}`)}</DecisionBadge>
              <b className="font-semibold">{percent(counts[one], all)}</b>
              <span className="text-ink-2">{whole(counts[one])}</span>
            </li>
          ))}
        </ul>
        <dl className="mt-4 grid grid-cols-2 gap-3 sm:grid-cols-4 border-t border-line pt-3">
          {STEPS.map((step) => (
            <div key={step} className="flex min-w-0 flex-col-reverse">
              <dt className="truncate text-xs text-ink-2">{t(`report.${step}`)}</dt>
              <dd className="text-xl font-[650] tracking-[-.02em]">{whole(report.counts[step].units)}</dd>
            </div>
          ))}
        </dl>
      </div>
    </Card>
  )
}

/** How the day was decided, and why things came back: pictures with their numbers. */
export function Shares({ report }: { report: DispositionReport }) {
  const { t } = useTexts()
  const { totals, rows } = report
  const counts = { resell: totals.resell.units, refurbish: totals.refurbish.units, scrap: totals.scrap.units }
  const reasons = byReason(rows).slice(0, REASONS_SHOWN)
  const most = Math.max(1, ...reasons.map((one) => sumOf(one.counts)))
  if (reasons.length === 0) return null
  return (
    <div className="grid items-stretch gap-4 lg:grid-cols-2">
      <Whole counts={counts} report={report} />
      <Card title={t('report.reasons')}>
        <ul aria-label={t('report.reasons')} className="px-3.5 pb-3">
          {reasons.map((one) => (
            <li
              key={one.reason}
              className="grid h-6 grid-cols-[minmax(0,150px)_minmax(0,1fr)_36px] items-center gap-3 text-s"
            >
              <span className="truncate" title={wordOf('reason', one.reason)}>
                {wordOf('reason', one.reason)}
              </span>
              <Bar counts={one.counts} most={most} high="h-2.5" />
              <span className="text-right font-semibold">{whole(sumOf(one.counts))}</span>
            </li>
          ))}
        </ul>
      </Card>
    </div>
  )
}
