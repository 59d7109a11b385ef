import type { BoardBin } from '@restow/contracts'
import { Code } from '@restow/ui'
import { useTexts } from '@restow/ui/desk'
import { Card } from '@restow/ui/desk-parts'
import { Link } from 'react-router'
import { ProblemNote } from '../asking/Problem.tsx'
import { useAsk } from '../asking/use-ask.ts'
import { api } from '../shell/api.ts'
import { shortBin, spanSince } from '../shell/words.ts'

const SHOWN = 6

/** What lies in the bin that was picked; asked again whenever the board says that it holds more or less. */
export function BinPanel({ code, bin }: { code: string; bin: BoardBin | undefined }) {
  const { t } = useTexts()
  const plates = bin?.plates ?? 0
  const asked = useAsk(`${code} ${plates}`, (signal) =>
    api.units({ bin: code, limit: String(SHOWN) }, signal),
  )
  const items = asked.data?.items ?? []
  const here = asked.data !== undefined && items.every((unit) => unit.bin === code)
  return (
    <Card
      title={<span className="font-mono">{shortBin(code)}</span>}
      aside={
        bin && (
          <span className="text-s font-semibold text-ink-2">
            {t('bins.of', { plates: bin.plates, capacity: bin.capacity })}
          </span>
        )
      }
    >
      {asked.problem !== null && !asked.loading && (
        <ProblemNote problem={asked.problem} again={asked.again} />
      )}
      {asked.data && items.length === 0 && (
        <p className="border-t border-line px-3.5 py-3 text-s text-ink-2">{t('bins.emptyBin')}</p>
      )}
      <ul aria-label={t('bins.contents', { bin: shortBin(code) })}>
        {here &&
          items.map((unit) => (
            <li key={unit.lpn} className="border-t border-line">
              <Link to={`/units/${unit.lpn}`} className="block px-3.5 py-2 text-s hover:bg-line-2">
                <span className="flex items-baseline gap-2">
                  <Code value={unit.lpn} className="grow text-xs" />
                  <span className="text-xs text-ink-2">
                    {[unit.seller, spanSince(unit.registeredAt)].filter(Boolean).join(' · ')}
                  </span>
                </span>
                <span className="block truncate text-xs text-ink-2" title={unit.title ?? undefined}>
                  {unit.title ?? t('unit.unknownProduct')}
                </span>
              </Link>
            </li>
          ))}
      </ul>
      {items.length > 0 && (
        <Link
          to={`/units?bin=${encodeURIComponent(code)}`}
          className="block border-t border-line px-3.5 py-2.5 text-s font-[550] text-accent hover:bg-line-2"
        >
          {t('bins.all')}
        </Link>
      )}
    </Card>
  )
}
