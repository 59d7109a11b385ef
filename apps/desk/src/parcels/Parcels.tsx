import type { ParcelItem } from '@restow/contracts'
import { PARCEL_STATES } from '@restow/domain'
import { Code } from '@restow/ui'
import { useTexts } from '@restow/ui/desk'
import { type Column, Empty, Filter, Tag } from '@restow/ui/desk-parts'
import { Package } from 'lucide-react'
import { Link } from 'react-router'
import { ListCard } from '../asking/ListCard.tsx'
import { SearchBox } from '../asking/SearchBox.tsx'
import { useSellerOptions } from '../asking/sellers.ts'
import { useFilters } from '../asking/use-filters.ts'
import { usePages } from '../asking/use-pages.ts'
import { api } from '../shell/api.ts'
import { Page } from '../shell/Page.tsx'
import { dayAndTime, whole, wholeMoment, wordOf } from '../shell/words.ts'

const NAMES = ['search', 'seller', 'state', 'unclaimed'] as const
type Query = NonNullable<Parameters<typeof api.parcels>[0]>
const queryOf = (filters: Readonly<Record<string, string>>): Query =>
  Object.fromEntries(NAMES.flatMap((name) => (filters[name] ? [[name, filters[name]]] : [])))

function useColumns(): Column<ParcelItem>[] {
  const { t } = useTexts()
  return [
    {
      key: 'tracking',
      head: t('col.tracking'),
      cell: (parcel) => (
        <Link to={`/parcels/${encodeURIComponent(parcel.trackingNumber)}`} className="row-link">
          <Code value={parcel.trackingNumber} />
        </Link>
      ),
      max: 250,
    },
    {
      key: 'state',
      head: t('col.state'),
      cell: (parcel) => <Tag>{wordOf('parcelState', parcel.state)}</Tag>,
    },
    {
      key: 'seller',
      head: t('col.seller'),
      cell: (parcel) => parcel.seller ?? <Tag look="look">{t('unit.unclaimed')}</Tag>,
    },
    {
      key: 'rma',
      head: t('col.rma'),
      cell: (parcel) => parcel.rmaNumbers.join(', ') || '–',
      title: (parcel) => parcel.rmaNumbers.join(', '),
      max: 200,
      from: 'lg',
    },
    {
      key: 'condition',
      head: t('col.condition'),
      cell: (parcel) =>
        parcel.report ? wordOf('outcome', parcel.report.outcome) : wordOf('condition', parcel.condition),
      from: 'md',
    },
    { key: 'units', head: t('col.units'), cell: (parcel) => whole(parcel.units), align: 'right' },
    {
      key: 'exceptions',
      head: t('unit.exceptions'),
      cell: (parcel) =>
        parcel.exceptions > 0 ? (
          <Tag look="look">{t('parcels.openExceptions', { count: parcel.exceptions })}</Tag>
        ) : (
          ''
        ),
      from: 'xl',
    },
    { key: 'by', head: t('col.by'), cell: (parcel) => parcel.receivedBy ?? '–', from: 'lg' },
    {
      key: 'received',
      head: t('col.received'),
      cell: (parcel) => (parcel.receivedAt ? dayAndTime(parcel.receivedAt) : '–'),
      title: (parcel) => (parcel.receivedAt ? wholeMoment(parcel.receivedAt) : undefined),
      align: 'right',
      from: 'sm',
    },
    {
      key: 'closed',
      head: t('col.closed'),
      cell: (parcel) => (parcel.closedAt ? dayAndTime(parcel.closedAt) : '–'),
      align: 'right',
      from: 'lg',
    },
  ]
}

/** Every parcel that came to the dock. */
export function Parcels() {
  const { t } = useTexts()
  const { filters, set, clear } = useFilters()
  const sellers = useSellerOptions()
  const query = queryOf(filters)
  const pages = usePages<ParcelItem>(JSON.stringify(query), (place, signal) =>
    api.parcels({ ...query, ...place }, signal),
  )
  const states = PARCEL_STATES.filter((state) => state !== 'void')
  return (
    <Page full title={t('parcels.title')}>
      <div className="flex flex-wrap items-center gap-2">
        <SearchBox
          value={filters.search ?? ''}
          onValue={(value) => set('search', value)}
          hint={t('parcels.search')}
        />
        {sellers && (
          <Filter
            label={t('list.seller')}
            value={filters.seller ?? ''}
            onValue={(value) => set('seller', value)}
            options={sellers}
          />
        )}
        <Filter
          label={t('list.state')}
          value={filters.state ?? ''}
          onValue={(value) => set('state', value)}
          options={[
            { value: '', text: t('list.allStates') },
            ...states.map((state) => ({ value: state, text: t(`parcelState.${state}`) })),
          ]}
        />
        <Filter
          label={t('parcels.claimFilter')}
          value={filters.unclaimed ?? ''}
          onValue={(value) => set('unclaimed', value)}
          options={[
            { value: '', text: t('parcels.claimed') },
            { value: 'true', text: t('parcels.unclaimed') },
            { value: 'false', text: t('parcels.claimedOnly') },
          ]}
        />
      </div>
      <ListCard
        label={t('parcels.title')}
        pages={pages}
        columns={useColumns()}
        rowKey={(parcel) => `${parcel.trackingNumber} ${parcel.receivedAt}`}
        clear={Object.keys(query).length > 0 ? clear : undefined}
        empty={
          <Empty icon={<Package size={22} />} title={t('parcels.none')}>
            {t('parcels.noneHint')}
          </Empty>
        }
      />
    </Page>
  )
}
