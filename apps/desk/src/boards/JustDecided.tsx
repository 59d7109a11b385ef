import type { DispositionsBoard } from '@restow/contracts'
import { Code } from '@restow/ui'
import { useTexts } from '@restow/ui/desk'
import { Card, type Column, DataTable, DecisionBadge, Empty } from '@restow/ui/desk-parts'
import { BarChart3 } from 'lucide-react'
import { Link } from 'react-router'
import { Amount } from '../reports/Amount.tsx'
import { dayAndTime, dayOf, span, timeToSecond, wordOf } from '../shell/words.ts'
import { Thumbs } from '../units/Thumbs.tsx'

type Recent = DispositionsBoard['recent'][number]

/** The last decisions, as they are made. */
export function JustDecided({ recent, day }: { recent: readonly Recent[]; day: string }) {
  const { t } = useTexts()
  // A board that is looked at before the first decision of the day still shows the last ones.
  const when = (at: string) => (dayOf(at) === day ? timeToSecond(at) : dayAndTime(at))
  const columns: Column<Recent>[] = [
    { key: 'at', head: t('dispositions.recent'), cell: (row) => when(row.at) },
    {
      key: 'unit',
      head: t('col.plate'),
      cell: (row) => (
        <Link to={`/units/${row.lpn}`} className="row-link">
          <Code value={row.lpn} />
        </Link>
      ),
    },
    {
      key: 'product',
      head: t('col.product'),
      cell: (row) => row.title ?? t('unit.unknownProduct'),
      title: (row) => row.title ?? undefined,
      max: 240,
      from: 'md',
    },
    { key: 'seller', head: t('col.seller'), cell: (row) => row.seller ?? t('unit.unclaimed'), from: 'lg' },
    { key: 'grade', head: t('col.grade'), cell: (row) => wordOf('grade', row.grade), from: 'md' },
    {
      key: 'decision',
      head: t('col.decision'),
      cell: (row) => (
        <span className="flex gap-1">
          <DecisionBadge of={row.disposition}>{t(`route.${row.route}`)}</DecisionBadge>
          {row.held && <DecisionBadge of="hold">{t('unit.onHold')}</DecisionBadge>}
        </span>
      ),
    },
    {
      key: 'recovered',
      head: t('col.recovered'),
      cell: (row) => <Amount of={row.recovered} />,
      align: 'right',
      from: 'sm',
    },
    {
      key: 'photos',
      head: t('col.photos'),
      cell: (row) => <Thumbs photos={row.photos} />,
      from: 'sm',
    },
    { key: 'by', head: t('col.by'), cell: (row) => row.by, from: 'lg' },
    {
      key: 'took',
      head: t('col.took'),
      cell: (row) => (row.tookSeconds === null ? '–' : span(row.tookSeconds)),
      align: 'right',
      from: 'md',
    },
  ]
  return (
    <Card>
      {recent.length === 0 ? (
        <Empty icon={<BarChart3 size={22} />} title={t('dispositions.none')}>
          {t('dispositions.noneHint')}
        </Empty>
      ) : (
        <DataTable
          label={t('dispositions.recent')}
          columns={columns}
          rows={recent}
          rowKey={(row) => `${row.lpn} ${row.at}`}
        />
      )}
    </Card>
  )
}
