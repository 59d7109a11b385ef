import type { DispositionsBoard } from '@restow/contracts'
import { DISPOSITIONS } from '@restow/domain'
import { DispositionMark } from '@restow/ui'
import { useTexts } from '@restow/ui/desk'
import { DayBars } from '../boards/DayBars.tsx'
import { percent, timeOfDay, whole, wordOf } from '../shell/words.ts'
import { TvCard, TvFigure, TvFigures, TvRows } from './TvParts.tsx'

const RECENT = 5

/** What was decided, from across the hall. */
export function TvDispositions({ board }: { board: DispositionsBoard }) {
  const { t } = useTexts()
  const { today, days, recent, waitForApproval } = board
  const { overrides } = today
  return (
    <>
      <TvFigures>
        {DISPOSITIONS.map((disposition) => {
          const units = today.byDisposition.find((one) => one.disposition === disposition)?.units ?? 0
          return (
            <TvFigure
              key={disposition}
              label={
                <span className="flex items-center gap-4">
                  <DispositionMark of={disposition} />
                  {t(`disposition.${disposition}`)}
                </span>
              }
              value={whole(units)}
              note={t('dispositions.noteShare', { share: percent(units, today.units) })}
            />
          )
        })}
        <TvFigure
          label={t('dispositions.overrides')}
          value={overrides.share === null ? '–' : percent(overrides.share, 1, 1)}
          note={t('dispositions.overridesNote', { count: whole(overrides.units), all: whole(today.units) })}
        />
        <TvFigure
          label={t('pipeline.waitApproval')}
          value={whole(waitForApproval)}
          note={t('pipeline.units')}
        />
      </TvFigures>
      <div className="grid min-h-0 grow grid-cols-[1.2fr_1fr] gap-6">
        <TvCard title={t('dispositions.days')}>
          <DayBars days={days} onWall className="grow text-[28px]" />
        </TvCard>
        <TvCard title={t('dispositions.recent')}>
          {recent.length === 0 && <p className="m-auto text-ink-2">{t('dispositions.none')}</p>}
          <TvRows>
            {recent.slice(0, RECENT).map(({ lpn, at, title, disposition, route }) => (
              <li key={`${lpn} ${at}`} className="flex items-center gap-5">
                <DispositionMark of={disposition} />
                <span className="min-w-0 grow">
                  <span className="block truncate">{title ?? t('unit.unknownProduct')}</span>
                  <span className="block truncate text-[26px] text-ink-2">{wordOf('route', route)}</span>
                </span>
                <span className="shrink-0 text-ink-2">{timeOfDay(at)}</span>
              </li>
            ))}
          </TvRows>
        </TvCard>
      </div>
    </>
  )
}
