import type { PipelineBoard } from '@restow/contracts'
import { useTexts } from '@restow/ui/desk'
import { Figure, Figures } from '@restow/ui/desk-parts'
import { useFilters } from '../asking/use-filters.ts'
import { whole } from '../shell/words.ts'
import { BoardPage } from './BoardPage.tsx'
import { Clocks } from './Clocks.tsx'
import { FlowCard } from './FlowCard.tsx'
import { NextToBreak } from './NextToBreak.tsx'
import { ParcelSteps, UnitSteps, WaitingCard } from './Steps.tsx'
import { useBoard } from './use-board.ts'

function Today({ today }: { today: PipelineBoard['today'] }) {
  const { t } = useTexts()
  const units = t('pipeline.units')
  return (
    <Figures>
      <Figure
        label={t('pipeline.arrived')}
        value={whole(today.arrived)}
        note={t('pipeline.parcels', { closed: whole(today.closed) })}
      />
      <Figure label={t('pipeline.registered')} value={whole(today.registered)} note={units} />
      <Figure label={t('pipeline.decided')} value={whole(today.decided)} note={units} />
      <Figure label={t('pipeline.shelved')} value={whole(today.shelved)} note={units} />
      <Figure label={t('pipeline.left')} value={whole(today.left)} note={units} />
    </Figures>
  )
}

/** Where everything stands in its journey, how old it is there, and what breaks its target next. */
export function Pipeline() {
  const { t } = useTexts()
  const { filters, set } = useFilters()
  const seller = filters.seller ?? ''
  const live = useBoard('pipeline', seller)
  return (
    <BoardPage
      title={t('pipeline.title')}
      live={live}
      seller={seller}
      onSeller={(code) => set('seller', code)}
    >
      {(board) => (
        <>
          <Today today={board.today} />
          <div className="grid gap-4 xl:grid-cols-[minmax(0,1fr)_minmax(0,1.25fr)_300px]">
            <ParcelSteps parcels={board.parcels} />
            <UnitSteps units={board.units} />
            <WaitingCard waiting={board.waiting} />
          </div>
          <Clocks clocks={board.clocks} />
          <FlowCard board={board} />
          <NextToBreak items={board.clocks.next} asOf={board.asOf} />
        </>
      )}
    </BoardPage>
  )
}
