import type { UnitItem } from '@restow/contracts'
import { DISPOSITIONS, UNIT_STATES, WAITS_FOR, ZONES } from '@restow/domain'
import { useTexts } from '@restow/ui/desk'
import { Action, Empty, Filter } from '@restow/ui/desk-parts'
import { Tag as TagIcon, X } from 'lucide-react'
import { ListCard } from '../asking/ListCard.tsx'
import { SearchBox } from '../asking/SearchBox.tsx'
import { useSellerOptions } from '../asking/sellers.ts'
import { useFilters } from '../asking/use-filters.ts'
import { usePages } from '../asking/use-pages.ts'
import { api } from '../shell/api.ts'
import { Page } from '../shell/Page.tsx'
import { useUser } from '../shell/session.store.ts'
import { shortBin, wordOf } from '../shell/words.ts'
import { useUnitColumns } from './columns.tsx'

const NAMES = ['search', 'seller', 'state', 'disposition', 'zone', 'held', 'bin'] as const
type Query = NonNullable<Parameters<typeof api.units>[0]>

/** The address may say anything; the server judges it. Only the names of filters are taken from it. */
function queryOf(filters: Readonly<Record<string, string>>): Query {
  return Object.fromEntries(NAMES.flatMap((name) => (filters[name] ? [[name, filters[name]]] : [])))
}

const STATES = UNIT_STATES.filter((state) => state !== 'void')

function UnitFilters({ filters, set }: Pick<ReturnType<typeof useFilters>, 'filters' | 'set'>) {
  const { t } = useTexts()
  const sellers = useSellerOptions()
  const words = (list: string, codes: readonly string[], all: string) => [
    { value: '', text: all },
    ...codes.map((code) => ({ value: code, text: wordOf(list, code) })),
  ]
  const one = (name: string, label: string, options: { value: string; text: string }[]) => (
    <Filter
      label={label}
      value={filters[name] ?? ''}
      onValue={(value) => set(name, value)}
      options={options}
    />
  )
  const holds = [
    { value: '', text: t('units.anyHold') },
    ...WAITS_FOR.map((who) => ({
      value: who,
      text: t(who === 'seller' ? 'units.heldSeller' : 'units.heldSupervisor'),
    })),
  ]
  return (
    <div className="-m-1 flex max-w-full flex-wrap items-center gap-2 p-1 max-sm:flex-nowrap max-sm:overflow-x-auto">
      {sellers && one('seller', t('list.seller'), sellers)}
      {one('state', t('list.state'), words('unitState', STATES, t('list.allStates')))}
      {one('disposition', t('list.decision'), words('disposition', DISPOSITIONS, t('list.allDecisions')))}
      {one('zone', t('list.zone'), words('zone', ZONES, t('list.allZones')))}
      {one('held', t('units.held'), holds)}
      {filters.bin && (
        <Action
          aria-label={`${t('list.clear')}: ${shortBin(filters.bin)}`}
          onClick={() => set('bin', '')}
          icon={<X aria-hidden size={14} />}
          className="border-accent bg-accent-soft text-accent"
        >
          {t('units.inBin', { bin: shortBin(filters.bin) })}
        </Action>
      )}
    </div>
  )
}

/** Every unit, found by whatever is known of it. */
export function Units() {
  const { t } = useTexts()
  const { role } = useUser()
  const { filters, set, clear } = useFilters()
  const query = queryOf(filters)
  const isFiltered = Object.keys(query).length > 0
  const pages = usePages<UnitItem>(JSON.stringify(query), (place, signal) =>
    api.units({ ...query, ...place }, signal),
  )
  return (
    <Page full title={t('units.title')}>
      <div className="flex flex-wrap items-center gap-2">
        <SearchBox
          value={filters.search ?? ''}
          onValue={(value) => set('search', value)}
          hint={t('units.search')}
        />
        <UnitFilters filters={filters} set={set} />
      </div>
      <ListCard
        label={t('units.title')}
        pages={pages}
        columns={useUnitColumns()}
        rowKey={(unit) => unit.lpn}
        clear={isFiltered ? clear : undefined}
        empty={
          <Empty icon={<TagIcon size={22} />} title={t('units.none')}>
            {t(role === 'seller' ? 'units.noneSeller' : 'units.noneHint')}
          </Empty>
        }
      />
    </Page>
  )
}
