import type { ExpectedReturnItem } from '@restow/contracts'
import { EXPECTED_RETURN_STATES } from '@restow/domain'
import { Code } from '@restow/ui'
import { useTexts } from '@restow/ui/desk'
import { actionClasses, type Column, Empty, Filter, Tag, type TagLook } from '@restow/ui/desk-parts'
import { ClipboardList, FileInput, Plus } from 'lucide-react'
import { useState } from 'react'
import { Link } from 'react-router'
import { ListCard } from '../asking/ListCard.tsx'
import { SearchBox } from '../asking/SearchBox.tsx'
import { useSellerOptions } from '../asking/sellers.ts'
import { useFilters } from '../asking/use-filters.ts'
import { usePages } from '../asking/use-pages.ts'
import { api } from '../shell/api.ts'
import { Page } from '../shell/Page.tsx'
import { useUser } from '../shell/session.store.ts'
import { shortDate, whole } from '../shell/words.ts'
import { AnnouncedDialog } from './AnnouncedDialog.tsx'
import { CancelReturn } from './CancelReturn.tsx'

const NAMES = ['search', 'seller', 'state'] as const
type Query = NonNullable<Parameters<typeof api.expectedReturns>[0]>
const queryOf = (filters: Readonly<Record<string, string>>): Query =>
  Object.fromEntries(NAMES.flatMap((name) => (filters[name] ? [[name, filters[name]]] : [])))

const LOOKS: Record<ExpectedReturnItem['state'], TagLook> = {
  announced: 'plain',
  arriving: 'look',
  complete: 'right',
  cancelled: 'plain',
}

const day = (on: string) => (/^\d{4}-\d{2}-\d{2}/.test(on) ? shortDate(on.slice(0, 10)) : on)
const sum = (item: ExpectedReturnItem, of: 'quantity' | 'registered') =>
  item.lines.reduce((all, line) => all + line[of], 0)

function useColumns(open: (item: ExpectedReturnItem) => void): Column<ExpectedReturnItem>[] {
  const { t } = useTexts()
  const { role } = useUser()
  const seller: Column<ExpectedReturnItem> = {
    key: 'seller',
    head: t('col.seller'),
    cell: (item) => item.seller,
    from: 'md',
  }
  return [
    {
      key: 'rma',
      head: t('col.rma'),
      cell: (item) => (
        <button type="button" className="row-link" onClick={() => open(item)}>
          <Code value={item.rmaNumber} />
        </button>
      ),
      max: 220,
    },
    {
      key: 'state',
      head: t('col.state'),
      cell: (item) => <Tag look={LOOKS[item.state]}>{t(`expectedState.${item.state}`)}</Tag>,
    },
    ...(role === 'seller' ? [] : [seller]),
    {
      key: 'order',
      head: t('col.order'),
      cell: (item) => item.orderNumber ?? '–',
      title: (item) => item.orderNumber ?? undefined,
      max: 190,
      from: 'lg',
    },
    {
      key: 'title',
      head: t('col.product'),
      cell: (item) => item.lines.map((line) => line.title).join(', '),
      title: (item) => item.lines.map((line) => line.title).join(', '),
      max: 300,
      from: 'md',
    },
    {
      key: 'tracking',
      head: t('col.tracking'),
      cell: (item) =>
        item.trackingNumbers[0] ? <Code value={item.trackingNumbers[0]} /> : t('announced.noTracking'),
      title: (item) => item.trackingNumbers.join(', '),
      max: 220,
      from: '2xl',
    },
    { key: 'channel', head: t('col.channel'), cell: (item) => item.channel, max: 120, from: 'xl' },
    {
      key: 'pieces',
      head: t('col.pieces'),
      cell: (item) =>
        t('parcel.of', { done: whole(sum(item, 'registered')), all: whole(sum(item, 'quantity')) }),
      align: 'right',
    },
    {
      key: 'announcedOn',
      head: t('col.announcedOn'),
      cell: (item) => (item.announcedOn ? day(item.announcedOn) : '–'),
      align: 'right',
      from: 'sm',
    },
  ]
}

/** What sellers said would come back. */
export function Announced() {
  const { t } = useTexts()
  const { filters, set, clear } = useFilters()
  const sellers = useSellerOptions()
  const [open, setOpen] = useState<ExpectedReturnItem | null>(null)
  const [cancelling, setCancelling] = useState(false)
  const query = queryOf(filters)
  const pages = usePages<ExpectedReturnItem>(JSON.stringify(query), (place, signal) =>
    api.expectedReturns({ ...query, ...place }, signal),
  )
  const cancelled = () => {
    setCancelling(false)
    setOpen(null)
    pages.again()
  }
  const toNew = (
    <>
      <Link to="/imports" className={actionClasses()}>
        <FileInput aria-hidden size={15} />
        {t('announced.import')}
      </Link>
      <Link to="/announcements/new" className={actionClasses('primary')}>
        <Plus aria-hidden size={15} />
        {t('announce.title')}
      </Link>
    </>
  )
  return (
    <Page full title={t('announced.title')} aside={toNew}>
      <div className="flex flex-wrap items-center gap-2">
        <SearchBox
          value={filters.search ?? ''}
          onValue={(value) => set('search', value)}
          hint={t('announced.search')}
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
            ...EXPECTED_RETURN_STATES.map((state) => ({ value: state, text: t(`expectedState.${state}`) })),
          ]}
        />
      </div>
      <ListCard
        label={t('announced.title')}
        pages={pages}
        columns={useColumns(setOpen)}
        rowKey={(item) => item.id}
        clear={Object.keys(query).length > 0 ? clear : undefined}
        empty={
          <Empty
            icon={<ClipboardList size={22} />}
            title={t('announced.none')}
            action={<span className="flex flex-wrap justify-center gap-2">{toNew}</span>}
          >
            {t('announced.noneHint')}
          </Empty>
        }
      />
      {open && !cancelling && (
        <AnnouncedDialog item={open} onCancel={() => setCancelling(true)} onClose={() => setOpen(null)} />
      )}
      {open && cancelling && (
        <CancelReturn item={open} onDone={cancelled} onClose={() => setCancelling(false)} />
      )}
    </Page>
  )
}
