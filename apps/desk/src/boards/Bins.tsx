import type { BinsBoard } from '@restow/contracts'
import { leads } from '@restow/domain'
import { useTexts } from '@restow/ui/desk'
import { actionClasses, Card, Empty, Figure, Figures } from '@restow/ui/desk-parts'
import { Grid3x3 } from 'lucide-react'
import { useCallback, useEffect, useMemo, useRef } from 'react'
import { Link } from 'react-router'
import { useFilters } from '../asking/use-filters.ts'
import { FindBar } from '../hall/FindBar.tsx'
import { HallMap } from '../hall/HallMap.tsx'
import { MapLegend } from '../hall/MapLegend.tsx'
import type { ColourBy } from '../hall/paint.ts'
import { STANDINGS } from '../hall/standing.ts'
import { useFound, useStandings } from '../hall/use-found.ts'
import { useUser } from '../shell/session.store.ts'
import { percent, span, whole } from '../shell/words.ts'
import { Attention } from './Attention.tsx'
import { MAP_ORDER } from './ages.ts'
import { BinPanel } from './BinPanel.tsx'
import { BoardPage } from './BoardPage.tsx'
import { useBoard } from './use-board.ts'

function Totals({ totals }: { totals: BinsBoard['totals'] }) {
  const { t } = useTexts()
  const { onTheFloor, atDock, decidedToday, shelvedToday, breaking, broken } = totals
  const oldest = (seconds: number | null, otherwise: string) =>
    seconds === null ? otherwise : t('bins.parcelsOldest', { span: span(seconds) })
  const none = t('bins.noneYet')
  return (
    <Figures>
      <Figure
        label={t('bins.onTheFloor')}
        value={whole(onTheFloor.units)}
        note={t('bins.inBins', { inBins: whole(onTheFloor.inBins), bins: whole(onTheFloor.bins) })}
      />
      <Figure
        label={t('bins.atDock')}
        value={whole(atDock.parcels)}
        note={oldest(atDock.oldestSeconds, t('bins.nothingWaits'))}
      />
      <Figure
        label={t('bins.decidedToday')}
        value={whole(decidedToday.units)}
        note={
          decidedToday.sameDayShare === null
            ? none
            : t('bins.sameDay', { share: percent(decidedToday.sameDayShare, 1) })
        }
      />
      <Figure
        label={t('bins.shelvedToday')}
        value={whole(shelvedToday.units)}
        note={
          shelvedToday.nextDayShare === null
            ? none
            : t('bins.nextDay', { share: percent(shelvedToday.nextDayShare, 1) })
        }
      />
      <Figure
        label={t('bins.breaking')}
        value={whole(breaking.count)}
        look={breaking.count > 0 ? 'look' : 'plain'}
        note={t('bins.within')}
      />
      <Figure
        label={t('bins.broken')}
        value={whole(broken.count)}
        look={broken.count > 0 ? 'wrong' : 'plain'}
        note={oldest(broken.oldestSeconds, t('bins.noneBroken'))}
      />
    </Figures>
  )
}

function NoBins() {
  const { t } = useTexts()
  const { role } = useUser()
  const sets = leads(role)
  return (
    <Card>
      <Empty
        icon={<Grid3x3 size={22} />}
        title={t('bins.none')}
        action={
          sets && (
            <Link to="/set-up/bins" className={actionClasses('primary')}>
              {t('bins.toSetUp')}
            </Link>
          )
        }
      >
        {t(role === 'seller' ? 'bins.noneSeller' : 'bins.noneHint')}
      </Empty>
    </Card>
  )
}

interface HallProps {
  board: BinsBoard
  seller: string
}

function Hall({ board, seller }: HallProps) {
  const { t } = useTexts()
  const { filters, set, setAll } = useFilters()
  const picked = filters.bin ?? null
  const typed = filters.find ?? ''
  const standing = STANDINGS.find((one) => one === filters.only) ?? null
  const by: ColourBy = filters.colour === 'age' ? 'age' : 'fill'
  const side = useRef<HTMLDivElement>(null)
  const now = Math.floor(Date.parse(board.asOf) / 1000)
  const { zones: told } = board
  const zones = useMemo(
    () => told.toSorted((a, b) => MAP_ORDER.indexOf(a.zone) - MAP_ORDER.indexOf(b.zone)),
    [told],
  )
  const counts = useStandings(zones, now)
  const found = useFound(zones, now, typed, standing, seller)
  const bin =
    picked === null ? undefined : zones.flatMap((zone) => zone.bins).find(({ code }) => code === picked)
  useEffect(() => {
    // Where the panel stands under the map, picking leads down to it.
    if (picked && window.innerWidth < 1024) side.current?.scrollIntoView({ block: 'start' })
  }, [picked])
  const pick = useCallback((code: string) => set('bin', code), [set])
  const clear = () => setAll({ find: '', only: '' })
  if (zones.length === 0) return <NoBins />
  return (
    <>
      <FindBar
        {...{ typed, standing, counts, by, found, picked, onPick: pick, onClear: clear }}
        onType={(value) => set('find', value)}
        onStanding={(value) => set('only', value ?? '')}
        onBy={(value) => set('colour', value === 'age' ? 'age' : '')}
      />
      <div className="grid items-start gap-4 lg:grid-cols-[minmax(0,1fr)_300px]">
        {/* Not cut off at its edge, as other cards are: the words about a long zone go along with it. */}
        <section className="min-w-0 rounded-m border border-line bg-raised">
          <HallMap
            {...{ zones, now, by, picked }}
            matches={found.matches}
            onPick={(code) => set('bin', code === picked ? '' : code)}
          />
          <MapLegend by={by} />
        </section>
        <div
          ref={side}
          className="flex min-w-0 scroll-mt-14 flex-col gap-3 lg:sticky lg:top-5 lg:max-h-[calc(100dvh-40px)] lg:overflow-y-auto lg:*:shrink-0"
        >
          {picked ? (
            <BinPanel key={picked} code={picked} bin={bin} seller={seller} />
          ) : (
            <p className="rounded-m border border-dashed border-line px-3.5 py-3 text-s text-ink-2">
              {t('bins.pick')}
            </p>
          )}
          <Attention notes={board.attention} onPick={pick} />
        </div>
      </div>
    </>
  )
}

/** What lies where, how full and how old; changes by itself. */
export function Bins() {
  const { t } = useTexts()
  const { filters, set } = useFilters()
  const seller = filters.seller ?? ''
  const live = useBoard('bins', seller)
  return (
    <BoardPage title={t('bins.title')} live={live} seller={seller} onSeller={(code) => set('seller', code)}>
      {(board) => (
        <>
          <Totals totals={board.totals} />
          <Hall board={board} seller={seller} />
        </>
      )}
    </BoardPage>
  )
}
