import type { AskedLabel } from '@restow/contracts'
import { useTexts } from '@restow/ui/desk'
import { SelectInput } from '@restow/ui/desk-parts'
import { type ReactNode, useState } from 'react'
import { useAsk } from '../asking/use-ask.ts'
import { FormDialog } from '../catalog/FormDialog.tsx'
import { api } from '../shell/api.ts'
import { openLabels } from './open-labels.ts'

/** As many printers as a list offers at once. */
const MOST = 100
/** No printer of the house: a file, for whatever this computer prints on. */
const FILE = ''

async function print(printer: string, labels: AskedLabel[]): Promise<void> {
  const job = await api.printNow({ printer: printer === FILE ? null : printer, labels })
  if (printer === FILE) openLabels(await api.printedPdf(job.id))
}

interface Props {
  title: string
  about: string
  labels: AskedLabel[]
  onClose: () => void
  /** What else is to be chosen. */
  children?: ReactNode
}

/** Prints labels on a printer of the house, or hands them over as a file. Either way it is on record. */
export function PrintDialog({ title, about, labels, onClose, children }: Props) {
  const { t } = useTexts()
  const [printer, setPrinter] = useState(FILE)
  const { data } = useAsk('printers to print on', (signal) => api.printers({ limit: String(MOST) }, signal))
  const printers = (data?.items ?? []).map(({ code, name }) => ({ value: code, text: `${code} · ${name}` }))
  return (
    <FormDialog
      title={title}
      about={about}
      save={() => print(printer, labels)}
      ready={labels.length > 0}
      onDone={onClose}
      onClose={onClose}
      act={{ text: t('printLabels.go'), look: 'primary' }}
    >
      {children}
      <SelectInput
        label={t('printLabels.on')}
        value={printer}
        onValue={setPrinter}
        options={[{ value: FILE, text: t('printLabels.file') }, ...printers]}
      />
    </FormDialog>
  )
}
