import type { PeopleBoard } from '@restow/contracts'
import { PERSON_STEPS } from '@restow/domain'
import { useTexts } from '@restow/ui/desk'
import { Card, Empty, Figure, Figures, Filter } from '@restow/ui/desk-parts'
import { UsersRound } from 'lucide-react'
import { useFilters } from '../asking/use-filters.ts'
import { whole, wordOf } from '../shell/words.ts'
import { BoardPage } from './BoardPage.tsx'
import { PeopleRows } from './PeopleTable.tsx'
import { inOrder, orderOf } from './people-order.ts'
import { useBoard } from './use-board.ts'

function Totals({ totals }: { totals: PeopleBoard['totals'] }) {
  const { t } = useTexts()
  return (
    <Figures className="grid-cols-[repeat(auto-fit,minmax(128px,1fr))]">
      {totals.map(({ step, lastHour, today }) => (
        <Figure
          key={step}
          label={<span className="block first-letter:uppercase">{wordOf('personStep', step)}</span>}
          value={whole(lastHour)}
          note={`${t('people.lastHour')} · ${t('people.today', { count: whole(today) })}`}
        />
      ))}
    </Figures>
  )
}

function Order({ value, onValue }: { value: string; onValue: (step: string) => void }) {
  const { t } = useTexts()
  const bySteps = PERSON_STEPS.map((step) => ({
    value: step as string,
    text: t('people.byStep', { step: wordOf('personStep', step) }),
  }))
  return (
    <Filter
      label={t('people.order')}
      value={value}
      onValue={onValue}
      options={[{ value: '', text: t('people.byName') }, ...bySteps]}
    />
  )
}

/** Who works on what, and how much of each step was done in the last hour and today. */
export function People() {
  const { t } = useTexts()
  const { filters, set } = useFilters()
  const seller = filters.seller ?? ''
  const by = orderOf(filters.order)
  const live = useBoard('people', seller)
  return (
    <BoardPage title={t('people.title')} live={live} seller={seller} onSeller={(code) => set('seller', code)}>
      {(board) => (
        <>
          <Totals totals={board.totals} />
          {board.people.length === 0 ? (
            <Card>
              <Empty icon={<UsersRound size={22} />} title={t('people.none')}>
                {t('people.noneHint')}
              </Empty>
            </Card>
          ) : (
            <Card
              title={t('people.title')}
              aside={<Order value={by ?? ''} onValue={(step) => set('order', step)} />}
            >
              <PeopleRows people={inOrder(board.people, by)} asOf={board.asOf} by={by} />
              <p className="border-t border-line px-3.5 py-2.5 text-xs text-ink-2">{t('people.fair')}</p>
            </Card>
          )}
        </>
      )}
    </BoardPage>
  )
}
