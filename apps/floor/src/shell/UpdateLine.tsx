import { useTexts } from '@restow/ui/floor'
import { RefreshCw } from 'lucide-react'
import { unsent, useOutbox } from '../outbox/outbox.store.ts'
import { Press } from '../scanner/Press.tsx'
import { updateNow, useUpdate } from './update.store.ts'
import { whyNotNow } from './update-rule.ts'

/** What a new version waits for, and how it comes. Nothing while there is none. */
export function UpdateLine() {
  const { t } = useTexts()
  const isReady = useUpdate((s) => s.ready)
  const why = useWhyNotNow()
  if (!isReady) return null
  return (
    <p role="status" className="rounded-m bg-line-2 px-3 py-2 text-m text-ink-2">
      {t(why === null ? 'update.ready' : `update.${why}`)}
    </p>
  )
}

function useWhyNotNow() {
  const outbox = useOutbox()
  return whyNotNow({ unsent: unsent(outbox).count, offline: outbox.offline })
}

/** Lets a new version in at once, for whoever does not want to wait; not while it would cost work. */
export function UpdateNow() {
  const { t } = useTexts()
  const isReady = useUpdate((s) => s.ready)
  const why = useWhyNotNow()
  if (!isReady) return null
  return (
    <>
      <UpdateLine />
      <Press
        icon={<RefreshCw aria-hidden size={20} />}
        codes={['UPDATE']}
        disabled={why !== null}
        onPress={updateNow}
      >
        {t('update.now')}
      </Press>
    </>
  )
}
