/**
 * Register: each thing taken out of a parcel gets its licence plate at first touch, identified or not.
 * Too many, too few or another product than announced is a fact on record, not an error that stops work.
 */
import type { CommandOf, ProductKey } from './commands.ts'
import { type Decision, onParcel, onUnit, type Rule, reject, type Situation } from './decision.ts'
import type { NewEvent } from './events.ts'
import type { Product } from './facts.ts'
import { aboutInactive } from './hold-because.ts'
import { answerLine, missingLines, recounted } from './lines.ts'
import { isLpn } from './lpn.ts'
import { lineKey, type Parcel } from './parcel.ts'
import { ownerOf } from './receive.ts'
import { refuseParcel, refuseUnit, withParcel, withUnit } from './refuse.ts'

const codeOf = (key: ProductKey): string => Object.values(key)[0] ?? ''

/** The one product that a scanned code stands for: the seller's own where the parcel has one. */
function identify(
  products: readonly Product[],
  seller: string | null,
  key: ProductKey,
): { product: Product } | { refusal: Decision } {
  const found = seller === null ? products : products.filter((p) => p.seller === seller)
  const [product] = found
  const code = codeOf(key)
  if (!product) return { refusal: reject('product_unknown', { code, seller: seller ?? 'any seller' }) }
  if (found.length > 1) return { refusal: reject('product_ambiguous', { code, count: found.length }) }
  return { product }
}

/** Plate checks shared by all that put a new plate on: right check digit, and on no other unit. */
export function refusePlate(lpn: string, holder: Situation['plateHolder']): Decision | null {
  if (!isLpn(lpn)) return reject('plate_check_digit', { lpn })
  if (holder && holder.state !== 'void')
    return refuseUnit('plate_taken', holder, { lpn, at: holder.registeredAt })
  return null
}

/** A return announced only after its parcel came in makes the parcel its seller's. */
function claimByAnnouncement(
  parcel: Parcel,
  situation: Situation,
): { seller: string | null; events: NewEvent[] } {
  // Units that are there already would be left without a seller; a claim takes them along.
  if (parcel.seller !== null || parcel.forfeited || parcel.units.length > 0)
    return { seller: parcel.seller, events: [] }
  const { seller, answers } = ownerOf(situation.known)
  if (seller === null) return { seller: null, events: [] }
  return {
    seller,
    events: [onParcel(parcel.id, 'ParcelClaimed', { seller, answers, evidence: { by: 'announcement' } })],
  }
}

/** Goods of a seller that is no longer active come in, and wait for a supervisor. */
export function holdIfInactive(situation: Situation, seller: string | null, unit: string): NewEvent[] {
  if (seller === null || (situation.known.sellers[seller]?.active ?? true)) return []
  const asked = { waitsFor: 'supervisor', ...aboutInactive(seller), quarantine: false } as const
  return [onUnit(unit, 'UnitHeld', asked)]
}

/** `RegisterUnit` ▶ `UnitRegistered`. Rejects: parcel_…, plate_…, product_…. */
export const registerUnit: Rule<CommandOf<'RegisterUnit'>> = (situation, command, act) =>
  withParcel(situation, 'RegisterUnit', command.parcel, (parcel) => {
    const { lpn, quantity, product: key } = command
    const { known, plateHolder } = situation
    const badPlate = refusePlate(lpn, plateHolder)
    if (badPlate) return badPlate
    const claim = claimByAnnouncement(parcel, situation)
    const identified = key === null ? { product: null } : identify(known.products, claim.seller, key)
    if ('refusal' in identified) return identified.refusal
    const { product } = identified
    const { line, exceptions } = answerLine(known.announced, parcel, product, quantity)
    const id = plateHolder?.id ?? act.commandId
    const { seller } = claim
    const data = {
      lpn,
      parcel: { id: parcel.id, trackingNumber: parcel.trackingNumber },
      seller,
      product,
      line,
      quantity,
      serial: command.serial ?? null,
      marketplaceLpn: command.marketplaceLpn ?? null,
      exceptions,
      ...(parcel.forfeited ? { house: true as const } : {}),
    }
    const added = { lpn, unit: id, line: line && lineKey(line), quantity }
    return {
      events: [
        ...claim.events,
        onUnit(id, 'UnitRegistered', data),
        ...holdIfInactive(situation, seller, id),
        onParcel(parcel.id, 'UnitAdded', added),
      ],
    }
  })

/** `IdentifyUnit` ▶ `UnitIdentified`: what a unit is, found out after it got its plate. */
export const identifyUnit: Rule<CommandOf<'IdentifyUnit'>> = (situation, command, act) =>
  withUnit(situation, 'IdentifyUnit', command.lpn, act, (unit) => {
    const identified = identify(situation.known.products, unit.seller, command.product)
    if ('refusal' in identified) return identified.refusal
    const { product } = identified
    const { parcel, known } = situation
    const answered = parcel && !unit.line ? answerLine(known.announced, parcel, product, unit.quantity) : null
    const line = answered?.line ?? null
    const exceptions = answered?.exceptions ?? []
    const identifiedAs = onUnit(unit.id, 'UnitIdentified', { product, line, exceptions })
    return { events: [identifiedAs, ...(line ? recounted(unit, line) : [])] }
  })

/** `CloseParcel` ▶ `ParcelClosed`; what was announced and did not come is noted. */
export const closeParcel: Rule<CommandOf<'CloseParcel'>> = (situation, command) =>
  withParcel(situation, 'CloseParcel', command.parcel, (parcel) => {
    const exceptions = missingLines(situation.known.announced, parcel)
    return { events: [onParcel(parcel.id, 'ParcelClosed', { exceptions })] }
  })

/** `ReopenParcel` ▶ `ParcelReopened`. */
export const reopenParcel: Rule<CommandOf<'ReopenParcel'>> = (situation, command) =>
  withParcel(situation, 'ReopenParcel', command.parcel, (parcel) => ({
    events: [onParcel(parcel.id, 'ParcelReopened', {})],
  }))

/** `AttachPhoto` ▶ `PhotoAttached`, to a unit or a parcel. The bytes may arrive later. */
export const attachPhoto: Rule<CommandOf<'AttachPhoto'>> = (situation, command, act) => {
  const { subject, sha256, angle, takenAt } = command
  const photo = { sha256, angle, takenAt }
  if ('lpn' in subject)
    return withUnit(situation, 'AttachPhoto', subject.lpn, act, (unit) => attach(unit, photo, 'unit'))
  const { parcel } = situation
  if (!parcel || parcel.state === 'void') return refuseParcel(situation, subject.parcel)
  return attach(parcel, photo, 'parcel')
}

/** The same photo of the same angle is attached once; attaching it again changes nothing. */
function attach(
  to: { id: string; photos: readonly { sha256: string; angle: string }[] },
  photo: { sha256: string; angle: string; takenAt: string },
  kind: 'unit' | 'parcel',
): Decision {
  if (to.photos.some((p) => p.sha256 === photo.sha256 && p.angle === photo.angle)) return { events: [] }
  const event =
    kind === 'unit' ? onUnit(to.id, 'PhotoAttached', photo) : onParcel(to.id, 'PhotoAttached', photo)
  return { events: [event] }
}
