import type { BinsBoard } from '@restow/contracts'
import { useTexts } from '@restow/ui/desk'
import { MAP_ORDER, ZONE_LETTERS } from '../boards/ages.ts'
import { percent, shortBin, span, whole, wordOf } from '../shell/words.ts'
import { TvBar, TvCard, TvFigure, TvFigures, TvRows } from './TvParts.tsx'

const SHOWN = 6

function Zones({ zones }: { zones: BinsBoard['zones'] }) {
  const { t } = useTexts()
  const inOrder = MAP_ORDER.flatMap((name) => zones.filter(({ zone }) => zone === name))
  return (
    <TvCard
      title={t('bins.title')}
      aside={<span className="text-[28px] text-ink-2">{t('pipeline.oldest')}</span>}
    >
      <TvRows>
        {inOrder.map(({ zone, units, capacity, fill, oldestSeconds }) => (
          <li key={zone} className="flex items-center gap-6">
            <span className="grid size-[52px] shrink-0 place-items-center rounded-[12px] bg-line-2 font-bold text-ink-2">
              {ZONE_LETTERS[zone]}
            </span>
            <span className="w-[220px] shrink-0 truncate first-letter:uppercase">{wordOf('zone', zone)}</span>
            <TvBar
              parts={[{ key: 'filled', count: units, colour: 'var(--accent)' }]}
              of={Math.max(units, capacity)}
            />
            <b className="w-[120px] shrink-0 text-right text-[42px] leading-tight font-[650]">
              {whole(units)}
            </b>
            <span className="w-[110px] shrink-0 text-right text-ink-2">
              {fill === null ? '–' : percent(fill, 1)}
            </span>
            <span className="w-[225px] shrink-0 truncate text-right text-ink-2">
              {oldestSeconds === null ? '–' : span(oldestSeconds)}
            </span>
          </li>
        ))}
      </TvRows>
    </TvCard>
  )
}

type Note = BinsBoard['attention'][number]

function Why({ note: { why, units, seconds } }: { note: Note }) {
  const { t } = useTexts()
  const long = seconds === null ? '–' : span(seconds)
  if (why === 'past_target') return t('attention.past_target', { span: long })
  if (why === 'waits') return t('attention.waits', { count: whole(units), span: long })
  return t(`attention.${why}`)
}

function Attention({ attention }: { attention: BinsBoard['attention'] }) {
  const { t } = useTexts()
  return (
    <TvCard title={t('bins.attention')}>
      {attention.length === 0 ? (
        <p className="m-auto text-ink-2">{t('bins.calm')}</p>
      ) : (
        <TvRows>
          {attention.slice(0, SHOWN).map((note) => (
            <li key={note.bin} className="min-w-0">
              <b className="block truncate font-semibold">{shortBin(note.bin)}</b>
              <span className={`block truncate ${note.why === 'past_target' ? 'text-wrong' : 'text-ink-2'}`}>
                <Why note={note} />
              </span>
            </li>
          ))}
        </TvRows>
      )}
    </TvCard>
  )
}

/** What is where, from across the hall: by zone, since single bins are too small to be read from there. */
export function TvBins({ board }: { board: BinsBoard }) {
  const { t } = useTexts()
  const { onTheFloor, atDock, decidedToday, shelvedToday, breaking, broken } = board.totals
  return (
    <>
      <TvFigures>
        <TvFigure label={t('bins.onTheFloor')} value={whole(onTheFloor.units)} />
        <TvFigure label={t('bins.atDock')} value={whole(atDock.parcels)} />
        <TvFigure label={t('bins.decidedToday')} value={whole(decidedToday.units)} />
        <TvFigure label={t('bins.shelvedToday')} value={whole(shelvedToday.units)} />
        <TvFigure
          label={t('bins.breaking')}
          value={whole(breaking.count)}
          look={breaking.count > 0 ? 'look' : 'plain'}
        />
        <TvFigure
          label={t('bins.broken')}
          value={whole(broken.count)}
          look={broken.count > 0 ? 'wrong' : 'plain'}
        />
      </TvFigures>
      <div className="grid min-h-0 grow grid-cols-[1.9fr_1fr] gap-6">
        <Zones zones={board.zones} />
        <Attention attention={board.attention} />
      </div>
    </>
  )
}
