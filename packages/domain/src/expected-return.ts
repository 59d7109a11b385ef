/**
 * An announced return is announced, arrives with the first of its parcels, and is complete when all that came are
 * closed; or its seller cancels it. It has no life of its own: its state follows from its parcels.
 */
import type { ExpectedReturnState, ParcelState } from './words.ts'

/** What one parcel says of the return that it answers. */
const SAID_BY: Readonly<Record<ParcelState, ExpectedReturnState>> = {
  received: 'arriving',
  registered: 'arriving',
  reopened: 'arriving',
  closed: 'complete',
  // It never came to stay: what was announced is still to come.
  refused: 'announced',
  misdelivered: 'announced',
  void: 'announced',
}

/** Of several parcels the one that is furthest from done speaks for the return; goods that came are never cancelled. */
const LOUDEST: readonly ExpectedReturnState[] = ['announced', 'complete', 'arriving']

/** The state of a return that these parcels answer. */
export function stateOfReturn(cancelled: boolean, parcels: readonly ParcelState[]): ExpectedReturnState {
  const said = parcels.map((state) => LOUDEST.indexOf(SAID_BY[state]))
  const state = LOUDEST[Math.max(0, ...said)] ?? 'announced'
  return cancelled && state === 'announced' ? 'cancelled' : state
}

/** May its seller still call it off? Not once goods of it are here, or were. */
export const mayCancel = (state: ExpectedReturnState): boolean => state !== 'arriving' && state !== 'complete'

/** Parcel states in which a parcel is here and open: its return is still arriving. */
export const ARRIVING_PARCELS = (Object.keys(SAID_BY) as ParcelState[]).filter(
  (s) => SAID_BY[s] === 'arriving',
)
