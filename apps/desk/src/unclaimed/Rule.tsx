import { UNCLAIMED_ENDS, type UnclaimedEnd } from '@restow/domain'
import { useTexts } from '@restow/ui/desk'
import { Action, SelectInput, TextInput } from '@restow/ui/desk-parts'
import { CalendarClock } from 'lucide-react'
import { useState } from 'react'
import { useAsk } from '../asking/use-ask.ts'
import { FormDialog } from '../catalog/FormDialog.tsx'
import { api } from '../shell/api.ts'
import { useUser } from '../shell/session.store.ts'

interface Now {
  readonly afterDays: number
  readonly becomes: UnclaimedEnd
}

function Change({ now, onDone, onClose }: { now: Now; onDone: () => void; onClose: () => void }) {
  const { t } = useTexts()
  const [days, setDays] = useState(String(now.afterDays))
  const [becomes, setBecomes] = useState(now.becomes)
  const afterDays = Number(days)
  return (
    <FormDialog
      title={t('unclaimed.ruleTitle')}
      about={t('unclaimed.ruleHint')}
      save={() => api.putUnclaimedPolicy({ afterDays, becomes })}
      ready={Number.isInteger(afterDays) && afterDays >= 1 && afterDays <= 3650}
      {...{ onDone, onClose }}
    >
      <TextInput
        label={t('unclaimed.afterDays')}
        value={days}
        onValue={setDays}
        inputMode="numeric"
        maxLength={4}
      />
      <SelectInput
        label={t('unclaimed.thenWhat')}
        value={becomes}
        onValue={setBecomes}
        options={UNCLAIMED_ENDS.map((end) => ({ value: end, text: t(`unclaimed.end.${end}`) }))}
      />
    </FormDialog>
  )
}

/** The warehouse's rule for what nobody claims; an admin changes it. */
export function Rule() {
  const { t, tn } = useTexts()
  const { role } = useUser()
  const asked = useAsk('unclaimed-policy', (signal) => api.unclaimedPolicy(signal))
  const [open, setOpen] = useState(false)
  const now = asked.data
  if (!now) return null
  return (
    <>
      <span className="flex items-center gap-1.5 text-s text-ink-2">
        <CalendarClock aria-hidden size={15} className="shrink-0" />
        {t('unclaimed.rule', {
          span: tn('unclaimed.days', now.afterDays),
          end: t(`unclaimed.end.${now.becomes}`),
        })}
      </span>
      {role === 'admin' && <Action onClick={() => setOpen(true)}>{t('unclaimed.changeRule')}</Action>}
      {open && (
        <Change
          now={now}
          onClose={() => setOpen(false)}
          onDone={() => {
            setOpen(false)
            asked.again()
          }}
        />
      )}
    </>
  )
}
