import type { UnclaimedItem } from '@restow/contracts'
import { useTexts } from '@restow/ui/desk'
import { Card, Empty, Filter } from '@restow/ui/desk-parts'
import { PackageSearch } from 'lucide-react'
import { useState } from 'react'
import { useParams, useSearchParams } from 'react-router'
import { SearchBox } from '../asking/SearchBox.tsx'
import { useFilters } from '../asking/use-filters.ts'
import { usePages } from '../asking/use-pages.ts'
import { api } from '../shell/api.ts'
import { Page } from '../shell/Page.tsx'
import { type Deed, Done } from './Done.tsx'
import { Panel } from './Panel.tsx'
import { PoolList } from './PoolList.tsx'
import { Rule } from './Rule.tsx'

const NAMES = ['search', 'past', 'opened'] as const
type Query = NonNullable<Parameters<typeof api.unclaimed>[0]>
const queryOf = (filters: Readonly<Record<string, string>>): Query =>
  Object.fromEntries(NAMES.flatMap((name) => (filters[name] ? [[name, filters[name]]] : [])))

function Filters({ filters, set }: ReturnType<typeof useFilters>) {
  const { t } = useTexts()
  return (
    <div className="flex flex-wrap items-center gap-2">
      <SearchBox
        value={filters.search ?? ''}
        onValue={(value) => set('search', value)}
        hint={t('unclaimed.search')}
      />
      <Filter
        label={t('unclaimed.time')}
        value={filters.past ?? ''}
        onValue={(value) => set('past', value)}
        options={[
          { value: '', text: t('unclaimed.anyTime') },
          { value: 'true', text: t('unclaimed.pastOnly') },
        ]}
      />
      <Filter
        label={t('unclaimed.opened')}
        value={filters.opened ?? ''}
        onValue={(value) => set('opened', value)}
        options={[
          { value: '', text: t('unclaimed.openedAny') },
          { value: 'true', text: t('unclaimed.openedYes') },
          { value: 'false', text: t('unclaimed.openedNo') },
        ]}
      />
    </div>
  )
}

function NothingChosen() {
  const { t } = useTexts()
  return (
    <Card className="hidden xl:block">
      <Empty icon={<PackageSearch size={22} />} title={t('unclaimed.choose')}>
        {t('unclaimed.chooseHint')}
      </Empty>
    </Card>
  )
}

/** All that nobody has claimed, what is past its time first; one of them with whose it may be. */
export function Pool() {
  const { t } = useTexts()
  const { tracking } = useParams()
  const [params] = useSearchParams()
  const all = useFilters()
  const query = queryOf(all.filters)
  const [deed, setDeed] = useState<Deed | null>(null)
  const pages = usePages<UnclaimedItem>(JSON.stringify(query), (place, signal) =>
    api.unclaimed({ ...query, ...place }, signal),
  )
  const rest = params.size > 0 ? `?${params}` : ''
  const done = (next: Deed) => {
    setDeed(next)
    pages.again()
  }
  return (
    <Page full title={t('unclaimed.title')} aside={<Rule />}>
      {deed && (
        <Done
          key={deed.said}
          deed={deed}
          onUndone={(said) => done({ tracking: deed.tracking, said, eventId: '' })}
        />
      )}
      <Filters {...all} />
      <div className="grid min-h-0 items-start gap-4 xl:grid-cols-[minmax(0,1fr)_minmax(400px,520px)] xl:overflow-hidden">
        <PoolList
          pages={pages}
          chosen={tracking}
          rest={rest}
          clear={Object.keys(query).length > 0 ? all.clear : undefined}
        />
        {tracking === undefined ? (
          <NothingChosen />
        ) : (
          <Panel
            key={`${tracking} ${deed?.said ?? ''}`}
            tracking={tracking}
            rest={rest}
            onDeed={done}
            onChanged={pages.again}
          />
        )}
      </div>
    </Page>
  )
}
