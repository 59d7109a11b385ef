import type { BinPlace, ClockName } from '@restow/contracts'
import type { Disposition, ParcelState, UnitState, Zone } from '@restow/domain'

/** What is in a warehouse, as its boards count it. Times are in milliseconds since 1970, NaN where there is none. */

export interface Lying {
  readonly kind: 'unit'
  readonly id: string
  readonly seller: string | null
  readonly bin: string | null
  readonly state: UnitState
  readonly disposition: Disposition | null
  readonly hasLeft: boolean
  /** In the house, and where it should be. */
  readonly isHere: boolean
  readonly quantity: number
  readonly exceptions: number
  readonly held: boolean
  /** The zones that it may lie in. */
  readonly zones: readonly Zone[]
  /** The clock that runs for it, and since when. */
  readonly clock: 'decide' | 'shelve' | null
  readonly started: number
  readonly registered: number
  /** At its step. */
  readonly since: number
  readonly classified: number
  readonly shelved: number
  readonly left: number
}

/** A parcel that is not done with, or was dealt with of late. */
export interface Box {
  readonly kind: 'parcel'
  readonly id: string
  readonly seller: string | null
  readonly state: ParcelState
  /** Done with: it no longer grows older. */
  readonly isDone: boolean
  /** Nobody has claimed it, and nobody has given up on that. */
  readonly isNobodys: boolean
  readonly received: number
  readonly closed: number
  /** The clock that runs for it while it waits at the dock, and since when. */
  readonly clock: 'register' | null
  readonly started: number
  readonly bin: null
}

/** What runs against a clock: a unit, or a parcel that waits at the dock. */
export interface Running {
  readonly kind: 'unit' | 'parcel'
  readonly id: string
  readonly clock: ClockName
  readonly seller: string | null
  readonly started: number
  readonly bin: string | null
}
export interface HallBin {
  readonly code: string
  readonly zone: Zone
  readonly capacity: number
  /** Null: where its code says. */
  readonly place: BinPlace | null
}
/** What lies in a bin, and how often that has changed. */
export interface Shelf {
  readonly units: ReadonlySet<Lying>
  readonly version: number
}

/** A bin with what lies in it. */
export interface FilledBin {
  readonly bin: HallBin
  /** The same one for good. */
  readonly shelf: Shelf
}

/** Where it is counted. */
export interface Shelves {
  /** By code; the same ones for as long as no bin is added, changed or taken out. */
  readonly bins: readonly FilledBin[]
}
