import { Code } from '@restow/ui'
import { useTexts } from '@restow/ui/floor'
import { Over } from '../scanner/Over.tsx'
import { Press } from '../scanner/Press.tsx'
import type { Line } from './lines.ts'

/** Shows what was announced and is not there, before the parcel is closed without it. */
export function CloseSheet({
  lines,
  onClose,
  onConfirm,
}: {
  lines: readonly Line[]
  onClose: () => void
  onConfirm: () => void
}) {
  const { t } = useTexts()
  const missing = lines.filter((line) => line.registered < line.announced)
  return (
    <Over
      title={t('parcel.closeMissing')}
      close={t('button.close')}
      onClose={onClose}
      foot={
        <>
          <Press codes={['BACK']} onPress={onClose}>
            {t('button.back')}
          </Press>
          <Press look="primary" codes={['CLOSE', 'CONFIRM', 'NEXT']} onPress={onConfirm}>
            {t('parcel.closeAnyway')}
          </Press>
        </>
      }
    >
      <ul className="rounded-m border border-line bg-surface">
        {missing.map(({ key, title, sku, registered, announced }) => (
          <li key={key} className="flex items-center gap-2 border-t border-line px-3 py-2 first:border-t-0">
            <span className="min-w-0 grow">
              <span className="block truncate text-l font-semibold">{title}</span>
              <Code value={sku} className="text-s text-ink-2" />
            </span>
            <span className="shrink-0 font-mono text-l font-semibold whitespace-nowrap text-look">
              {t('parcel.ofAnnounced', { done: registered, all: announced })}
            </span>
          </li>
        ))}
      </ul>
    </Over>
  )
}
