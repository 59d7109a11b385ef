import { classes } from '@restow/ui'
import { useTexts } from '@restow/ui/desk'
import { SHADES, STOCK_BOUNDS, WORK_BOUNDS } from './ages.ts'

const HOUR = 3600
const DAY = 24 * HOUR

function Scale({ name, bounds }: { name: string; bounds: readonly number[] }) {
  const { t } = useTexts()
  const under = (bound: number | undefined) => {
    if (bound === undefined) return t('bins.older')
    return bound > DAY ? t('bins.underDays', { n: bound / DAY }) : t('bins.underHours', { n: bound / HOUR })
  }
  return (
    <span className="flex flex-wrap items-center gap-x-2 gap-y-1">
      <span>{name}</span>
      {SHADES.map((shade, i) => (
        <span key={shade} className="flex items-center gap-1 whitespace-nowrap">
          <span aria-hidden className={classes('size-3 rounded-[3px]', shade)} />
          {under(bounds[i])}
        </span>
      ))}
    </span>
  )
}

/** What the colours of the map say, in words. */
export function Legend() {
  const { t } = useTexts()
  return (
    <p className="flex flex-wrap items-center gap-x-5 gap-y-1 px-3.5 py-2 text-xs text-ink-2">
      <span className="font-semibold">{t('bins.legend')}</span>
      <Scale name={t('bins.legendWork')} bounds={WORK_BOUNDS} />
      <Scale name={t('bins.legendStock')} bounds={STOCK_BOUNDS} />
    </p>
  )
}
