import { useTexts } from '@restow/ui/desk'
import { TextInput } from '@restow/ui/desk-parts'
import { useState } from 'react'
import { PrintDialog } from './PrintDialog.tsx'

/** So many plates in one go; whoever wants more prints another roll. */
const MOST = 500

/** Prints fresh plates for people to take off a roll. */
export function RollDialog({ onClose }: { onClose: () => void }) {
  const { t } = useTexts()
  const [wanted, setWanted] = useState('100')
  const count = Number(wanted)
  const isCount = Number.isInteger(count) && count >= 1 && count <= MOST
  return (
    <PrintDialog
      title={t('printLabels.rollTitle')}
      about={t('printLabels.rollAbout')}
      labels={isCount ? [{ kind: 'roll', count }] : []}
      onClose={onClose}
    >
      <TextInput
        label={t('printLabels.count', { most: String(MOST) })}
        value={wanted}
        onValue={setWanted}
        inputMode="numeric"
      />
    </PrintDialog>
  )
}
