import { useTexts } from '@restow/ui/floor'
import { unsent, useOutbox } from '../outbox/outbox.store.ts'
import { useUpdate } from './update.store.ts'
import { whyNotNow } from './update-rule.ts'

/** What a new version waits for, and how it comes. Nothing while there is none. */
export function UpdateLine() {
  const { t } = useTexts()
  const isReady = useUpdate((s) => s.ready)
  const outbox = useOutbox()
  if (!isReady) return null
  const why = whyNotNow({ unsent: unsent(outbox).count, offline: outbox.offline })
  return (
    <p role="status" className="rounded-m bg-line-2 px-3 py-2 text-m text-ink-2">
      {t(why === null ? 'update.ready' : `update.${why}`)}
    </p>
  )
}
