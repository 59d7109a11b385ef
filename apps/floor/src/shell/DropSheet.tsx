import { DROP_REASONS, type DropReason } from '@restow/domain'
import { useTexts } from '@restow/ui/floor'
import { drop } from '../outbox/again.ts'
import type { Queued } from '../outbox/queued.ts'
import { Over } from '../scanner/Over.tsx'
import { Press } from '../scanner/Press.tsx'
import { useSession } from './session.store.ts'

/** Why a refused command may be forgotten: asked once, kept on the device, and told to supervisors. */
export function DropSheet({ entry, onClose }: { entry: Queued; onClose: () => void }) {
  const { t } = useTexts()
  const who = useSession((s) => s.person?.badge ?? entry.by)
  const choose = (reason: DropReason) => {
    onClose()
    void drop(entry, reason, who)
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
