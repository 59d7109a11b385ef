import { isAnyDraft } from '../inspect/draft.store.ts'
import { unsent, useOutbox } from '../outbox/outbox.store.ts'
import { useArrival } from '../receive/receive.ts'
import { usePending } from '../register/pending.store.ts'
import { useCameraSheet } from '../scanner/camera/camera.store.ts'
import { useChoice } from './choice.store.ts'
import { useSession } from './session.store.ts'
import type { Standing } from './update-rule.ts'
import { useVerdict } from './verdict.store.ts'

/** A parcel that nobody has come back to for so long is done with, or its label is scanned again. */
const LEFT_ALONE_MS = 300_000

let lastTouch = Date.now()

/** Keeps in mind when the person last did something. */
export function watchTouches(): void {
  const touched = () => {
    lastTouch = Date.now()
  }
  for (const type of ['keydown', 'beforeinput', 'pointerdown'])
    window.addEventListener(type, touched, { capture: true, passive: true })
}

const quietFor = (): number => Date.now() - Math.max(lastTouch, useVerdict.getState().recent[0]?.at ?? 0)

const isTyped = (): boolean =>
  [...document.querySelectorAll<HTMLInputElement>('input, textarea')].some((field) => field.value !== '')

function isBegun(): boolean {
  const { parcel, pending, products } = usePending.getState()
  if (pending !== null || products.length > 0) return true
  if (parcel !== null && quietFor() < LEFT_ALONE_MS) return true
  if (useArrival.getState().condition !== 'intact') return true
  if (useVerdict.getState().verdict?.tone === 'wrong') return true
  if (useCameraSheet.getState().open || useChoice.getState().question !== null) return true
  return isAnyDraft() || isTyped()
}

/** At the sign-in, or on the screen where everything begins. */
function isBetweenSteps(): boolean {
  const { person } = useSession.getState()
  return person === null || (person !== undefined && location.pathname.replace(/\/$/, '') === '/floor')
}

/** How things stand at this moment, for whoever wants to begin the page anew. */
export function standing(): Standing {
  const outbox = useOutbox.getState()
  return {
    unsent: unsent(outbox).count,
    offline: outbox.offline,
    isBetweenSteps: isBetweenSteps(),
    isBegun: isBegun(),
    quietFor: quietFor(),
  }
}
