import type { AskedLabel } from '@restow/contracts'
import { type Parcel, type Policy, type PrintedUnasked, relabelsFor, type Unit } from '@restow/domain'
import type { FeedEvent } from '../ledger/feed.ts'

/** Which label a step asks for, by how things stand when it is read: a label must not tell what is no longer so. */

const BY_DECISION = { refurbish: 'refurbish', scrap: 'scrap' } as const

/** A label that comes out by itself. */
export type UnaskedLabel = Extract<AskedLabel, { kind: PrintedUnasked }>

/**
 * @param prints what the unit's seller wants printed, where it has said so
 * @returns null for a step that asks for none, or was overtaken before it was read
 */
export function unitLabelFor(event: FeedEvent, unit: Unit, prints: Policy['prints']): UnaskedLabel | null {
  const { lpn } = unit
  if (unit.state === 'void') return null
  if (event.type === 'UnitRegistered' || event.type === 'UnitSplitOff' || event.type === 'PlateReplaced')
    return event.data.lpn === lpn ? { kind: 'plate', lpn } : null
  if (event.type === 'UnitHeld') return unit.held ? { kind: 'hold', lpn } : null
  if (event.type !== 'UnitClassified' || unit.decision?.eventId !== event.meta.eventId) return null
  const { disposition, route } = event.data
  if (disposition !== 'resell') return { kind: BY_DECISION[disposition], lpn }
  const copies = relabelsFor(route, prints)
  return copies === 0 ? null : { kind: 'relabel', lpn, ...(copies > 1 ? { copies } : {}) }
}

/** The tag of a parcel that nobody announced, so that it can be put aside. */
export function parcelTagFor(event: FeedEvent, parcel: Parcel): UnaskedLabel | null {
  if (event.type !== 'ParcelReceived' || parcel.seller !== null || parcel.state === 'void') return null
  return { kind: 'parcel', parcel: parcel.trackingNumber }
}
