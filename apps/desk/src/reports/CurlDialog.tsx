import type { ReportFormat } from '@restow/contracts'
import { useTexts } from '@restow/ui/desk'
import { Action, Modal, SelectInput } from '@restow/ui/desk-parts'
import { Check, Copy } from 'lucide-react'
import { useState } from 'react'
import { curlLine, FILES } from './files.ts'

interface Props {
  seller: string
  date: string
  onClose: () => void
}

/** The line by which a script fetches the day's report, to be taken along. */
export function CurlDialog({ seller, date, onClose }: Props) {
  const { t } = useTexts()
  const [format, setFormat] = useState<ReportFormat>('csv')
  const line = curlLine({ seller, date, format })
  const [copied, setCopied] = useState<string | null>(null)
  const copy = () => void navigator.clipboard?.writeText(line).then(() => setCopied(line))
  const isCopied = copied === line
  return (
    <Modal
      title={t('files.curlTitle')}
      about={t('files.curlAbout')}
      close={t('files.close')}
      onClose={onClose}
    >
      <div className="flex flex-col gap-3">
        <SelectInput
          label={t('files.format')}
          value={format}
          onValue={setFormat}
          options={FILES.map((one) => ({ value: one, text: t(`files.${one}`) }))}
        />
        <pre className="rounded-[8px] border border-line bg-ground p-3 font-mono text-xs leading-5 break-all whitespace-pre-wrap select-all">
          {line}
        </pre>
        <div className="flex justify-end">
          <Action
            look="primary"
            onClick={copy}
            icon={isCopied ? <Check aria-hidden size={15} /> : <Copy aria-hidden size={15} />}
          >
            {t(isCopied ? 'files.copied' : 'files.copy')}
          </Action>
        </div>
      </div>
    </Modal>
  )
}
