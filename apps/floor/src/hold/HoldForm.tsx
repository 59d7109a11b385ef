import type { UnitView } from '@restow/contracts'
import { WAITS_FOR, type WaitsFor } from '@restow/domain'
import { Field } from '@restow/ui'
import { tell, useTexts } from '@restow/ui/floor'
import { useState } from 'react'
import { Pick } from '../scanner/Pick.tsx'
import { Press } from '../scanner/Press.tsx'
import { ask } from '../shell/ask.ts'
import { go, unitPath } from '../shell/go.ts'
import { Screen } from '../shell/Screen.tsx'
import { UnitHead } from '../units/UnitHead.tsx'

const QUESTIONS = ['hold.q.price', 'hold.q.wrong', 'hold.q.damage', 'hold.q.safety'] as const

/** The questions that are asked most; any other is typed. */
function Questions({ question, onPick }: { question: string; onPick: (question: string) => void }) {
  const { t } = useTexts()
  return (
    <>
      <h2 className="text-l font-semibold">{t('hold.question')}</h2>
      <div role="radiogroup" aria-label={t('hold.question')} className="flex flex-col gap-2">
        {QUESTIONS.map((key, i) => (
          <Pick
            key={key}
            codes={[`ANSWER.${i + 1}`]}
            mark={i + 1}
            on={question === t(key)}
            onPick={() => onPick(t(key))}
          >
            {t(key)}
          </Pick>
        ))}
      </div>
    </>
  )
}

/** Lets a unit wait for somebody: for whom, and with which question. */
export function HoldForm({ unit }: { unit: UnitView }) {
  const { t } = useTexts()
  const [waitsFor, setWaitsFor] = useState<WaitsFor>('supervisor')
  const [question, setQuestion] = useState('')
  const submit = async () => {
    const command = { type: 'HoldUnit', lpn: unit.lpn, waitsFor, question: question.trim() } as const
    if (await ask(command, { title: tell('hold.done'), code: unit.lpn })) go(unitPath(unit.lpn))
  }
  const foot = (
    <Press
      look="primary"
      codes={['NEXT', 'CONFIRM', 'HOLD']}
      disabled={question.trim() === ''}
      onPress={() => void submit()}
    >
      {t('hold.submit')}
    </Press>
  )
  return (
    <Screen title={t('hold.title')} foot={foot}>
      <UnitHead unit={unit} />
      <h2 className="text-l font-semibold">{t('hold.who')}</h2>
      <div role="radiogroup" aria-label={t('hold.who')} className="grid grid-cols-2 gap-2">
        {WAITS_FOR.map((who, i) => (
          <Pick
            key={who}
            codes={[`WAITS_FOR.${who}`]}
            mark={i + 1}
            on={waitsFor === who}
            onPick={() => setWaitsFor(who)}
          >
            {t(`waitsFor.${who}`)}
          </Pick>
        ))}
      </div>
      <Questions question={question} onPick={setQuestion} />
      <Field label={t('button.note')} value={question} onValue={setQuestion} maxLength={2000} />
    </Screen>
  )
}
