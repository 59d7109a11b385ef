import type { UnitView } from '@restow/contracts'
import { decimalOf } from '@restow/domain'
import { DispositionMark, Field } from '@restow/ui'
import { tell, useTexts } from '@restow/ui/floor'
import { useState } from 'react'
import { Press } from '../scanner/Press.tsx'
import { ask } from '../shell/ask.ts'
import { go, unitPath } from '../shell/go.ts'
import { Screen } from '../shell/Screen.tsx'
import { timeOfDay } from '../shell/sentences.ts'
import { UnitHead } from '../units/UnitHead.tsx'

/** A second person decides whether goods above the seller's limit are scrapped. */
export function ApproveScrap({ unit }: { unit: UnitView }) {
  const { t } = useTexts()
  const [note, setNote] = useState('')
  const { lpn, decision, line } = unit
  const decide = async (approved: boolean) => {
    const text = note.trim()
    const title = approved ? tell('scrap.approved') : tell('scrap.declined')
    const command = { type: 'ApproveScrap', lpn, approved, ...(text === '' ? {} : { note: text }) } as const
    if (await ask(command, { title, code: lpn })) go(unitPath(lpn))
  }
  const value =
    line && line.valueMinor !== null
      ? `${decimalOf(line.valueMinor, line.currency)} ${line.currency}`
      : undefined
  return (
    <Screen
      title={t('scrap.title')}
      foot={
        <>
          <Press codes={['DECLINE']} onPress={() => void decide(false)}>
            {t('scrap.decline')}
          </Press>
          <Press look="danger" codes={['APPROVE']} onPress={() => void decide(true)}>
            {t('scrap.approve')}
          </Press>
        </>
      }
    >
      <UnitHead unit={unit} facts={value} />
      <div className="flex items-center gap-3 rounded-m bg-scrap-soft p-3.5">
        <DispositionMark of="scrap" />
        <p>
          <span className="block text-l font-semibold">{t('scrap.waits')}</span>
          {decision && (
            <span className="text-m text-ink-2">
              {t('scrap.askedBy', { by: decision.by, at: timeOfDay(decision.at) })}
            </span>
          )}
        </p>
      </div>
      <Field label={t('button.note')} value={note} onValue={setNote} maxLength={2000} />
    </Screen>
  )
}
