import { classes } from '@restow/ui'
import { useTexts } from '@restow/ui/desk'
import { Legend as AgeLegend } from '../boards/Legend.tsx'
import { type ColourBy, MARKS } from './paint.ts'

const FILLS = ['bg-(--fill-0)', 'bg-(--fill-1)', 'bg-(--fill-2)', 'bg-(--fill-3)', 'bg-(--fill-4)'] as const
const BOUNDS = ['25 %', '50 %', '75 %', '100 %'] as const

function FillLegend() {
  const { t } = useTexts()
  return (
    <p className="flex flex-wrap items-center gap-x-3 gap-y-1 px-3.5 pt-2 text-xs text-ink-2">
      <span className="font-semibold">{t('hall.legendFill')}</span>
      {FILLS.map((shade, n) => (
        <span key={shade} className="flex items-center gap-1 whitespace-nowrap">
          <span aria-hidden className={classes('size-3 rounded-[3px]', shade)} />
          {n < BOUNDS.length ? `< ${BOUNDS[n]}` : t('hall.full')}
        </span>
      ))}
    </p>
  )
}

/** What the colours, lines and letters of the map say, in words. */
export function MapLegend({ by }: { by: ColourBy }) {
  const { t } = useTexts()
  return (
    <div className="border-t border-line">
      {by === 'age' ? <AgeLegend /> : <FillLegend />}
      <p className="flex flex-wrap items-center gap-x-4 gap-y-1 px-3.5 pt-1 pb-2 text-xs text-ink-2">
        <span>{t('hall.legendNumber')}</span>
        <span className="flex items-center gap-1">
          <span aria-hidden className="h-3 w-[3px] bg-(--age-4)" />
          {t('hall.legendAgeing')}
        </span>
        <span className="flex items-center gap-1">
          <span
            aria-hidden
            className="size-3 rounded-[3px] bg-[repeating-linear-gradient(135deg,var(--ink-3)_0_1.5px,var(--fill-4)_1.5px_4px)]"
          />
          {t('hall.overfull')}
        </span>
        <span>
          <b aria-hidden className="font-mono">
            {MARKS.wrongZone}
          </b>{' '}
          {t('hall.wrongZone')}
        </span>
        <span>
          <b aria-hidden className="font-mono">
            {MARKS.open}
          </b>{' '}
          {t('hall.legendOpen')}
        </span>
      </p>
    </div>
  )
}
