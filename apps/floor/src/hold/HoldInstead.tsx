import type { UnitView } from '@restow/contracts'
import { tell, useTexts } from '@restow/ui/floor'
import { Press } from '../scanner/Press.tsx'
import { ask } from '../shell/ask.ts'
import { go, unitPath } from '../shell/go.ts'
import { acknowledge } from '../shell/verdict.store.ts'

/** Puts the unit on hold for a supervisor, at once, with what stood in the way as the question. */
export async function callSupervisor(unit: UnitView, question: string): Promise<void> {
  const asked = question === '' ? tell('hold.supervisorCalled') : question
  const done = await ask(
    { type: 'HoldUnit', lpn: unit.lpn, waitsFor: 'supervisor', question: asked },
    { title: tell('hold.supervisorCalled'), code: unit.lpn },
  )
  if (done) go(unitPath(unit.lpn))
}

/** The two ways out of a step that does not work. */
export function HoldInstead({ unit, question }: { unit: UnitView; question: string }) {
  const { t } = useTexts()
  const hold = () => {
    acknowledge()
    go(unitPath(unit.lpn, 'hold'))
  }
  return (
    <div className="col-span-2 grid shrink-0 grid-cols-2 gap-2">
      <Press codes={['HOLD']} onPress={hold}>
        {t('putaway.holdInstead')}
      </Press>
      <Press codes={['CALL']} onPress={() => void callSupervisor(unit, question)}>
        {t('putaway.callSupervisor')}
      </Press>
    </div>
  )
}
