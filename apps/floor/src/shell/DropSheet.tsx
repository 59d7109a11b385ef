import { useTexts } from '@restow/ui/floor'
import { DROP_REASONS, type DropReason, drop } from '../outbox/again.ts'
import type { Queued } from '../outbox/queued.ts'
import { Over } from '../scanner/Over.tsx'
import { Press } from '../scanner/Press.tsx'

/** Why a refused command may be forgotten: asked once, and kept on the device. */
export function DropSheet({ entry, onClose }: { entry: Queued; onClose: () => void }) {
  const { t } = useTexts()
  const choose = (reason: DropReason) => {
    onClose()
    void drop(entry, reason)
  }
  return (
    <Over title={t('drop.title')} close={t('button.close')} onClose={onClose}>
      <p className="text-m text-ink-2">{t('drop.what')}</p>
      {DROP_REASONS.map((reason, n) => (
        <Press key={reason} codes={[`ANSWER.${n + 1}`]} onPress={() => choose(reason)}>
          {t(`drop.${reason}`)}
        </Press>
      ))}
    </Over>
  )
}
