import type { PrinterItem } from '@restow/contracts'
import { tell, tellCount, useTexts } from '@restow/ui/desk'
import { type Column, Tag } from '@restow/ui/desk-parts'
import { CircleHelp, TriangleAlert } from 'lucide-react'
import { Link } from 'react-router'
import { dayAndTime, spanSince, whole } from '../shell/words.ts'
import { loadedOf, troubleOf } from './printer-words.ts'

/** How a printer is, as far as is known. */
export function PrinterState({ printer }: { printer: PrinterItem }) {
  if (printer.trouble !== null)
    return (
      <Tag look="wrong">
        <TriangleAlert aria-hidden size={12} className="mr-1" />
        {troubleOf(printer)}
      </Tag>
    )
  const isTried = printer.lastPrintedAt !== null
  return (
    <Tag look={isTried ? 'right' : 'plain'}>{tell(isTried ? 'printers.ready' : 'printers.neverUsed')}</Tag>
  )
}

export function Unsure({ count }: { count: number }) {
  if (count === 0) return null
  return (
    <Tag look="look">
      <CircleHelp aria-hidden size={12} className="mr-1" />
      {tellCount('printers.unsure', count)}
    </Tag>
  )
}

/** A printer in the list. */
export function usePrinterColumns(): Column<PrinterItem>[] {
  const { t } = useTexts()
  return [
    {
      key: 'name',
      head: t('printers.name'),
      cell: ({ code, name }) => (
        <Link to={`/printers/${code}`} className="row-link font-semibold">
          {name}
        </Link>
      ),
      max: 220,
      title: ({ place }) => place ?? undefined,
    },
    { key: 'state', head: t('printers.state'), cell: (printer) => <PrinterState printer={printer} /> },
    {
      key: 'waiting',
      head: t('printers.waiting'),
      cell: ({ waiting, unsure }) => (
        <span className="flex items-center gap-2 tabular-nums">
          {whole(waiting)}
          <Unsure count={unsure} />
        </span>
      ),
    },
    {
      key: 'code',
      head: t('printers.field.code'),
      cell: ({ code }) => <span className="font-mono">{code}</span>,
      from: 'sm',
    },
    { key: 'loaded', head: t('printers.loaded'), cell: loadedOf, from: 'md', max: 220, title: loadedOf },
    {
      key: 'last',
      head: t('printers.lastPrinted'),
      cell: ({ lastPrintedAt: at }) =>
        at === null ? t('printers.never') : t('printers.ago', { span: spanSince(at) }),
      title: ({ lastPrintedAt: at }) => (at === null ? undefined : dayAndTime(at)),
      from: 'md',
    },
    {
      key: 'address',
      head: t('printers.address'),
      cell: ({ host, port, agentName }) => (
        <span className="font-mono">
          {agentName !== null && `${agentName}: `}
          {host}:{port}
        </span>
      ),
      from: 'lg',
    },
    {
      key: 'place',
      head: t('printers.field.place'),
      cell: ({ place }) => place ?? '–',
      from: 'xl',
      max: 260,
    },
  ]
}
