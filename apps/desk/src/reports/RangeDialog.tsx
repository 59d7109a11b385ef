import type { ReportFormat } from '@restow/contracts'
import { useTexts } from '@restow/ui/desk'
import { Action, Modal, SelectInput, TextInput } from '@restow/ui/desk-parts'
import { Download } from 'lucide-react'
import { type FormEvent, useState } from 'react'
import { today } from '../shell/words.ts'
import { DownloadNote } from './DownloadNote.tsx'
import { useDownload } from './download.store.ts'
import { FILES } from './files.ts'
import { wrongOf } from './range.ts'

interface Props {
  seller: string
  date: string
  onClose: () => void
}

/** Several days as one file. */
export function RangeDialog({ seller, date, onClose }: Props) {
  const { t } = useTexts()
  const [from, setFrom] = useState(`${date.slice(0, 8)}01`)
  const [to, setTo] = useState(date)
  const [format, setFormat] = useState<ReportFormat>('csv')
  const { current, start } = useDownload()
  const wrong = wrongOf(from, to)
  const submit = (event: FormEvent) => {
    event.preventDefault()
    if (!wrong) void start({ seller, from, to, format })
  }
  return (
    <Modal
      title={t('files.severalTitle')}
      about={t('files.severalAbout')}
      close={t('files.close')}
      onClose={onClose}
    >
      <form onSubmit={submit} className="flex flex-col gap-3">
        <div className="grid grid-cols-2 gap-3">
          <TextInput type="date" label={t('files.from')} value={from} max={today()} onValue={setFrom} />
          <TextInput
            type="date"
            label={t('files.to')}
            value={to}
            max={today()}
            onValue={setTo}
            wrong={wrong ? t(wrong) : undefined}
          />
        </div>
        <SelectInput
          label={t('files.format')}
          value={format}
          onValue={setFormat}
          options={FILES.map((one) => ({ value: one, text: t(`files.${one}`) }))}
        />
        <DownloadNote />
        <div className="flex justify-end">
          <Action
            type="submit"
            look="primary"
            disabled={wrong !== null || current?.state === 'running'}
            icon={<Download aria-hidden size={15} />}
          >
            {t('files.start')}
          </Action>
        </div>
      </form>
    </Modal>
  )
}
