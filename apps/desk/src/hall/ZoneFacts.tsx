import type { BinsBoard } from '@restow/contracts'
import { classes } from '@restow/ui'
import { useTexts } from '@restow/ui/desk'
import { ZONE_LETTERS } from '../boards/ages.ts'
import { percent, span, wordOf } from '../shell/words.ts'
import type { Section } from './lay-out.ts'

interface Props {
  zone: BinsBoard['zones'][number]
  section: Section
  narrow: boolean
}

/** What is said of a zone: beside its bins, or above them where there is no room. */
export function ZoneFacts({ zone, section, narrow }: Props) {
  const { t, tn } = useTexts()
  const { units, fill, oldestSeconds } = zone
  return (
    <div
      className={classes(
        'pointer-events-none absolute inset-x-0 px-3.5 text-xs text-ink-2',
        section.y > 0 && 'border-t border-line',
        narrow ? 'flex flex-wrap gap-x-3 pt-1.5' : 'pt-2',
      )}
      style={{ top: section.y, height: narrow ? 44 : section.height }}
    >
      <div className={narrow ? 'contents' : 'sticky top-3 w-[128px]'}>
        <h2 className={classes('truncate text-s font-semibold text-ink', narrow && 'w-full')}>
          {ZONE_LETTERS[zone.zone]} ·{' '}
          <span className="inline-block first-letter:uppercase">{wordOf('zone', zone.zone)}</span>
        </h2>
        <p>
          {tn('bins.zoneUnits', units)}
          {fill !== null && ` · ${t('bins.zoneFill', { share: percent(fill, 1) })}`}
        </p>
        {oldestSeconds !== null && (
          <p className="truncate">{t('bins.zoneOldest', { span: span(oldestSeconds) })}</p>
        )}
      </div>
    </div>
  )
}
