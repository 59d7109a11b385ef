import { ZONES, type Zone } from '@restow/domain'
import { useTexts } from '@restow/ui/desk'
import { SelectInput } from '@restow/ui/desk-parts'
import { useState } from 'react'
import { PrintDialog } from './PrintDialog.tsx'

/** Prints the tags of all bins of a zone. */
export function TagsDialog({ of, onClose }: { of: Zone; onClose: () => void }) {
  const { t } = useTexts()
  const [zone, setZone] = useState<Zone>(of)
  return (
    <PrintDialog
      title={t('printLabels.tagsTitle')}
      about={t('printLabels.tagsAbout')}
      labels={[{ kind: 'shelf-zone', zone }]}
      onClose={onClose}
    >
      <SelectInput
        label={t('list.zone')}
        value={zone}
        onValue={setZone}
        options={ZONES.map((one) => ({ value: one, text: t(`zone.${one}`) }))}
      />
    </PrintDialog>
  )
}
