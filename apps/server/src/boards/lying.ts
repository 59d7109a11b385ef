import type { BinPlace } from '@restow/contracts'
import type { Zone } from '@restow/domain'

/** What lies in a warehouse, as the bins board counts it. */

/** A unit as the board counts it; times in milliseconds since 1970. */
export interface Lying {
  readonly seller: string | null
  readonly bin: string | null
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
  readonly since: number
  readonly classified: number
  readonly shelved: number
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

/** Where it is counted. */
export interface Shelves {
  readonly bins: readonly HallBin[]
  shelf(code: string): Shelf
}
