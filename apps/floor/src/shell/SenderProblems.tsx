import { useTexts } from '@restow/ui/floor'
import { UserRoundX } from 'lucide-react'
import { useOutbox } from '../outbox/outbox.store.ts'

/** Whose work cannot go out, and whom to see about it. It stays here until it can. */
export function SenderProblems() {
  const { t } = useTexts()
  const { senders, commands } = useOutbox()
  const waiting = (badge: string) => commands.filter((c) => c.by === badge && c.status !== 'rejected').length
  return Object.entries(senders).map(([badge, { detail }]) => (
    <section key={badge} className="rounded-m border border-l-8 border-line border-l-look bg-surface p-3">
      <h2 className="flex items-center gap-2 text-l font-semibold">
        <UserRoundX aria-hidden size={20} className="text-look" />
        {t('attention.senderStopped', { badge, count: waiting(badge) })}
      </h2>
      <p className="mt-1 text-m">{detail || t('attention.signInToSend', { badge })}</p>
    </section>
  ))
}
