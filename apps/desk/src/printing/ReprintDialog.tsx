import type { PrintJob } from '@restow/contracts'
import { REPRINT_REASONS, type ReprintReason } from '@restow/domain'
import { useTexts } from '@restow/ui/desk'
import { SelectInput, TextInput } from '@restow/ui/desk-parts'
import { useState } from 'react'
import { FormDialog } from '../catalog/FormDialog.tsx'
import { api } from '../shell/api.ts'
import { whatOf } from './printer-words.ts'

/** Prints labels again, where somebody has said why. */
export function ReprintDialog({
  job,
  onDone,
  onClose,
}: {
  job: PrintJob
  onDone: () => void
  onClose: () => void
}) {
  const { t } = useTexts()
  const [reason, setReason] = useState<ReprintReason>('lost')
  const [note, setNote] = useState('')
  return (
    <FormDialog
      title={t('print.again')}
      about={t('printers.reprintAbout', { what: whatOf(job) })}
      save={() => api.reprint(job.id, { reason, ...(note.trim() === '' ? {} : { note: note.trim() }) })}
      ready
      onDone={onDone}
      onClose={onClose}
      act={{ text: t('print.again'), look: 'primary' }}
    >
      <SelectInput
        label={t('print.whyAgain')}
        value={reason}
        onValue={setReason}
        options={REPRINT_REASONS.map((value) => ({ value, text: t(`reprint.${value}`) }))}
      />
      <TextInput label={t('printers.note')} value={note} onValue={setNote} maxLength={300} />
    </FormDialog>
  )
}
