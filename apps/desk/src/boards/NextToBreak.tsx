import type { ClockItem } from '@restow/contracts'
import { Code, classes } from '@restow/ui'
import { useTexts } from '@restow/ui/desk'
import { Card, type Column, DataTable, Tag } from '@restow/ui/desk-parts'
import { Link } from 'react-router'
import { dayAndTime, shortBin, span } from '../shell/words.ts'

function Left({ seconds }: { seconds: number }) {
  const { t } = useTexts()
  const ink = seconds < 0 ? 'text-wrong' : seconds < 3600 ? 'text-look' : 'text-ink-2'
  return (
    <span className={classes('font-semibold', ink)}>
      {seconds < 0 ? t('pipeline.over', { span: span(-seconds) }) : t('pipeline.in', { span: span(seconds) })}
    </span>
  )
}

/** What runs out of time next, breaching first. */
export function NextToBreak({ items, asOf }: { items: readonly ClockItem[]; asOf: string }) {
  const { t } = useTexts()
  const columns: Column<ClockItem>[] = [
    {
      key: 'left',
      head: t('pipeline.left_'),
      cell: (row) => <Left seconds={row.leftSeconds} />,
    },
    {
      key: 'what',
      head: t('pipeline.what'),
      cell: (row) => (
        <Link to={`/${row.kind}s/${encodeURIComponent(row.key)}`} className="row-link">
          <Code value={row.key} />
        </Link>
      ),
      max: 220,
    },
    {
      key: 'product',
      head: t('pipeline.product'),
      cell: (row) => row.title ?? '–',
      max: 260,
      title: (row) => row.title ?? undefined,
      from: 'md',
    },
    { key: 'clock', head: t('pipeline.clock'), cell: (row) => t(`clock.${row.clock}`) },
    { key: 'seller', head: t('col.seller'), cell: (row) => row.seller ?? t('unit.unclaimed'), from: 'md' },
    {
      key: 'bin',
      head: t('col.bin'),
      cell: (row) => (row.bin ? <Code value={shortBin(row.bin)} /> : '–'),
      from: 'lg',
    },
    {
      key: 'held',
      head: t('pipeline.held'),
      cell: (row) => (row.held ? <Tag look="hold">{t('unit.onHold')}</Tag> : ''),
      from: 'lg',
    },
    { key: 'due', head: t('pipeline.due'), cell: (row) => dayAndTime(row.dueAt), align: 'right', from: 'sm' },
  ]
  return (
    <Card title={t('pipeline.next')} aside={<span className="text-xs text-ink-3">{dayAndTime(asOf)}</span>}>
      {items.length === 0 ? (
        <p className="border-t border-line px-3.5 py-4 text-s text-ink-2">{t('pipeline.noClocks')}</p>
      ) : (
        <DataTable
          label={t('pipeline.next')}
          columns={columns}
          rows={items}
          rowKey={(row) => `${row.kind} ${row.key} ${row.clock}`}
          className="max-h-[560px]"
        />
      )}
    </Card>
  )
}
