import { useTexts } from '@restow/ui/desk'
import { Filter } from '@restow/ui/desk-parts'
import { useEffect, useState } from 'react'
import { useFilters } from '../asking/use-filters.ts'
import { wrongOf } from '../reports/range.ts'
import { today } from '../shell/words.ts'
import { type Days, hasSteps, PRESETS } from './days.ts'

const PRESET =
  'h-8 rounded-[8px] px-2.5 text-s font-[550] whitespace-nowrap text-ink-2 transition-colors hover:bg-line-2 aria-pressed:bg-accent-soft aria-pressed:text-accent pointer-coarse:h-11'
const DATE =
  'h-8 min-w-0 rounded-[8px] border border-line bg-surface px-2 text-s aria-invalid:border-wrong pointer-coarse:h-11'

/** Days chosen one by one; only those that are a range are looked at. */
function OwnDays({ days, onDays }: { days: Days; onDays: (from: string, to: string) => void }) {
  const { t } = useTexts()
  const [own, setOwn] = useState(days)
  useEffect(() => setOwn(days), [days])
  const wrong = wrongOf(own.from, own.to)
  const change = (changed: Partial<Days>) => {
    const next = { ...own, ...changed }
    setOwn(next)
    if (wrongOf(next.from, next.to) === null) onDays(next.from, next.to)
  }
  const input = (name: 'from' | 'to') => (
    <input
      type="date"
      aria-label={t(`files.${name}`)}
      aria-invalid={wrong !== null}
      aria-describedby={wrong ? 'overview-wrong' : undefined}
      value={own[name]}
      max={today()}
      onChange={(event) => change({ [name]: event.currentTarget.value })}
      className={DATE}
    />
  )
  return (
    <div className="flex min-w-0 flex-wrap items-center gap-x-2 gap-y-1">
      {input('from')}
      <span aria-hidden className="text-ink-3">
        –
      </span>
      {input('to')}
      {wrong && (
        <span id="overview-wrong" role="alert" className="text-xs font-semibold text-wrong">
          {t(wrong)}
        </span>
      )}
    </div>
  )
}

/** Which days are looked at, and whether one by one or by week. */
export function RangeBar({ days, by }: { days: Days; by: 'day' | 'week' }) {
  const { t } = useTexts()
  const { set, setAll } = useFilters()
  return (
    <div className="flex flex-wrap items-center gap-x-3 gap-y-2">
      <fieldset className="flex min-w-0 rounded-[10px] border border-line bg-raised p-px">
        <legend className="sr-only">{t('overview.days')}</legend>
        {PRESETS.map((preset) => (
          <button
            key={preset}
            type="button"
            aria-pressed={days.preset === preset}
            onClick={() => setAll({ days: String(preset), from: '', to: '' })}
            className={PRESET}
          >
            {t(`overview.last.${preset}`)}
          </button>
        ))}
      </fieldset>
      <OwnDays days={days} onDays={(from, to) => setAll({ from, to, days: '' })} />
      {hasSteps(days) && (
        <Filter
          label={t('overview.step')}
          value={by}
          onValue={(step) => set('by', step)}
          options={(['day', 'week'] as const).map((value) => ({ value, text: t(`overview.step.${value}`) }))}
        />
      )}
    </div>
  )
}
