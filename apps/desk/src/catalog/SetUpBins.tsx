import type { BinItem } from '@restow/contracts'
import { ZONES, type Zone } from '@restow/domain'
import { Code } from '@restow/ui'
import { useTexts } from '@restow/ui/desk'
import { Action, type Column, Empty, Filter } from '@restow/ui/desk-parts'
import { FileUp, MapPin, Plus, Printer } from 'lucide-react'
import { useState } from 'react'
import { ListCard } from '../asking/ListCard.tsx'
import { SearchBox } from '../asking/SearchBox.tsx'
import { useFilters } from '../asking/use-filters.ts'
import { usePages } from '../asking/use-pages.ts'
import { placeOf } from '../hall/place-of.ts'
import { PrintDialog } from '../printing/PrintDialog.tsx'
import { TagsDialog } from '../printing/TagsDialog.tsx'
import { api } from '../shell/api.ts'
import { Page } from '../shell/Page.tsx'
import { percent, whole, wordOf } from '../shell/words.ts'
import { BinForm } from './BinForm.tsx'
import { FormDialog } from './FormDialog.tsx'
import { LayoutDialog } from './LayoutDialog.tsx'

/** Aisle, bay and level, as set up or as the code says. */
function placeWords(bin: BinItem): string {
  const { aisle, bay, level } = placeOf(bin)
  return [aisle, bay, level].filter(Boolean).join(' · ')
}

function useColumns(edit: (bin: BinItem) => void, print: (bin: BinItem) => void): Column<BinItem>[] {
  const { t } = useTexts()
  return [
    {
      key: 'code',
      head: t('setUp.code'),
      cell: (bin) => (
        <button
          type="button"
          className="row-link"
          aria-label={t('setUp.edit', { what: bin.code })}
          onClick={() => edit(bin)}
        >
          <Code value={bin.code} />
        </button>
      ),
    },
    { key: 'zone', head: t('list.zone'), cell: (bin) => wordOf('zone', bin.zone) },
    {
      key: 'place',
      head: t('hall.place'),
      cell: (bin) => placeWords(bin),
      from: 'md',
    },
    { key: 'plates', head: t('setUp.plates'), cell: (bin) => whole(bin.plates), align: 'right' },
    {
      key: 'capacity',
      head: t('setUp.capacity'),
      cell: (bin) => whole(bin.capacity),
      align: 'right',
      from: 'sm',
    },
    {
      key: 'fill',
      head: t('setUp.fill'),
      cell: (bin) => percent(bin.plates, bin.capacity),
      align: 'right',
      from: 'sm',
    },
    {
      key: 'tag',
      head: '',
      cell: (bin) => (
        <Action
          className="relative z-1 h-7"
          aria-label={t('printLabels.tag', { what: bin.code })}
          onClick={() => print(bin)}
          icon={<Printer aria-hidden size={14} />}
        />
      ),
      align: 'right',
    },
  ]
}

/** The places of the hall. */
export function SetUpBins() {
  const { t } = useTexts()
  const { filters, set, clear } = useFilters()
  const [form, setForm] = useState<{ bin: BinItem | null } | null>(null)
  const [importing, setImporting] = useState(false)
  const [removing, setRemoving] = useState<BinItem | null>(null)
  const [printing, setPrinting] = useState<BinItem | 'zone' | null>(null)
  const query = {
    ...(filters.search ? { search: filters.search } : {}),
    ...(filters.zone ? { zone: filters.zone as Zone } : {}),
  }
  const pages = usePages<BinItem>(JSON.stringify(query), (place, signal) =>
    api.bins({ ...query, ...place }, signal),
  )
  const add = (
    <Action look="primary" onClick={() => setForm({ bin: null })} icon={<Plus aria-hidden size={15} />}>
      {t('setUpBins.new')}
    </Action>
  )
  return (
    <Page
      full
      title={t('setUpBins.title')}
      aside={
        <span className="flex flex-wrap gap-2">
          <Action onClick={() => setImporting(true)} icon={<FileUp aria-hidden size={15} />}>
            {t('layout.import')}
          </Action>
          <Action onClick={() => setPrinting('zone')} icon={<Printer aria-hidden size={15} />}>
            {t('printLabels.tags')}
          </Action>
          {add}
        </span>
      }
    >
      <div className="flex flex-wrap items-center gap-2">
        <SearchBox
          value={filters.search ?? ''}
          onValue={(value) => set('search', value)}
          hint={t('setUpBins.search')}
        />
        <Filter
          label={t('list.zone')}
          value={filters.zone ?? ''}
          onValue={(value) => set('zone', value)}
          options={[
            { value: '', text: t('list.allZones') },
            ...ZONES.map((one) => ({ value: one, text: t(`zone.${one}`) })),
          ]}
        />
      </div>
      <ListCard
        label={t('setUpBins.title')}
        pages={pages}
        columns={useColumns((bin) => setForm({ bin }), setPrinting)}
        rowKey={(bin) => bin.code}
        clear={Object.keys(query).length > 0 ? clear : undefined}
        empty={
          <Empty icon={<MapPin size={22} />} title={t('setUpBins.none')} action={add}>
            {t('setUpBins.noneHint')}
          </Empty>
        }
      />
      {printing === 'zone' && <TagsDialog of={query.zone ?? 'resell'} onClose={() => setPrinting(null)} />}
      {printing !== null && printing !== 'zone' && (
        <PrintDialog
          title={t('printLabels.tag', { what: printing.code })}
          about={t('printLabels.oneAbout')}
          labels={[{ kind: 'shelf', bin: printing.code }]}
          onClose={() => setPrinting(null)}
        />
      )}
      {form && (
        <BinForm
          bin={form.bin}
          onClose={() => setForm(null)}
          onRemove={() => {
            setRemoving(form.bin)
            setForm(null)
          }}
          onDone={() => {
            setForm(null)
            pages.again()
          }}
        />
      )}
      {removing && (
        <FormDialog
          title={t('hall.removeTitle', { bin: removing.code })}
          about={t('hall.removeAbout')}
          act={{ text: t('hall.remove'), look: 'danger' }}
          ready
          save={() => api.removeBin(removing.code)}
          onClose={() => setRemoving(null)}
          onDone={() => {
            setRemoving(null)
            pages.again()
          }}
        />
      )}
      {importing && <LayoutDialog onDone={pages.again} onClose={() => setImporting(false)} />}
    </Page>
  )
}
