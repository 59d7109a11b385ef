import { ApiProblem } from '@restow/client'
import type { CopyPage } from '@restow/contracts'
import { create } from 'zustand'
import { api } from '../outbox/api.ts'
import { isNewerHere, useOutbox } from '../outbox/outbox.store.ts'
import { refillPlates } from '../outbox/plates.ts'
import { momentOfAsking } from '../outbox/touched.ts'
import { fetchPlatePress } from '../plates/draw-plates.ts'
import { scannedAt } from '../scanner/turn.ts'
import { useSession } from '../shell/session.store.ts'
import { keepParcel, keepUnit, parcelCopy, unitCopy } from './copy.store.ts'
import { copyPlace, forgetPlace, isCopyOf, keepPage } from './keep-page.ts'
import { parcelView, unitView } from './local.ts'
import { isTimeToPull } from './pull-rule.ts'

/** Keeps the working copy fresh: everything once, then what has changed since. */

const TICK_MS = 1000

/**
 * Whether all of the copy is here: what is not found then is not known to the server either, or newly come; and when the
 * server was asked last.
 */
export const useCopyState = create<{ complete: boolean; at: number | null }>(() => ({
  complete: false,
  at: null,
}))

type Shown = { readonly version: number } | undefined

/** Does the screen show something older than the page tells, and nothing newer of one's own? */
const isBehind = (shown: Shown, version: number, key: string, asked: number): boolean =>
  shown !== undefined && shown.version < version && !isNewerHere(key, asked)

/**
 * What is before the screens is brought up to date, where nothing newer is unsent. Asked before the disk is read and again
 * after: what was done meanwhile must not vanish from the screen.
 */
async function tell({ items }: CopyPage, asked: number): Promise<void> {
  for (const item of items) {
    if (item.k === 'unit') {
      const { lpn, version } = item
      if (!isBehind(unitCopy(lpn), version, lpn, asked)) continue
      const view = await unitView(item)
      const shown = unitCopy(lpn)
      if (shown && isBehind(shown, version, lpn, asked)) keepUnit({ ...view, story: shown.story })
    } else if (item.k === 'parcel') {
      const { trackingNumber: key, version } = item
      if (!isBehind(parcelCopy(key), version, key, asked)) continue
      const view = await parcelView(item)
      const shown = parcelCopy(key)
      if (shown && isBehind(shown, version, key, asked)) keepParcel({ ...view, story: shown.story })
    }
  }
}

async function pullAll(warehouse: string): Promise<void> {
  await isCopyOf(warehouse)
  for (;;) {
    const place = await copyPlace()
    if (place && !place.more) useCopyState.setState({ complete: true })
    const asked = momentOfAsking()
    const page = await api.copy(place ? { cursor: place.cursor } : {})
    await keepPage(page, place, Date.now())
    await tell(page, asked)
    if (!page.more) break
  }
  useCopyState.setState({ complete: true, at: Date.now() })
  await refillPlates()
  fetchPlatePress()
}

let pulling: Promise<void> | null = null
let pulledAt = 0

/** Fetches what has changed, once at a time. Silence is no fault here: it is tried again. */
export function pullCopy(): Promise<void> {
  const { person } = useSession.getState()
  if (!person) return Promise.resolve()
  pulledAt = Date.now()
  pulling ??= pullAll(person.warehouse)
    .catch(async (error: unknown) => {
      // A cursor that is none any more: begin at the beginning.
      if (error instanceof ApiProblem && error.status === 400) await forgetPlace()
    })
    .finally(() => {
      pulling = null
    })
  return pulling
}

/** For as long as the page lives. @returns ends it */
export function keepCopyFresh(): () => void {
  void copyPlace()
    .then((place) =>
      useCopyState.setState({ complete: place !== undefined && !place.more, at: place?.at ?? null }),
    )
    .catch(() => {})
  const timer = setInterval(() => {
    const isThere = document.visibilityState === 'visible' && !useOutbox.getState().offline
    if (isThere && isTimeToPull({ now: Date.now(), pulledAt, scannedAt: scannedAt() })) void pullCopy()
  }, TICK_MS)
  const stops = [
    useSession.subscribe((is, was) => {
      if (is.person && is.person !== was.person) void pullCopy()
    }),
    useOutbox.subscribe((is, was) => {
      if (was.offline && !is.offline) void pullCopy()
    }),
  ]
  return () => {
    clearInterval(timer)
    for (const stop of stops) stop()
  }
}
