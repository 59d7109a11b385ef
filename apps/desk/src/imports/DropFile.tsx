import { classes } from '@restow/ui'
import { useTexts } from '@restow/ui/desk'
import { actionClasses } from '@restow/ui/desk-parts'
import { FileUp } from 'lucide-react'
import { type DragEvent, useId, useState } from 'react'

interface Props {
  disabled: boolean
  /** What is to be dropped here, where it is not a file of returns. */
  title?: string
  /** How large it may be, and so on. */
  limit?: string
  onFile: (file: File) => void
}

/** A place to drop a file onto, or to choose one. */
export function DropFile({ disabled, title, limit, onFile }: Props) {
  const { t } = useTexts()
  const id = useId()
  const [over, setOver] = useState(false)
  const onDrop = (event: DragEvent) => {
    event.preventDefault()
    setOver(false)
    const [file] = event.dataTransfer.files
    if (file && !disabled) onFile(file)
  }
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: dropping is a shortcut of the file field within
    <div
      onDragOver={(event) => {
        event.preventDefault()
        setOver(true)
      }}
      onDragLeave={() => setOver(false)}
      onDrop={onDrop}
      className={classes(
        'flex min-h-[148px] flex-col items-center justify-center gap-2 rounded-m border-2 border-dashed p-5 text-center transition-colors',
        over ? 'border-accent bg-accent-soft' : 'border-line bg-surface',
      )}
    >
      <FileUp aria-hidden size={24} className="text-accent" />
      <p className="text-m font-semibold">{title ?? t('imports.drop')}</p>
      <p className="text-xs text-ink-2">{t('imports.or')}</p>
      <label
        htmlFor={id}
        className={actionClasses(
          'primary',
          classes(
            'cursor-pointer has-focus-visible:outline-3 has-focus-visible:outline-offset-2 has-focus-visible:outline-info',
            disabled && 'pointer-events-none opacity-45',
          ),
        )}
      >
        {t('imports.choose')}
        <input
          id={id}
          type="file"
          className="unseen"
          disabled={disabled}
          accept=".csv,.tsv,.txt,text/csv,text/tab-separated-values,text/plain"
          onChange={(event) => {
            const [file] = event.currentTarget.files ?? []
            event.currentTarget.value = ''
            if (file) onFile(file)
          }}
        />
      </label>
      <p className="max-w-[52ch] text-xs text-ink-3">{limit ?? t('imports.limit')}</p>
    </div>
  )
}
