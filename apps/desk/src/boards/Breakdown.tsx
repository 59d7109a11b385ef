import type { DispositionsBoard } from '@restow/contracts'
import { DISPOSITIONS, type Disposition } from '@restow/domain'
import { classes } from '@restow/ui'
import { useTexts } from '@restow/ui/desk'
import { Card, type Column, DataTable, Filter } from '@restow/ui/desk-parts'
import { useState } from 'react'
import { categorySaid, percent, whole, wordOf } from '../shell/words.ts'

const WAYS = ['reason', 'category', 'seller', 'grade'] as const
type Way = (typeof WAYS)[number]
interface Row {
  readonly key: string
  readonly text: string
  readonly units: number
  readonly resell: number
  readonly refurbish: number
  readonly scrap: number
}

type Today = DispositionsBoard['today']
type Texts = ReturnType<typeof useTexts>['t']

/** The day's decisions by one of the ways in which they can be told apart. */
function rowsOf(today: Today, way: Way, t: Texts): Row[] {
  const row = (key: string | null, text: string, counts: Omit<Row, 'key' | 'text'>): Row => ({
    ...counts,
    key: key ?? '',
    text,
  })
  switch (way) {
    case 'reason':
      return today.byReason.map((r) => row(r.reason, wordOf('reason', r.reason), r))
    case 'category':
      return today.byCategory.map((r) =>
        row(r.category, r.category === null ? t('dispositions.noCategory') : categorySaid(r.category), r),
      )
    case 'seller':
      return today.bySeller.map((r) => row(r.seller, r.seller || t('unit.unclaimed'), r))
    case 'grade':
      return today.byGrade.map((r) => row(r.grade, r.grade ? t(`grade.${r.grade}`) : '–', r))
  }
}

const COLOURS: Readonly<Record<Disposition, string>> = {
  resell: 'bg-(--resell)',
  refurbish: 'bg-(--bar-refurbish)',
  scrap: 'bg-(--scrap)',
}

/** How a row was decided, as a bar. The figures beside it say the same. */
function Bar({ row }: { row: Row }) {
  return (
    <span aria-hidden className="flex h-2 w-full min-w-12 gap-px overflow-hidden rounded-full">
      {DISPOSITIONS.map((disposition) => (
        <span
          key={disposition}
          className={classes('block h-full', COLOURS[disposition])}
          style={{ width: `${row.units === 0 ? 0 : (row[disposition] / row.units) * 100}%` }}
        />
      ))}
    </span>
  )
}

/** What was decided today by reason, category, seller or grade. */
export function Breakdown({ today }: { today: Today }) {
  const { t } = useTexts()
  const [way, setWay] = useState<Way>('reason')
  const rows = rowsOf(today, way, t)
  const share = (disposition: Disposition): Column<Row> => ({
    key: disposition,
    head: t(`disposition.${disposition}`),
    cell: (row) => percent(row[disposition], row.units),
    align: 'right',
  })
  const columns: Column<Row>[] = [
    {
      key: 'key',
      head: t(`dispositions.by.${way}`),
      cell: (row) => row.text,
      title: (row) => row.text,
      max: 170,
    },
    { key: 'bar', head: '', cell: (row) => <Bar row={row} />, grows: true, from: 'xl' },
    { key: 'units', head: t('dispositions.units'), cell: (row) => whole(row.units), align: 'right' },
    share('resell'),
    { ...share('refurbish'), from: 'sm' },
    share('scrap'),
  ]
  const title = t(`dispositions.by.${way}`)
  return (
    <Card
      title={t('dispositions.breakdown')}
      aside={
        <Filter
          label={t('dispositions.breakdown')}
          value={way}
          onValue={setWay}
          options={WAYS.map((value) => ({ value, text: t(`dispositions.by.${value}`) }))}
        />
      }
      className="relative flex min-h-[256px] flex-col"
    >
      {rows.length === 0 ? (
        <p className="m-auto p-4 text-s text-ink-2">{t('dispositions.noReasons')}</p>
      ) : (
        <div className="relative min-h-[204px] grow">
          <DataTable
            label={title}
            columns={columns}
            rows={rows}
            rowKey={(row) => row.key}
            className="absolute inset-0"
          />
        </div>
      )}
    </Card>
  )
}
