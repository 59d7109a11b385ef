import type { BoardBin, UnitItem } from '@restow/contracts'
import { Code } from '@restow/ui'
import { useTexts } from '@restow/ui/desk'
import { Card, Tag } from '@restow/ui/desk-parts'
import { Link } from 'react-router'
import { Pager } from '../asking/Pager.tsx'
import { ProblemNote } from '../asking/Problem.tsx'
import { usePages } from '../asking/use-pages.ts'
import { LastCount } from '../hall/LastCount.tsx'
import { api } from '../shell/api.ts'
import { useUser } from '../shell/session.store.ts'
import { shortBin, spanSince, wordOf } from '../shell/words.ts'

function Plate({ unit }: { unit: UnitItem }) {
  const { t } = useTexts()
  const { lpn, seller, title, registeredAt, held, exceptions } = unit
  return (
    <li className="border-t border-line">
      <Link to={`/units/${lpn}`} className="block px-3.5 py-2 text-s hover:bg-line-2">
        <span className="flex items-baseline gap-2">
          <Code value={lpn} className="grow text-xs" />
          <span className="shrink-0 text-xs text-ink-2">
            {[seller ?? t('unit.unclaimed'), spanSince(registeredAt)].join(' · ')}
          </span>
        </span>
        <span className="block truncate text-xs text-ink-2" title={title ?? undefined}>
          {title ?? t('unit.unknownProduct')}
        </span>
        {(held || exceptions > 0) && (
          <span className="mt-1 flex flex-wrap gap-1">
            {held && <Tag look="hold">{wordOf('waitsFor', held.waitsFor)}</Tag>}
            {exceptions > 0 && <Tag look="wrong">{t('hall.exceptions', { count: exceptions })}</Tag>}
          </span>
        )}
      </Link>
    </li>
  )
}

interface Props {
  code: string
  bin: BoardBin | undefined
  seller: string
}

/** What lies in the bin that was picked, page by page; asked again whenever the board says that something in it changed. */
export function BinPanel({ code, bin, seller }: Props) {
  const { t } = useTexts()
  const { role } = useUser()
  const { oldestSeconds: _, ...facts } = bin ?? { oldestSeconds: null }
  const fresh = JSON.stringify(facts)
  const pages = usePages<UnitItem>(`${code} ${seller} ${fresh}`, (place, signal) =>
    api.units({ bin: code, ...(seller ? { seller } : {}), ...place }, signal),
  )
  const { items } = pages
  const here = items.every((unit) => unit.bin === code) ? items : []
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
      {pages.problem !== null && !pages.loading && (
        <ProblemNote problem={pages.problem} again={pages.again} />
      )}
      {pages.data && items.length === 0 && (
        <p className="border-t border-line px-3.5 py-3 text-s text-ink-2">{t('bins.emptyBin')}</p>
      )}
      <div className="max-h-[420px] overflow-y-auto">
        <ul aria-label={t('bins.contents', { bin: shortBin(code) })}>
          {here.map((unit) => (
            <Plate key={unit.lpn} unit={unit} />
          ))}
        </ul>
      </div>
      <Pager pages={pages} />
      {role !== 'seller' && <LastCount code={code} fresh={fresh} />}
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
