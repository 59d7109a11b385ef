import type { PrinterItem } from '@restow/contracts'
import { useTexts } from '@restow/ui/desk'
import { Action, Empty } from '@restow/ui/desk-parts'
import { Plus, Printer, ScrollText } from 'lucide-react'
import { useCallback, useState } from 'react'
import { ListCard } from '../asking/ListCard.tsx'
import { usePages } from '../asking/use-pages.ts'
import { api } from '../shell/api.ts'
import { Page } from '../shell/Page.tsx'
import { Agents } from './Agents.tsx'
import { PrinterForm } from './PrinterForm.tsx'
import { usePrinterColumns } from './printer-columns.tsx'
import { RollDialog } from './RollDialog.tsx'
import { Unasked } from './Unasked.tsx'
import { useRefresh } from './use-refresh.ts'

/** The printers of the warehouse: how they are, what waits for them, and what prints by itself. */
export function Printers() {
  const { t } = useTexts()
  const [adding, setAdding] = useState(false)
  const [rolling, setRolling] = useState(false)
  const pages = usePages<PrinterItem>('printers', (place, signal) => api.printers(place, signal))
  const { again } = pages
  useRefresh(again)
  const done = useCallback(() => {
    setAdding(false)
    again()
  }, [again])
  const columns = usePrinterColumns()
  const add = (
    <Action look="primary" onClick={() => setAdding(true)} icon={<Plus aria-hidden size={15} />}>
      {t('printers.add')}
    </Action>
  )
  return (
    <Page
      title={t('printers.title')}
      aside={
        <span className="flex flex-wrap gap-2">
          <Action onClick={() => setRolling(true)} icon={<ScrollText aria-hidden size={15} />}>
            {t('printLabels.roll')}
          </Action>
          {add}
        </span>
      }
    >
      <p className="-mt-2 max-w-[80ch] text-s text-ink-2">{t('printers.about')}</p>
      <Unasked />
      <ListCard
        label={t('printers.title')}
        pages={{ ...pages, loading: pages.loading && pages.data === undefined }}
        columns={columns}
        rowKey={(printer) => printer.code}
        empty={
          <Empty icon={<Printer size={22} />} title={t('printers.none')} action={add}>
            {t('printers.noneHint')}
          </Empty>
        }
      />
      <Agents />
      {rolling && <RollDialog onClose={() => setRolling(false)} />}
      {adding && <PrinterForm onDone={done} onClose={() => setAdding(false)} />}
    </Page>
  )
}
