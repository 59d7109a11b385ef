import type { ExpectedReturnItem } from '@restow/contracts'
import { useTexts } from '@restow/ui/desk'
import { FormDialog } from '../catalog/FormDialog.tsx'
import { api } from '../shell/api.ts'

/** Asks once, and calls a return off. */
export function CancelReturn({
  item: { seller, rmaNumber },
  onDone,
  onClose,
}: {
  item: ExpectedReturnItem
  onDone: () => void
  onClose: () => void
}) {
  const { t } = useTexts()
  return (
    <FormDialog
      title={t('announce.cancelTitle', { rma: rmaNumber })}
      about={t('announce.cancelAbout')}
      save={() => api.cancelReturn(seller, rmaNumber)}
      ready
      onDone={onDone}
      onClose={onClose}
      act={{ text: t('announce.cancel'), look: 'danger' }}
    />
  )
}
