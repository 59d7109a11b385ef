import { classes } from '@restow/ui'
import { useTexts } from '@restow/ui/desk'
import { Action, Filter } from '@restow/ui/desk-parts'
import { ChevronDown, ChevronUp, X } from 'lucide-react'
import { useMemo } from 'react'
import { SearchBox } from '../asking/SearchBox.tsx'
import { whole } from '../shell/words.ts'
import type { ColourBy } from './paint.ts'
import { STANDINGS, type Standing } from './standing.ts'
import type { Found } from './use-found.ts'

interface Props {
  typed: string
  standing: Standing | null
  counts: Readonly<Record<Standing, number>>
  by: ColourBy
  found: Found
  picked: string | null
  onType: (typed: string) => void
  onStanding: (standing: Standing | null) => void
  onBy: (by: ColourBy) => void
  onPick: (code: string) => void
  onClear: () => void
}

/** The bin before or after the one that is picked, round and round. */
function neighbour(matches: readonly string[], picked: string | null, by: 1 | -1): string | undefined {
  const at = picked === null ? -1 : matches.indexOf(picked)
  if (at === -1) return by === 1 ? matches[0] : matches.at(-1)
  return matches[(at + by + matches.length) % matches.length]
}

/** How many bins it is in, and the way from one to the next. */
function Matches({ found, picked, onPick, onClear }: Pick<Props, 'found' | 'picked' | 'onPick' | 'onClear'>) {
  const { t, tn } = useTexts()
  const matches = useMemo(() => [...(found.matches ?? [])], [found.matches])
  const go = (by: 1 | -1) => {
    const code = neighbour(matches, picked, by)
    if (code !== undefined) onPick(code)
  }
  const units = found.answer?.units ?? 0
  const inNoBin = found.answer?.inNoBin ?? 0
  return (
    <div className="flex flex-wrap items-center gap-2 text-s">
      <p role="status" className="font-semibold">
        {matches.length === 0 ? t('hall.noMatch') : tn('hall.matches', matches.length)}
        {units > 0 && <span className="font-normal text-ink-2"> · {tn('bins.zoneUnits', units)}</span>}
        {inNoBin > 0 && (
          <span className="font-normal text-ink-2"> · {t('hall.inNoBin', { count: whole(inNoBin) })}</span>
        )}
      </p>
      <Action
        aria-label={t('hall.previous')}
        disabled={matches.length === 0}
        onClick={() => go(-1)}
        icon={<ChevronUp aria-hidden size={16} />}
      />
      <Action
        aria-label={t('hall.next')}
        disabled={matches.length === 0}
        onClick={() => go(1)}
        icon={<ChevronDown aria-hidden size={16} />}
      />
      <Action look="quiet" onClick={onClear} icon={<X aria-hidden size={15} />}>
        {t('hall.clear')}
      </Action>
    </div>
  )
}

/** Finds on the map: by what was typed, and by how bins stand; each with how many there are. */
export function FindBar(props: Props) {
  const { t } = useTexts()
  const { typed, standing, counts, by, found, onType, onStanding, onBy } = props
  return (
    <div className="flex flex-col gap-2">
      <div className="flex flex-wrap items-center gap-2">
        <SearchBox value={typed} onValue={onType} hint={t('hall.find')} />
        <Filter
          label={t('hall.colour')}
          value={by}
          onValue={(value) => onBy(value as ColourBy)}
          options={[
            { value: 'fill', text: t('hall.byFill') },
            { value: 'age', text: t('hall.byAge') },
          ]}
        />
        {/* biome-ignore lint/a11y/useSemanticElements: a group of switches, with nothing to fill in */}
        <div role="group" aria-label={t('hall.standings')} className="flex flex-wrap gap-1.5">
          {STANDINGS.map((one) => (
            <button
              key={one}
              type="button"
              aria-pressed={standing === one}
              onClick={() => onStanding(standing === one ? null : one)}
              className={classes(
                'flex h-8 items-center gap-1.5 rounded-full border px-3 text-s font-[550] pointer-coarse:h-11',
                standing === one
                  ? 'border-accent bg-accent-soft text-accent'
                  : 'border-edge bg-surface text-ink-2 hover:bg-line-2',
              )}
            >
              {t(`hall.${one}`)}
              <span className="font-semibold text-ink tabular-nums">{whole(counts[one])}</span>
            </button>
          ))}
        </div>
      </div>
      {found.matches !== null && <Matches {...props} />}
    </div>
  )
}
