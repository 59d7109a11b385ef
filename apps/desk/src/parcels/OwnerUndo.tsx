import type { ParcelView } from '@restow/contracts'
import { useTexts } from '@restow/ui/desk'
import { Action } from '@restow/ui/desk-parts'
import { Undo2 } from 'lucide-react'
import { useState } from 'react'
import { taken } from '../asking/why-not.ts'
import { FormDialog } from '../catalog/FormDialog.tsx'
import { api } from '../shell/api.ts'
import { useUser } from '../shell/session.store.ts'
import { wordOf } from '../shell/words.ts'

const OWNERSHIP: ReadonlySet<string> = new Set(['ParcelClaimed', 'ParcelForfeited'])

/** A supervisor takes a claim back, as long as nothing has been done with the parcel since. */
export function OwnerUndo({ parcel, onDone }: { parcel: ParcelView; onDone: () => void }) {
  const { t } = useTexts()
  const { role } = useUser()
  const [open, setOpen] = useState(false)
  const last = parcel.steps.at(-1)
  const eventId = last?.eventIds.at(-1)
  const may = role === 'supervisor' || role === 'admin'
  if (!may || !last?.undoable || eventId === undefined || !OWNERSHIP.has(last.type)) return null
  const { trackingNumber: tracking } = parcel
  return (
    <>
      <Action icon={<Undo2 aria-hidden size={15} />} onClick={() => setOpen(true)}>
        {t('unclaimed.takeBack')}: {wordOf('event', last.type)}
      </Action>
      {open && (
        <FormDialog
          title={`${t('unclaimed.takeBack')}: ${wordOf('event', last.type)}`}
          about={t('unclaimed.takeBackWhat', { tracking })}
          act={{ text: t('unclaimed.takeBack'), look: 'danger' }}
          ready
          save={async () => taken(await api.command({ type: 'TakeBack', parcel: tracking, eventId }))}
          onDone={() => {
            setOpen(false)
            onDone()
          }}
          onClose={() => setOpen(false)}
        />
      )}
    </>
  )
}
