import type { ParcelView, UnitView } from '@restow/contracts'
import { type Bin, goesBy } from '@restow/domain'
import { create } from 'zustand'

/**
 * The local copy: what the server said last, and on top of it what was done here and is not answered yet.
 * Parcels by tracking number, units by plate, bins by code.
 */
interface Copy {
  readonly parcels: Readonly<Record<string, ParcelView>>
  readonly units: Readonly<Record<string, UnitView>>
  readonly bins: Readonly<Record<string, Bin>>
}

export const useCopy = create<Copy>(() => ({ parcels: {}, units: {}, bins: {} }))
const { getState: copy, setState: set } = useCopy

export const parcelCopy = (tracking: string): ParcelView | undefined => copy().parcels[tracking]
/** The parcel that has another label of this number. */
export const parcelOfLabel = (number: string): ParcelView | undefined =>
  Object.values(copy().parcels).find((parcel) => parcel.state !== 'void' && goesBy(parcel, number))
export const unitCopy = (lpn: string): UnitView | undefined => copy().units[lpn]
export const binCopy = (code: string): Bin | undefined => copy().bins[code]

export function keepParcel(view: ParcelView): void {
  set(({ parcels }) => ({ parcels: { ...parcels, [view.trackingNumber]: view } }))
}

/** Keeps a unit under its plate, and under the one it was asked for by, which may be a former one. */
export function keepUnit(view: UnitView, askedFor: string = view.lpn): void {
  set(({ units, bins }) => ({
    units: { ...units, [askedFor]: view, [view.lpn]: view },
    bins: view.suggestedBin ? { ...bins, [view.suggestedBin.code]: view.suggestedBin } : bins,
  }))
}

export function keepBin({ code, zone, capacity, plates }: Bin): void {
  set(({ bins }) => ({ bins: { ...bins, [code]: { code, zone, capacity, plates } } }))
}

/** Forgets all: the next person at this device asks anew. */
export function forgetCopy(): void {
  set({ parcels: {}, units: {}, bins: {} })
}
