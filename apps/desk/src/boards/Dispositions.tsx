import { useTexts } from '@restow/ui/desk'
import { Card } from '@restow/ui/desk-parts'
import { useFilters } from '../asking/use-filters.ts'
import { BoardPage } from './BoardPage.tsx'
import { Breakdown } from './Breakdown.tsx'
import { DayBars } from './DayBars.tsx'
import { DayValue } from './DayValue.tsx'
import { DispositionFigures } from './DispositionFigures.tsx'
import { JustDecided } from './JustDecided.tsx'
import { Overrides } from './Overrides.tsx'
import { useBoard } from './use-board.ts'

/** What was decided today and in the last days, what it is worth, and what has just been decided. */
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
            <Breakdown today={board.today} />
          </div>
          <div className="grid items-start gap-3 lg:grid-cols-[1.4fr_1fr]">
            <DayValue today={board.today} />
            <Overrides overrides={board.today.overrides} units={board.today.units} />
          </div>
          <JustDecided recent={board.recent} day={board.day} />
        </>
      )}
    </BoardPage>
  )
}
