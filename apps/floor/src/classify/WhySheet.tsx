import { OVERRIDE_REASONS, type OverrideReason } from '@restow/domain'
import { Field } from '@restow/ui'
import { useTexts } from '@restow/ui/floor'
import { useState } from 'react'
import { Over } from '../scanner/Over.tsx'
import { Pick } from '../scanner/Pick.tsx'
import { Press } from '../scanner/Press.tsx'

interface Props {
  onClose: () => void
  onReason: (reason: { code: OverrideReason; note?: string }) => void
}

/** Deciding otherwise than suggested takes a reason. */
export function WhySheet({ onClose, onReason }: Props) {
  const { t } = useTexts()
  const [code, setCode] = useState<OverrideReason | null>(null)
  const [note, setNote] = useState('')
  const confirm = () => {
    const text = note.trim()
    if (code) onReason({ code, ...(text === '' ? {} : { note: text }) })
  }
  return (
    <Over
      title={t('classify.why')}
      close={t('button.close')}
      onClose={onClose}
      foot={
        <Press look="primary" codes={['CONFIRM', 'NEXT']} disabled={code === null} onPress={confirm}>
          {t('classify.confirm')}
        </Press>
      }
    >
      <div role="radiogroup" aria-label={t('classify.why')} className="flex flex-col gap-2">
        {OVERRIDE_REASONS.map((reason, i) => (
          <Pick
            key={reason}
            mark={i + 1}
            codes={[`ANSWER.${i + 1}`, `REASON.${reason}`]}
            on={code === reason}
            onPick={() => setCode(reason)}
          >
            {t(`override.${reason}`)}
          </Pick>
        ))}
      </div>
      <Field label={t('classify.whyNote')} value={note} onValue={setNote} maxLength={2000} />
    </Over>
  )
}
