import type { UnitView } from '@restow/contracts'
import { Field } from '@restow/ui'
import { tell, useTexts } from '@restow/ui/floor'
import { useState } from 'react'
import { Count } from '../scanner/Count.tsx'
import { Pick } from '../scanner/Pick.tsx'
import { Press } from '../scanner/Press.tsx'
import { ask } from '../shell/ask.ts'
import { go, unitPath } from '../shell/go.ts'
import { Screen } from '../shell/Screen.tsx'
import { timeOfDay } from '../shell/sentences.ts'
import { UnitHead } from '../units/UnitHead.tsx'

const DONE = ['route.repair', 'route.repackage', 'route.clean', 'refurbish.parts', 'refurbish.test'] as const
type Done = (typeof DONE)[number]

/** Minutes since the bench was entered: what most people would type anyway. */
function minutesSince(startedAt: string | undefined): number {
  const minutes = startedAt ? Math.round((Date.now() - Date.parse(startedAt)) / 60_000) : 0
  return Math.min(480, Math.max(1, minutes))
}

function DoneList({ done, onToggle }: { done: readonly Done[]; onToggle: (key: Done) => void }) {
  const { t } = useTexts()
  return (
    <>
      <h2 className="text-xl font-[650]">{t('refurbish.what')}</h2>
      <div className="grid grid-cols-2 gap-2">
        {DONE.map((key, i) => (
          <Pick
            key={key}
            kind="several"
            mark={i + 1}
            codes={[`ANSWER.${i + 1}`]}
            on={done.includes(key)}
            onPick={() => onToggle(key)}
          >
            <span className="inline-block text-m first-letter:uppercase">{t(key)}</span>
          </Pick>
        ))}
      </div>
    </>
  )
}

/** What was done at the bench and how long it took; then the unit is inspected anew. */
export function FinishBench({ unit }: { unit: UnitView }) {
  const { t } = useTexts()
  const { lpn, refurbishment } = unit
  const route = refurbishment?.route
  const first = DONE.find((key) => key === `route.${route}`)
  const [done, setDone] = useState<readonly Done[]>(first ? [first] : [])
  const [note, setNote] = useState('')
  const [minutes, setMinutes] = useState(() => minutesSince(refurbishment?.startedAt))
  const toggle = (key: Done) =>
    setDone((all) => (all.includes(key) ? all.filter((one) => one !== key) : [...all, key]))
  const finish = async () => {
    // Kept in codes, so that every language reads its own words.
    const texts = [
      ...done.map((key) => key.split('.')[1] ?? key),
      ...(note.trim() === '' ? [] : [note.trim().slice(0, 200)]),
    ]
    const said = { title: tell('refurbish.finished'), code: lpn }
    if (await ask({ type: 'FinishRefurbishment', lpn, done: texts, minutes }, said)) go(unitPath(lpn))
  }
  return (
    <Screen
      title={t('refurbish.title')}
      foot={
        <Press look="primary" codes={['FINISH', 'NEXT', 'CONFIRM']} onPress={() => void finish()}>
          {t('refurbish.finish')}
        </Press>
      }
    >
      <UnitHead
        unit={unit}
        facts={refurbishment ? t('refurbish.since', { at: timeOfDay(refurbishment.startedAt) }) : undefined}
      />
      <DoneList done={done} onToggle={toggle} />
      <Count
        label={t('refurbish.minutes')}
        value={minutes}
        onValue={setMinutes}
        min={0}
        max={100_000}
        fewer={t('register.fewer')}
        more={t('register.more')}
      />
      <Field label={t('button.note')} value={note} onValue={setNote} maxLength={200} />
    </Screen>
  )
}
