import type {
  AnnouncedLine,
  Bin,
  Checklist,
  ChecklistUsed,
  Command,
  CommandType,
  ExpectedReturn,
  Performed,
  Product,
  Seller,
  UnclaimedPolicy,
} from '@restow/domain'
import type { Queryable } from '../db/pool.ts'

/** What the steps tell the ledger about their commands, and the questions that it asks them in return. */

/** What a command names, and so what has to be loaded before it can be decided. */
export interface Names {
  /** Parcels and announcements, by normalised tracking number. */
  readonly tracking?: string
  /**
   * All numbers that a scanned label may stand for, the likeliest first. Without `tracking`, the parcel is the one that
   * the label stands for.
   */
  readonly label?: readonly string[]
  /** The unit that it is about. */
  readonly lpn?: string
  /** A plate that is about to be put on. */
  readonly newLpn?: string
  /** A bin's whole code. */
  readonly bin?: string
  readonly productCode?: string
  /** An order and product that a claim refers to. */
  readonly evidence?: { readonly seller: string; readonly order: string; readonly sku: string | null }
  readonly seller?: string
  /** The unit's parcel as well, and what is announced for it. */
  readonly unitsParcel?: boolean
  /** All units of the named parcel; all units in the named bin and those counted there. */
  readonly parcelsUnits?: boolean
  readonly countedLpns?: readonly string[]
  /** The sellers' policies, and their own questions. */
  readonly policies?: boolean
  /** The checklists that stand; with what they were before, all of it or the version that is named. */
  readonly checklists?: 'standing' | 'former' | ChecklistUsed
  /** The warehouse's rule for what nobody claims. */
  readonly unclaimedPolicy?: boolean
}

/** Which names a command has, by its type; one entry for each command of a step. */
export type Handlers = {
  readonly [T in CommandType]?: (command: Extract<Command, { type: T }>, at: Place) => Names
}
export interface Place {
  readonly warehouse: string
  readonly performed: Performed
}

/** An announced line, with the pieces of it registered so far by parcel. */
export type CountedLine = Omit<AnnouncedLine, 'registeredElsewhere'> & {
  readonly registeredBy: Readonly<Record<string, number>>
}
export type Announcement = Omit<ExpectedReturn, 'lines'> & {
  readonly trackingNumbers: readonly string[]
  readonly lines: readonly CountedLine[]
}
export type BinAt = Bin & { readonly warehouse: string; readonly version: number }

/** Questions about reference data; each is asked once for a whole group of commands. */
export interface Knowledge {
  announcedUnder(on: Queryable, trackingNumbers: readonly string[]): Promise<Announcement[]>
  announcedAsEvidence(
    on: Queryable,
    evidence: readonly NonNullable<Names['evidence']>[],
  ): Promise<Announcement[]>
  productsByCode(on: Queryable, codes: readonly string[]): Promise<Product[]>
  bins(on: Queryable, bins: readonly { warehouse: string; code: string }[]): Promise<BinAt[]>
  /** @param former whether with the questions of their own that they had before */
  sellers(on: Queryable, codes: readonly string[], former?: boolean): Promise<Seller[]>
  checklists(on: Queryable, former: readonly ChecklistUsed[] | 'all'): Promise<Checklist[]>
  unclaimedPolicies(on: Queryable): Promise<{ warehouse: string; policy: UnclaimedPolicy }[]>
}

/** The announcement as the rules see it from one parcel: what others brought is "elsewhere". */
export function seenFrom(parcelId: string | null, announcement: Announcement): ExpectedReturn {
  const { trackingNumbers: _, lines, ...rest } = announcement
  return {
    ...rest,
    lines: lines.map(({ registeredBy, ...line }) => ({
      ...line,
      registeredElsewhere: Object.entries(registeredBy).reduce(
        (sum, [by, pieces]) => (by === parcelId ? sum : sum + pieces),
        0,
      ),
    })),
  }
}
