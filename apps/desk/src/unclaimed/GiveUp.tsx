import type { UnclaimedItem } from '@restow/contracts'
import { useTexts } from '@restow/ui/desk'
import { Action, TextInput } from '@restow/ui/desk-parts'
import { Hourglass } from 'lucide-react'
import { useRef, useState } from 'react'
import { useAsk } from '../asking/use-ask.ts'
import { taken } from '../asking/why-not.ts'
import { FormDialog } from '../catalog/FormDialog.tsx'
import { api } from '../shell/api.ts'
import { useUser } from '../shell/session.store.ts'
import type { Deed } from './Done.tsx'
import { pastBanner } from './time.ts'

interface Props {
  item: UnclaimedItem
  onDeed: (deed: Deed) => void
}

function Confirm({ item: { trackingNumber: tracking }, onDeed, onClose }: Props & { onClose: () => void }) {
  const { t } = useTexts()
  const [note, setNote] = useState('')
  const eventId = useRef('')
  const save = async () => {
    const why = note.trim() === '' ? {} : { note: note.trim() }
    const outcome = taken(await api.command({ type: 'ForfeitParcel', parcel: tracking, ...why }))
    eventId.current = outcome.events?.find((event) => event.type === 'ParcelForfeited')?.eventId ?? ''
  }
  return (
    <FormDialog
      title={t('unclaimed.forfeitTitle')}
      about={tracking}
      act={{ text: t('unclaimed.forfeit'), look: 'danger' }}
      ready
      save={save}
      onDone={() => {
        onClose()
        onDeed({ tracking, said: t('unclaimed.forfeited', { tracking }), eventId: eventId.current })
      }}
      onClose={onClose}
    >
      <p className="text-s">{t('unclaimed.forfeitWhat')}</p>
      <TextInput label={t('unit.note')} value={note} onValue={setNote} maxLength={1000} />
    </FormDialog>
  )
}

/** What is past its time: what the warehouse's rule says, and a supervisor's way to follow it. */
export function GiveUp({ item, onDeed }: Props) {
  const { t } = useTexts()
  const { role } = useUser()
  const rule = useAsk('unclaimed-policy', (signal) => api.unclaimedPolicy(signal)).data
  const [open, setOpen] = useState(false)
  return (
    <div className="flex flex-col gap-2 border-t border-line bg-scrap-soft px-3.5 py-3 text-s">
      <p className="flex items-start gap-2 font-semibold text-scrap">
        <Hourglass aria-hidden size={15} className="mt-0.5 shrink-0" />
        <span>
          {pastBanner(item)} {rule && t('unclaimed.ruleSays', { end: t(`unclaimed.end.${rule.becomes}`) })}
        </span>
      </p>
      {rule && <p className="text-ink">{t(`unclaimed.how.${rule.becomes}`)}</p>}
      {role !== 'operator' && (
        <Action className="self-start" onClick={() => setOpen(true)}>
          {t('unclaimed.forfeit')}
        </Action>
      )}
      {open && <Confirm {...{ item, onDeed }} onClose={() => setOpen(false)} />}
    </div>
  )
}
