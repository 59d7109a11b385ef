import type { BinsBoard, BoardBin } from '@restow/contracts'
import { classes } from '@restow/ui'
import { useTexts } from '@restow/ui/desk'
import { Card } from '@restow/ui/desk-parts'
import type { CSSProperties } from 'react'
import { percent, shortBin, span, wordOf } from '../shell/words.ts'
import { SHADES, shadeOf, ZONE_LETTERS } from './ages.ts'
import { aislesOf, baysOf } from './aisles.ts'
import { Legend } from './Legend.tsx'
import { onMapKey } from './roving.ts'

type Zone = BinsBoard['zones'][number]

interface CellProps {
  bin: BoardBin
  zone: Zone['zone']
  picked: boolean
  /** The one cell that the Tab key stops at. */
  stop: boolean
  onPick: (code: string) => void
}

function useCellWords({ code, plates, capacity, oldestSeconds, exceptions }: BoardBin): string {
  const { t } = useTexts()
  const bin = shortBin(code)
  const words =
    oldestSeconds === null
      ? t('bins.cellEmpty', { bin, capacity })
      : t('bins.cell', { bin, plates, capacity, span: span(oldestSeconds) })
  return exceptions > 0 ? `${words}, ${t('bins.cellOpen')}` : words
}

function Cell({ bin, zone, picked, stop, onPick }: CellProps) {
  const words = useCellWords(bin)
  const { code, plates, capacity, oldestSeconds, exceptions } = bin
  const shade = shadeOf(zone, oldestSeconds)
  const fill = Math.min(1, plates / capacity)
  return (
    <button
      type="button"
      data-cell
      tabIndex={stop ? 0 : -1}
      aria-label={words}
      aria-pressed={picked}
      title={words}
      onClick={() => onPick(code)}
      className={classes(
        'relative h-[26px] overflow-hidden rounded-[4px] font-mono text-[11px] leading-none font-semibold text-(--bin-ink) pointer-coarse:h-9',
        plates === 0 ? 'border border-line bg-transparent text-ink-3!' : SHADES[shade],
        picked && 'outline-2 outline-offset-1 outline-ink',
      )}
    >
      {plates === 0 ? '' : plates}
      {exceptions > 0 && (
        <span aria-hidden className="absolute top-px right-[3px] text-[10px] leading-none font-extrabold">
          !
        </span>
      )}
      {plates > 0 && (
        <span
          aria-hidden
          className="absolute bottom-0 left-0 h-[3px] bg-(--bin-ink) opacity-35"
          style={{ width: `${fill * 100}%` }}
        />
      )}
    </button>
  )
}

function ZoneFacts({ zone }: { zone: Zone }) {
  const { t, tn } = useTexts()
  const { units, fill, oldestSeconds } = zone
  return (
    <div className="flex flex-wrap gap-x-3 text-xs text-ink-2 sm:block">
      <h2 className="w-full text-s font-semibold text-ink">
        {ZONE_LETTERS[zone.zone]} ·{' '}
        <span className="inline-block first-letter:uppercase">{wordOf('zone', zone.zone)}</span>
      </h2>
      <p className="truncate">
        {tn('bins.zoneUnits', units)}
        {fill !== null && ` · ${t('bins.zoneFill', { share: percent(fill, 1) })}`}
      </p>
      {oldestSeconds !== null && <p>{t('bins.zoneOldest', { span: span(oldestSeconds) })}</p>}
    </div>
  )
}

interface Props {
  zones: readonly Zone[]
  picked: string | null
  onPick: (code: string) => void
}

/** The hall from above: each bin with how much is in it, how full and how old. */
export function BinMap({ zones, picked, onPick }: Props) {
  const { t } = useTexts()
  const first = zones.flatMap((zone) => zone.bins)[0]?.code
  const stop = picked ?? first
  const bays = baysOf(zones.flatMap((zone) => aislesOf(zone.bins)))
  return (
    <Card>
      {/* biome-ignore lint/a11y/useSemanticElements: a group of buttons, with nothing to fill in */}
      <div
        style={{ '--bays': bays } as CSSProperties}
        role="group"
        aria-label={t('bins.map')}
        aria-description={t('bins.mapHint')}
        onKeyDown={onMapKey}
      >
        {zones.map((zone) => (
          <div
            key={zone.zone}
            className="grid gap-x-2 gap-y-1.5 border-b border-line px-3.5 py-2 sm:grid-cols-[132px_minmax(0,1fr)]"
          >
            <ZoneFacts zone={zone} />
            <div className="flex flex-col gap-1">
              {aislesOf(zone.bins).map((aisle) => (
                <div key={aisle.name} className="grid grid-cols-[32px_minmax(0,1fr)] items-start gap-2">
                  <span className="pt-1.5 text-right font-mono text-[11px] text-ink-3">{aisle.name}</span>
                  <div className="grid grid-cols-[repeat(auto-fill,minmax(30px,1fr))] gap-1 lg:grid-cols-[repeat(var(--bays),minmax(0,1fr))]">
                    {aisle.bins.map((bin) => (
                      <Cell
                        key={bin.code}
                        bin={bin}
                        zone={zone.zone}
                        picked={picked === bin.code}
                        stop={stop === bin.code}
                        onPick={onPick}
                      />
                    ))}
                  </div>
                </div>
              ))}
            </div>
          </div>
        ))}
      </div>
      <Legend />
    </Card>
  )
}
