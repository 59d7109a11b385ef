import { type Decision, reject, type Situation } from './decision.ts'
import type { Act } from './facts.ts'
import { becauseAsFacts } from './hold-because.ts'
import type { Parcel } from './parcel.ts'
import type { RejectionCode, RejectionFacts } from './rejections.ts'
import { type ParcelCommand, parcelMay, type UnitCommand, unitMay } from './transitions.ts'
import type { Unit } from './unit.ts'

/** Who did, and when, what stands against it: the inspection, the decision, else the last step. */
function whoAndWhen(unit: Unit, why: RejectionCode | null): { at: string; by: string } {
  const { inspection, decision } = unit
  if (why === 'already_inspected' && inspection) return { at: inspection.at, by: inspection.by }
  if ((why === 'already_classified' || why === 'already_decided') && decision)
    return { at: decision.at, by: decision.by }
  const last = unit.steps.at(-1)
  return { at: last?.recordedAt ?? unit.registeredAt, by: last?.by ?? '' }
}

/**
 * What a sentence about this unit may want to name.
 * @param why the rejection that it is for; null for whichever
 */
export function unitFacts(unit: Unit, why: RejectionCode | null = null): RejectionFacts {
  const facts = {
    lpn: unit.lpn,
    state: unit.state,
    quantity: unit.quantity,
    ...whoAndWhen(unit, why),
    ...(unit.bin ? { bin: unit.bin } : {}),
  }
  if (why === 'written_off' && unit.missing?.writtenOff) {
    const { at, by } = unit.missing.writtenOff
    return { ...facts, at, by }
  }
  if (unit.missing) return { ...facts, at: unit.missing.since }
  if (unit.held) {
    const { waitsFor, question, because, by, at: since } = unit.held
    return { ...facts, waitsFor, question, ...becauseAsFacts(because), by, at: since }
  }
  return unit.leftAt ? { ...facts, at: unit.leftAt } : facts
}

/** What a sentence about this parcel may want to name, whichever rejection it is. */
export function parcelFacts(parcel: Parcel): RejectionFacts {
  const closed = parcel.state === 'closed'
  return {
    tracking: parcel.trackingNumber,
    state: parcel.state,
    at: parcel.forfeited?.at ?? (closed ? parcel.closedAt : parcel.receivedAt) ?? '',
    by: (closed ? parcel.closedBy : parcel.receivedBy) ?? '',
    outcome: parcel.report?.outcome ?? '',
    seller: parcel.seller ?? '',
    units: parcel.units.length,
  }
}

/** Runs a rule on the named unit where its state allows the command; otherwise says why not. */
export function withUnit(
  situation: Situation,
  command: UnitCommand,
  lpn: string,
  act: Act,
  rule: (unit: Unit) => Decision,
): Decision {
  const { unit } = situation
  if (!unit || unit.warehouse !== act.warehouse) return reject('unit_unknown', { lpn })
  const may = unitMay(command, unit)
  return may.allowed ? rule(unit) : refuseUnit(may.why, unit)
}

export function refuseUnit(why: RejectionCode, unit: Unit, more: RejectionFacts = {}): Decision {
  return reject(why, { ...unitFacts(unit, why), ...more })
}

/** There is no such parcel; or none can be told from what was scanned. */
export function refuseParcel({ known }: Situation, raw: string): Decision {
  const { trackingNumber } = known
  if (trackingNumber === '') return reject('tracking_unreadable', { raw })
  return reject('parcel_unknown', { tracking: trackingNumber })
}

/** Runs a rule on the named parcel where its state allows the command; otherwise says why not. */
export function withParcel(
  situation: Situation,
  command: ParcelCommand,
  raw: string,
  rule: (parcel: Parcel) => Decision,
): Decision {
  const { parcel } = situation
  if (!parcel) return refuseParcel(situation, raw)
  const may = parcelMay(command, parcel)
  return may.allowed ? rule(parcel) : reject(may.why, parcelFacts(parcel))
}
