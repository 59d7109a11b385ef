import type { DispositionsBoard } from '@restow/contracts'
import { useTexts } from '@restow/ui/desk'
import { Card, type Column, DataTable } from '@restow/ui/desk-parts'
import { useFilters } from '../asking/use-filters.ts'
import { percent, whole, wordOf } from '../shell/words.ts'
import { BoardPage } from './BoardPage.tsx'
import { DayBars } from './DayBars.tsx'
import { DispositionFigures } from './DispositionFigures.tsx'
import { JustDecided } from './JustDecided.tsx'
import { useBoard } from './use-board.ts'

type Reason = DispositionsBoard['today']['byReason'][number]

function Reasons({ reasons }: { reasons: readonly Reason[] }) {
  const { t } = useTexts()
  const columns: Column<Reason>[] = [
    {
      key: 'reason',
      head: t('dispositions.reasons'),
      cell: (row) => wordOf('reason', row.reason),
      title: (row) => wordOf('reason', row.reason),
      max: 180,
    },
    { key: 'units', head: t('dispositions.units'), cell: (row) => whole(row.units), align: 'right' },
    {
      key: 'resell',
      head: t('disposition.resell'),
      cell: (row) => percent(row.resell, row.units),
      align: 'right',
    },
    {
      key: 'scrap',
      head: t('disposition.scrap'),
      cell: (row) => percent(row.scrap, row.units),
      align: 'right',
    },
  ]
  return (
    <Card className="relative min-h-[256px]">
      {reasons.length === 0 ? (
        <p className="grid h-full min-h-24 place-items-center p-4 text-s text-ink-2">
          {t('dispositions.noReasons')}
        </p>
      ) : (
        <DataTable
          label={t('dispositions.reasons')}
          columns={columns}
          rows={reasons}
          rowKey={(row) => row.reason}
          className="absolute inset-0"
        />
      )}
    </Card>
  )
}

/** What was decided today and in the last days, and what has just been decided. */
export function Dispositions() {
  const { t } = useTexts()
  const { filters, set } = useFilters()
  const seller = filters.seller ?? ''
  const live = useBoard('dispositions', seller)
  return (
    <BoardPage
      title={t('dispositions.title')}
      live={live}
      seller={seller}
      onSeller={(code) => set('seller', code)}
    >
      {(board) => (
        <>
          <DispositionFigures board={board} />
          <div className="grid gap-3 lg:grid-cols-[1.4fr_1fr]">
            <Card title={t('dispositions.days')}>
              <DayBars days={board.days} />
            </Card>
            <Reasons reasons={board.today.byReason} />
          </div>
          <JustDecided recent={board.recent} day={board.day} />
        </>
      )}
    </BoardPage>
  )
}
