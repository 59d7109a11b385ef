import type { DispositionReport, ReportRow } from '@restow/contracts'
import { Code, classes } from '@restow/ui'
import { useTexts } from '@restow/ui/desk'
import { actionClasses, Card, type Column, DataTable, DecisionBadge, Empty, Tag } from '@restow/ui/desk-parts'
import { CalendarDays } from 'lucide-react'
import { Link, useLocation } from 'react-router'
import { dayAfter, dayAndTime, reasonSaid, shortBin, timeOfDay, whole, wordOf } from '../shell/words.ts'
import { Amount } from './Amount.tsx'

const SHOWN = 3

/** The report names its photos by address; a thumbnail is the same address in another size. */
export function thumbOf(address: string): string {
  const url = new URL(address, location.origin)
  url.searchParams.set('size', 'thumb')
  return `${url.pathname}${url.search}`
}

function Photos({ addresses }: { addresses: readonly string[] }) {
  return (
    <span className="flex gap-0.5" aria-hidden>
      {addresses.slice(0, SHOWN).map((address) => (
        <img
          key={address}
          src={thumbOf(address)}
          alt=""
          loading="lazy"
          className="size-[22px] rounded-[6px] bg-line-2 object-cover"
        />
      ))}
    </span>
  )
}

function Decision({ row }: { row: ReportRow }) {
  const { t } = useTexts()
  return (
    <span className="flex gap-1">
      <span className={classes(row.takenBack && 'line-through opacity-60')}>
        <DecisionBadge of={row.disposition}>{t(`route.${row.route}`)}</DecisionBadge>
      </span>
      {row.takenBack && <Tag look="look">{t('report.takenBack')}</Tag>}
    </span>
  )
}

/** What the customer said; of goods that nobody announced, nothing. */
const reasonOf = ({ reason, reasonRaw }: ReportRow): string =>
  reason === null ? '–' : reasonSaid({ raw: reasonRaw ?? '', mapped: reason })

const Plate = ({ row }: { row: ReportRow }) => (
  <Link to={`/units/${row.lpn}`} className="row-link">
    <Code value={row.lpn} />
  </Link>
)

/** A decision on a phone. */
function NarrowRow({ row }: { row: ReportRow }) {
  const { t } = useTexts()
  return (
    <div className="flex flex-col gap-1">
      <span className="flex flex-wrap items-center justify-between gap-x-2 gap-y-1">
        <Plate row={row} />
        <Decision row={row} />
      </span>
      <span className="text-s break-words">{row.title ?? t('unit.unknownProduct')}</span>
      <span className="flex justify-between gap-2 text-ink-2">
        <span className="min-w-0">{reasonOf(row)}</span>
        <span className="shrink-0">
          <Amount of={row.recovered} />
        </span>
      </span>
    </div>
  )
}

function useColumns(): Column<ReportRow>[] {
  const { t } = useTexts()
  return [
    {
      key: 'plate',
      head: t('col.plate'),
      cell: (row) => <Plate row={row} />,
    },
    {
      key: 'order',
      head: t('col.order'),
      cell: (row) => <span className="font-mono font-semibold">{row.orderNumber ?? '–'}</span>,
      title: (row) => row.orderNumber ?? undefined,
      max: 165,
      from: 'lg',
    },
    {
      key: 'sku',
      head: t('col.sku'),
      cell: (row) => row.sku ?? '–',
      title: (row) => row.sku ?? undefined,
      max: 120,
      from: '2xl',
    },
    {
      key: 'title',
      head: t('col.title'),
      cell: (row) => row.title ?? t('unit.unknownProduct'),
      title: (row) => row.title ?? undefined,
      max: 190,
    },
    {
      key: 'quantity',
      head: t('col.quantity'),
      cell: (row) => whole(row.quantity),
      align: 'right',
      from: 'sm',
    },
    {
      key: 'reason',
      head: t('col.reason'),
      cell: reasonOf,
      title: (row) => row.reasonRaw ?? undefined,
      max: 130,
      from: 'md',
    },
    {
      key: 'findings',
      head: t('col.findings'),
      cell: (row) => row.findings.map((finding) => wordOf('finding', finding)).join(', ') || '–',
      title: (row) => row.findings.map((finding) => wordOf('finding', finding)).join(', '),
      max: 120,
      from: 'lg',
    },
    { key: 'grade', head: t('col.grade'), cell: (row) => wordOf('grade', row.grade) || '–', from: 'md' },
    { key: 'decision', head: t('col.decision'), cell: (row) => <Decision row={row} /> },
    {
      key: 'recovered',
      head: t('col.recovered'),
      cell: (row) => <Amount of={row.recovered} />,
      align: 'right',
      from: 'sm',
    },
    {
      key: 'bin',
      head: t('col.bin'),
      cell: (row) => (row.bin ? <Code value={shortBin(row.bin)} /> : '–'),
      from: 'lg',
    },
    { key: 'photos', head: t('col.photos'), cell: (row) => <Photos addresses={row.photos} />, from: 'sm' },
    {
      key: 'at',
      head: t('col.at'),
      cell: (row) => timeOfDay(row.classifiedAt),
      title: (row) =>
        row.supersedesAt
          ? t('report.replaced', { at: dayAndTime(row.supersedesAt) })
          : dayAndTime(row.classifiedAt),
      align: 'right',
      from: '2xl',
    },
  ]
}

/** Each decision of the day. */
export function ReportRows({ report }: { report: DispositionReport }) {
  const { t, tn } = useTexts()
  const columns = useColumns()
  const { rows, asOf, position } = report
  const { search } = useLocation()
  return (
    <Card>
      {rows.length === 0 ? (
        <Empty
          icon={<CalendarDays size={22} />}
          title={t('report.none')}
          action={
            <Link
              to={{ pathname: `/reports/${dayAfter(report.date, -1)}`, search }}
              className={actionClasses('primary')}
            >
              {t('report.before')}
            </Link>
          }
        >
          {t('report.noneHint')}
        </Empty>
      ) : (
        <>
          <DataTable
            label={t('report.rows')}
            columns={columns}
            rows={rows}
            narrow={(row) => <NarrowRow row={row} />}
            rowKey={(row) => row.eventId}
            className="max-h-[72dvh]"
          />
          <p className="flex flex-wrap justify-between gap-2 border-t border-line px-3.5 py-2.5 text-s text-ink-2">
            <span>{tn('report.units', rows.length)}</span>
            <span>
              {position === null
                ? t('report.asOf', { time: dayAndTime(asOf) })
                : t('files.position', { position: whole(position) })}
            </span>
          </p>
        </>
      )}
    </Card>
  )
}
