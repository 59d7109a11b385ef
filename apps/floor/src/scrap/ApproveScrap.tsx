import type { UnitView } from '@restow/contracts'
import { decimalOf, vetoRuns } from '@restow/domain'
import { DispositionMark, Field } from '@restow/ui'
import { tell, useTexts } from '@restow/ui/floor'
import { TimerOff } from 'lucide-react'
import { useState } from 'react'
import { Press } from '../scanner/Press.tsx'
import { ask } from '../shell/ask.ts'
import { go, unitPath } from '../shell/go.ts'
import { Screen } from '../shell/Screen.tsx'
import { timeOfDay, whyNot } from '../shell/sentences.ts'
import { UnitHead } from '../units/UnitHead.tsx'

/** A second person decides whether goods above the seller's limit are scrapped. */
export function ApproveScrap({ unit }: { unit: UnitView }) {
  const { t } = useTexts()
  const [note, setNote] = useState('')
  const { lpn, decision, line } = unit
  const veto = decision?.veto
  const mustWait = veto !== undefined && vetoRuns(veto, new Date().toISOString())
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
          <Press look="danger" codes={['APPROVE']} disabled={mustWait} onPress={() => void decide(true)}>
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
      {veto && (mustWait || veto.agreed) && (
        <p className="flex items-start gap-2 text-l font-semibold text-look">
          <TimerOff aria-hidden size={20} className="mt-0.5 shrink-0" />
          {veto.agreed
            ? t('scrap.sellerAgreed')
            : whyNot('veto_running', { lpn, seller: unit.seller ?? '', at: veto.until })}
        </p>
      )}
      <Field label={t('button.note')} value={note} onValue={setNote} maxLength={2000} />
    </Screen>
  )
}
