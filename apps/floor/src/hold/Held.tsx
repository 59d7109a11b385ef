import type { UnitView } from '@restow/contracts'
import { DispositionMark, Field } from '@restow/ui'
import { tell, useTexts } from '@restow/ui/floor'
import { useState } from 'react'
import { BinCard } from '../putaway/BinCard.tsx'
import { Press } from '../scanner/Press.tsx'
import { ask } from '../shell/ask.ts'
import { go, unitPath } from '../shell/go.ts'
import { Screen } from '../shell/Screen.tsx'
import { questionSaid, timeOfDay } from '../shell/sentences.ts'
import { useSession } from '../shell/session.store.ts'
import { UnitHead } from '../units/UnitHead.tsx'

/** A unit that waits: what for, where to lay it meanwhile, and its release for those who may. */
export function Held({ unit }: { unit: UnitView }) {
  const { t } = useTexts()
  const role = useSession((s) => s.person?.role)
  const [answer, setAnswer] = useState('')
  const { held, suggestedBin } = unit
  if (!held) return null
  const mayRelease = role !== 'operator' || held.waitsFor === 'seller'
  const release = async () => {
    const text = answer.trim()
    const command = { type: 'ReleaseUnit', lpn: unit.lpn, ...(text === '' ? {} : { answer: text }) } as const
    if (await ask(command, { title: tell('hold.released'), code: unit.lpn })) go(unitPath(unit.lpn))
  }
  const foot = mayRelease && (
    <Press look="primary" codes={['RELEASE']} onPress={() => void release()}>
      {t('hold.release')}
    </Press>
  )
  return (
    <Screen title={t('hold.done')} foot={foot}>
      <UnitHead unit={unit} />
      <div className="flex items-start gap-3 rounded-m bg-hold-soft p-3.5">
        <DispositionMark of="hold" />
        <div className="min-w-0">
          <p className="text-s font-semibold text-hold">
            {t('hold.waits', { who: t(`waitsFor.${held.waitsFor}`) })} ·{' '}
            {t('hold.since', { at: timeOfDay(held.at), by: held.by })}
          </p>
          <p className="text-l font-semibold break-words whitespace-pre-wrap">{questionSaid(held)}</p>
        </div>
      </div>
      {unit.bin === null && suggestedBin && <BinCard bin={suggestedBin} above={t('putaway.lay')} />}
      {unit.bin === null && <p className="text-l text-ink-2">{t('hold.layAside')}</p>}
      {mayRelease && <Field label={t('hold.answer')} value={answer} onValue={setAnswer} maxLength={2000} />}
    </Screen>
  )
}
