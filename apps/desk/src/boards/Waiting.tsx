import type { UnclaimedItem, UnitItem } from '@restow/contracts'
import { Code } from '@restow/ui'
import { useTexts } from '@restow/ui/desk'
import { type Column, Empty } from '@restow/ui/desk-parts'
import { Hand } from 'lucide-react'
import { Link } from 'react-router'
import { ListCard } from '../asking/ListCard.tsx'
import { useAsk } from '../asking/use-ask.ts'
import { usePages } from '../asking/use-pages.ts'
import { api } from '../shell/api.ts'
import { Page } from '../shell/Page.tsx'
import { useUser } from '../shell/session.store.ts'
import { shortBin, spanSince } from '../shell/words.ts'
import { timeWords } from '../unclaimed/time.ts'

function useColumns(): Column<UnitItem>[] {
  const { t } = useTexts()
  const { role } = useUser()
  const seller: Column<UnitItem> = {
    key: 'seller',
    head: t('col.seller'),
    cell: (unit) => unit.seller ?? t('unit.unclaimed'),
    from: 'lg',
  }
  return [
    {
      key: 'plate',
      head: t('col.plate'),
      cell: (unit) => (
        <Link to={`/units/${unit.lpn}`} className="row-link">
          <Code value={unit.lpn} />
        </Link>
      ),
    },
    {
      key: 'question',
      head: t('waiting.question'),
      cell: (unit) => unit.held?.question ?? '',
      title: (unit) => unit.held?.question,
      max: 420,
    },
    {
      key: 'product',
      head: t('col.product'),
      cell: (unit) => unit.title ?? t('unit.unknownProduct'),
      title: (unit) => unit.title ?? undefined,
      max: 260,
      from: 'md',
    },
    ...(role === 'seller' ? [] : [seller]),
    {
      key: 'bin',
      head: t('col.bin'),
      cell: (unit) => (unit.bin ? <Code value={shortBin(unit.bin)} /> : '–'),
      from: 'sm',
    },
    {
      key: 'since',
      head: t('waiting.since'),
      cell: (unit) => (unit.held ? spanSince(unit.held.since) : ''),
      align: 'right',
    },
  ]
}

function NothingWaits() {
  const { t } = useTexts()
  return (
    <Empty icon={<Hand size={22} />} title={t('waiting.none')}>
      {t('waiting.noneHint')}
    </Empty>
  )
}

function Holds({ waitsFor }: { waitsFor: 'seller' | 'supervisor' }) {
  const { t } = useTexts()
  const title = t(waitsFor === 'seller' ? 'waiting.holdsSeller' : 'waiting.holds')
  const pages = usePages(waitsFor, (place, signal) => api.units({ ...place, held: waitsFor }, signal))
  return (
    <section className="flex flex-col gap-2">
      <h2 className="text-m font-semibold">{title}</h2>
      <p className="text-s text-ink-2">{t(waitsFor === 'seller' ? 'waiting.howSeller' : 'waiting.how')}</p>
      <ListCard
        label={title}
        pages={pages}
        columns={useColumns()}
        rowKey={(unit) => unit.lpn}
        empty={<NothingWaits />}
      />
    </section>
  )
}

/** Scrap above the seller's limit: the list cannot be asked for it alone, so its few rows are picked out here. */
function Approvals() {
  const { t } = useTexts()
  const all = usePages('approvals', (place, signal) =>
    api.units({ ...place, limit: '200', state: 'classified', disposition: 'scrap' }, signal),
  )
  const waiting = all.items.filter((unit) => unit.approvalNeeded)
  const columns = useColumns().filter(({ key }) => key !== 'question' && key !== 'since')
  if (waiting.length === 0) return null
  return (
    <section className="flex flex-col gap-2">
      <h2 className="text-m font-semibold">{t('waiting.approvals')}</h2>
      <ListCard
        label={t('waiting.approvals')}
        pages={{ ...all, items: waiting, before: 0, previous: null, next: null }}
        columns={columns}
        rowKey={(unit) => unit.lpn}
        empty={null}
      />
    </section>
  )
}

/** What nobody claimed in time: a supervisor gives up for the owner, as the warehouse's rule says. */
function PastTheirTime() {
  const { t } = useTexts()
  const pages = usePages('unclaimed', (place, signal) => api.unclaimed({ ...place, past: 'true' }, signal))
  const rule = useAsk('unclaimed-policy', (signal) => api.unclaimedPolicy(signal)).data
  if (pages.items.length === 0) return null
  const columns: Column<UnclaimedItem>[] = [
    {
      key: 'tracking',
      head: t('col.tracking'),
      cell: (item) => (
        <Link to={`/unclaimed/${encodeURIComponent(item.trackingNumber)}`} className="row-link">
          <Code value={item.trackingNumber} />
        </Link>
      ),
      max: 250,
    },
    {
      key: 'contents',
      head: t('unclaimed.contentsCol'),
      cell: (item) => item.units.flatMap((unit) => unit.title ?? []).join(', ') || t('unclaimed.notOpened'),
      title: (item) => item.units.flatMap((unit) => unit.title ?? []).join(', '),
      max: 420,
      from: 'sm',
    },
    { key: 'time', head: t('unclaimed.time'), cell: timeWords, align: 'right' },
  ]
  return (
    <section className="flex flex-col gap-2">
      <h2 className="text-m font-semibold">{t('unclaimed.waiting')}</h2>
      {rule && (
        <p className="text-s text-ink-2">
          {t('unclaimed.ruleSays', { end: t(`unclaimed.end.${rule.becomes}`) })}{' '}
          {t(`unclaimed.how.${rule.becomes}`)}
        </p>
      )}
      <ListCard
        label={t('unclaimed.waiting')}
        pages={pages}
        columns={columns}
        rowKey={(item) => `${item.trackingNumber} ${item.receivedAt}`}
        empty={null}
      />
    </section>
  )
}

/** What cannot go on until whoever is signed in has said something. */
export function Waiting() {
  const { t } = useTexts()
  const { role } = useUser()
  return (
    <Page title={t('waiting.title')}>
      {role !== 'seller' && <PastTheirTime />}
      {role !== 'seller' && <Approvals />}
      <Holds waitsFor={role === 'seller' ? 'seller' : 'supervisor'} />
    </Page>
  )
}
