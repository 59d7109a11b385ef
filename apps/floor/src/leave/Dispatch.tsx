import type { UnitView } from '@restow/contracts'
import { DISPATCH_REASONS, type DispatchReason } from '@restow/domain'
import { Field } from '@restow/ui'
import { tell, useTexts } from '@restow/ui/floor'
import { useState } from 'react'
import { Pick } from '../scanner/Pick.tsx'
import { Press } from '../scanner/Press.tsx'
import { ask } from '../shell/ask.ts'
import { goHome } from '../shell/go.ts'
import { Screen } from '../shell/Screen.tsx'
import { UnitHead } from '../units/UnitHead.tsx'

/** The unit leaves the warehouse, with the reference under which it does. */
export function Dispatch({ unit }: { unit: UnitView }) {
  const { t } = useTexts()
  const [reason, setReason] = useState<DispatchReason | null>(unit.route === 'donate' ? 'donated' : null)
  const [reference, setReference] = useState('')
  const leave = async () => {
    if (!reason) return
    const command = { type: 'DispatchUnit', lpn: unit.lpn, reason, reference: reference.trim() } as const
    if (await ask(command, { title: tell('leave.done'), code: unit.lpn, facts: t(`dispatch.${reason}`) }))
      goHome()
  }
  return (
    <Screen
      title={t('leave.title')}
      foot={
        <Press
          look="primary"
          codes={['CONFIRM', 'NEXT']}
          disabled={!reason || reference.trim() === ''}
          onPress={() => void leave()}
        >
          {t('unit.do.DispatchUnit')}
        </Press>
      }
    >
      <UnitHead unit={unit} facts={unit.bin ? t('unit.in', { bin: unit.bin }) : undefined} />
      <h2 className="text-xl font-[650]">{t('leave.reason')}</h2>
      <div role="radiogroup" aria-label={t('leave.reason')} className="grid grid-cols-2 gap-2">
        {DISPATCH_REASONS.map((one, i) => (
          <Pick
            key={one}
            mark={i + 1}
            codes={[`ANSWER.${i + 1}`, `DISPATCH.${one}`]}
            on={reason === one}
            onPick={() => setReason(one)}
          >
            <span className="text-m">{t(`dispatch.${one}`)}</span>
          </Pick>
        ))}
      </div>
      <Field
        label={t('leave.reference')}
        hint={t('leave.referenceHint')}
        value={reference}
        onValue={setReference}
        scans="keep"
        maxLength={200}
      />
    </Screen>
  )
}
