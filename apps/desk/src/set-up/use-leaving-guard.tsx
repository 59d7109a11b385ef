import { useTexts } from '@restow/ui/desk'
import { Action, Modal } from '@restow/ui/desk-parts'
import { type ReactElement, useEffect, useState } from 'react'
import { useNavigate } from 'react-router'

/** Where a click leads within these pages, away from this one; null for all others. */
function pageOf(event: MouseEvent): string | null {
  const link = event.target instanceof Element ? event.target.closest('a') : null
  const isPlain = event.button === 0 && !(event.metaKey || event.ctrlKey || event.shiftKey || event.altKey)
  if (!link?.href || !isPlain || link.target || link.origin !== location.origin) return null
  return link.pathname === location.pathname ? null : link.pathname + link.search
}

function Leaving({ onStay, onLeave }: { onStay: () => void; onLeave: () => void }) {
  const { t } = useTexts()
  return (
    <Modal title={t('leaving.title')} about={t('leaving.about')} close={t('button.close')} onClose={onStay}>
      <div className="flex justify-end gap-2 pt-3.5">
        <Action onClick={onStay}>{t('leaving.stay')}</Action>
        <Action look="danger" onClick={onLeave}>
          {t('leaving.leave')}
        </Action>
      </div>
    </Modal>
  )
}

/**
 * Over something typed and not saved, another page asks first, and so does closing the tab.
 * @returns the question while it stands, to be shown
 */
export function useLeavingGuard(changed: boolean): ReactElement | null {
  const go = useNavigate()
  const [to, setTo] = useState<string | null>(null)
  useEffect(() => {
    if (!changed) return
    const onClose = (event: BeforeUnloadEvent) => event.preventDefault()
    const onClick = (event: MouseEvent) => {
      const page = pageOf(event)
      if (page === null) return
      event.preventDefault()
      event.stopPropagation()
      setTo(page)
    }
    window.addEventListener('beforeunload', onClose)
    document.addEventListener('click', onClick, true)
    return () => {
      window.removeEventListener('beforeunload', onClose)
      document.removeEventListener('click', onClick, true)
    }
  }, [changed])
  if (to === null || !changed) return null
  return <Leaving onStay={() => setTo(null)} onLeave={() => void go(to)} />
}
