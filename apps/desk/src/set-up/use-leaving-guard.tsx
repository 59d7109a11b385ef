import { useTexts } from '@restow/ui/desk'
import { Action, Modal } from '@restow/ui/desk-parts'
import { type ReactElement, useEffect, useRef, useState } from 'react'
import { useNavigate } from 'react-router'
import { holdGoingBack } from '../shell/going-back.ts'

/** Another page, or so many steps back or forth. */
type Place = string | number

/** Where a click leads within these pages, away from this one; null for all others. */
function pageOf(event: MouseEvent): string | null {
  const link = event.target instanceof Element ? event.target.closest('a') : null
  const isPlain = event.button === 0 && !(event.metaKey || event.ctrlKey || event.shiftKey || event.altKey)
  if (!link?.href || !isPlain || link.target || link.origin !== location.origin) return null
  return link.pathname === location.pathname ? null : link.pathname + link.search
}

/** Where this page stands among those that were opened, as the router counts them. */
const standsAt = (): number => Number((history.state as { idx?: number } | null)?.idx ?? 0)

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

/** Holds what would lead away, and says where to. @returns takes the hold off again */
function hold(onHeld: (to: Place) => void, isLeaving: () => boolean): () => void {
  const here = standsAt()
  const onClose = (event: BeforeUnloadEvent) => event.preventDefault()
  const onClick = (event: MouseEvent) => {
    const page = pageOf(event)
    if (page === null) return
    event.preventDefault()
    event.stopPropagation()
    onHeld(page)
  }
  // The browser has gone there already; the router must not hear of it, nor of the way back.
  const onPop = (event: PopStateEvent) => {
    if (isLeaving()) return
    event.stopImmediatePropagation()
    const steps = standsAt() - here
    if (steps === 0) return
    history.go(-steps)
    onHeld(steps)
  }
  window.addEventListener('beforeunload', onClose)
  const letGo = holdGoingBack(onPop)
  document.addEventListener('click', onClick, true)
  return () => {
    window.removeEventListener('beforeunload', onClose)
    letGo()
    document.removeEventListener('click', onClick, true)
  }
}

/**
 * Over something typed and not saved, another page asks first, and so do going back and closing the tab.
 * @returns the question while it stands, to be shown
 */
export function useLeavingGuard(changed: boolean): ReactElement | null {
  const go = useNavigate()
  const [to, setTo] = useState<Place | null>(null)
  const leaving = useRef(false)
  useEffect(() => (changed ? hold(setTo, () => leaving.current) : undefined), [changed])
  if (to === null || !changed) return null
  const leave = () => {
    leaving.current = true
    void (typeof to === 'number' ? go(to) : go(to))
  }
  return <Leaving onStay={() => setTo(null)} onLeave={leave} />
}
