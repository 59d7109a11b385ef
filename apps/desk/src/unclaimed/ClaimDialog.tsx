import { useTexts } from '@restow/ui/desk'
import { useRef } from 'react'
import { taken } from '../asking/why-not.ts'
import { FormDialog } from '../catalog/FormDialog.tsx'
import { api } from '../shell/api.ts'
import type { Deed } from './Done.tsx'

/** Whose a parcel is to be, and which announced return it then answers. */
export interface Owner {
  readonly seller: string
  readonly rma: string | null
}

interface Props {
  tracking: string
  owner: Owner
  onDeed: (deed: Deed) => void
  onClose: () => void
}

/** Asks once before a parcel gets its owner, and says what that means. */
export function ClaimDialog({ tracking, owner: { seller, rma }, onDeed, onClose }: Props) {
  const { t } = useTexts()
  const eventId = useRef('')
  const save = async () => {
    const as = rma === null ? {} : { rma }
    const outcome = taken(await api.command({ type: 'ClaimParcel', parcel: tracking, seller, ...as }))
    eventId.current = outcome.events?.find((event) => event.type === 'ParcelClaimed')?.eventId ?? ''
  }
  return (
    <FormDialog
      title={
        rma === null ? t('unclaimed.confirmClaim', { seller }) : t('unclaimed.confirmMerge', { seller, rma })
      }
      about={tracking}
      act={{
        text: rma === null ? t('unclaimed.claim') : t('unclaimed.merge', { rma }),
        look: 'primary',
      }}
      ready
      save={save}
      onDone={() => {
        onClose()
        onDeed({ tracking, said: t('unclaimed.claimed', { tracking, seller }), eventId: eventId.current })
      }}
      onClose={onClose}
    >
      <p className="text-s">{rma === null ? t('unclaimed.claimWhat') : t('unclaimed.mergeWhat', { rma })}</p>
      <p className="text-s text-ink-2">{t('unclaimed.undoWhat')}</p>
    </FormDialog>
  )
}
