import { useTexts } from '@restow/ui/desk'
import { Action, Modal, TextInput } from '@restow/ui/desk-parts'
import { useState } from 'react'

interface Props {
  title: string
  about: string
  /** The secret first, which is what is copied; then what is done with it. */
  texts: readonly { readonly label: string; readonly value: string }[]
  onClose: () => void
}

/** A secret that is shown this once: the server keeps no more than it needs to know it again. */
export function ShownOnce({ title, about, texts, onClose }: Props) {
  const { t } = useTexts()
  const [copied, setCopied] = useState(false)
  const copy = () => void navigator.clipboard?.writeText(texts[0]?.value ?? '').then(() => setCopied(true))
  return (
    <Modal title={title} about={about} close={t('button.close')} onClose={onClose}>
      <div className="flex flex-col gap-3 pt-2">
        {texts.map(({ label, value }) => (
          <TextInput
            key={label}
            label={label}
            value={value}
            onValue={() => {}}
            readOnly
            className="font-mono"
            onFocus={(event) => event.currentTarget.select()}
          />
        ))}
        <div className="flex justify-end gap-2">
          <Action onClick={copy}>{t(copied ? 'keys.copied' : 'keys.copy')}</Action>
          <Action look="primary" onClick={onClose}>
            {t('button.close')}
          </Action>
        </div>
      </div>
    </Modal>
  )
}
