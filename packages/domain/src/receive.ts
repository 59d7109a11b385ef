/**
 * Receive: a parcel comes in at the dock. The same label scanned twice is one parcel; a number that a
 * carrier uses again over 90 days after the first parcel was closed begins a new one. What is refused at
 * the door, not ours or empty inside is reported, and the seller sees it.
 */
import type { CommandOf } from './commands.ts'
import { type Known, note, onParcel, type Rule, reject } from './decision.ts'
import type { ParcelAnswer } from './events.ts'
import { isReadable, otherNumbers, standing } from './label.ts'
import { parcelFacts } from './refuse.ts'
import { parcelMay } from './transitions.ts'

/** Whose parcel it is: the one seller who announced it; nobody's when none did, or several. */
export function ownerOf(known: Known): { seller: string | null; answers: ParcelAnswer[] } {
  const live = known.announced.filter((r) => !r.cancelled)
  const announced = live.length > 0 ? live : known.announced
  const sellers = new Set(announced.map((r) => r.seller))
  if (sellers.size !== 1) return { seller: null, answers: [] }
  const answers = announced.map(({ id, seller, rmaNumber, orderNumber }) => ({
    id,
    seller,
    rmaNumber,
    orderNumber,
  }))
  return { seller: announced[0]?.seller ?? null, answers }
}

/** Its seller has called it off, and it came all the same. */
const cancelledNotes = ({ announced }: Known, trackingNumber: string, answers: readonly ParcelAnswer[]) =>
  announced
    .filter((r) => r.cancelled && answers.some((a) => a.id === r.id))
    .map((r) => note('return_cancelled', { tracking: trackingNumber, rma: r.rmaNumber }))

/** `ReceiveParcel` ▶ `ParcelReceived`. Rejects: tracking_unreadable, already_received, parcel_closed. */
export const receiveParcel: Rule<CommandOf<'ReceiveParcel'>> = (situation, command, act) => {
  const { known } = situation
  if (!isReadable(known.trackingNumber)) return reject('tracking_unreadable', { raw: command.tracking })
  const parcel = standing(situation.parcel, act.recordedAt)
  const may = parcelMay('ReceiveParcel', parcel)
  if (!may.allowed) return reject(may.why, parcel ? parcelFacts(parcel) : {})
  const { trackingNumber } = known
  const { condition } = command
  const owner = ownerOf(known)
  const exceptions = [
    ...(condition === 'intact' ? [] : [note('parcel_damaged', { tracking: trackingNumber, condition })]),
    ...cancelledNotes(known, trackingNumber, owner.answers),
  ]
  const aliases = otherNumbers(known, parcel, owner.answers, act.recordedAt)
  const data = {
    trackingNumber,
    raw: command.tracking,
    condition,
    ...owner,
    ...(aliases.length > 0 ? { aliases } : {}),
    exceptions,
  }
  return { events: [onParcel(parcel?.id ?? act.commandId, 'ParcelReceived', data)] }
}

/** `ReportParcel` ▶ `ParcelReported`, of a parcel received or turned away at the door. */
export const reportParcel: Rule<CommandOf<'ReportParcel'>> = (situation, command, act) => {
  const { known } = situation
  if (!isReadable(known.trackingNumber)) return reject('tracking_unreadable', { raw: command.parcel })
  const parcel = standing(situation.parcel, act.recordedAt)
  const { outcome } = command
  const may = parcelMay('ReportParcel', parcel)
  if (!may.allowed)
    return reject(
      may.why,
      parcel ? { ...parcelFacts(parcel), ...(may.why === 'parcel_refused' ? {} : { outcome }) } : {},
    )
  const data = {
    trackingNumber: known.trackingNumber,
    outcome,
    note: command.note ?? null,
    ...(parcel && parcel.state !== 'void'
      ? { seller: parcel.seller, answers: [...parcel.answers] }
      : ownerOf(known)),
  }
  return { events: [onParcel(parcel?.id ?? act.commandId, 'ParcelReported', data)] }
}
