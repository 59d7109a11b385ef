import type {
  AnnouncedLine,
  Bin,
  Checklist,
  ExpectedReturn,
  ExpectedReturnState,
  Parcel,
  Product,
  Seller,
  Unit,
} from '@restow/domain'
import { type Static, Type } from 'typebox'
import { oneOf, text } from './words.ts'

/** What a handheld takes with it to go on without the network: all of it once, then only what has changed. */

const strict = { additionalProperties: false }
export const DEFAULT_COPY_PAGE = 1000
export const CopyQuery = Type.Object(
  {
    /** `cursor` of the answer before; left out to begin. */
    cursor: Type.Optional(text(4000)),
    limit: Type.Optional(
      Type.String({
        pattern: '^([1-9]\\d{0,2}|1\\d{3}|2000)$',
        description: 'how many items at most, 1 to 2,000; 1,000 if left out',
      }),
    ),
  },
  strict,
)

/** An announced line, with the pieces of it registered so far by parcel: those of other parcels are "elsewhere". */
export type CopiedLine = Omit<AnnouncedLine, 'registeredElsewhere'> & {
  readonly registeredBy: Readonly<Record<string, number>>
}
export type CopiedReturn = Omit<ExpectedReturn, 'lines'> & {
  readonly state: ExpectedReturnState
  /** ISO 8601. One that is complete or cancelled for 30 days need not be kept. */
  readonly changedAt: string
  readonly trackingNumbers: readonly string[]
  readonly lines: readonly CopiedLine[]
}

/** The kinds of items, in the order in which they come. */
export const COPY_KINDS = ['seller', 'checklist', 'bin', 'product', 'expected', 'parcel', 'unit'] as const
export type CopyKind = (typeof COPY_KINDS)[number]

/** One thing as it stands now: it replaces what the device has under the same key. */
export type CopyItem =
  | ({ readonly k: 'seller' } & Seller)
  | ({ readonly k: 'checklist' } & Checklist)
  /** One that is no bin any more comes once more, to be dropped. */
  | ({ readonly k: 'bin'; readonly removed?: true } & Bin)
  | ({ readonly k: 'product' } & Product)
  | ({ readonly k: 'expected' } & CopiedReturn)
  /** Of the warehouse. One that is closed comes once more, to be dropped. */
  | ({ readonly k: 'parcel'; readonly version: number } & Parcel)
  /** Of the warehouse and in work. One that is shelved, has left or is void comes once more, to be dropped. */
  | ({ readonly k: 'unit'; readonly version: number } & Unit)

export interface CopyPage {
  readonly items: CopyItem[]
  /** Where to go on: at once while there is `more`, else whenever it is time to look again. */
  readonly cursor: string
  readonly more: boolean
  /** The cursor leads nowhere here; this is the first page of everything, and what the device has is to be forgotten. */
  readonly reset?: true
}

/** The same as a schema, for its description. */
export const CopyAnswer = Type.Object({
  items: Type.Array(Type.Object({ k: oneOf(COPY_KINDS) })),
  cursor: Type.String(),
  more: Type.Boolean(),
  reset: Type.Optional(Type.Literal(true)),
})
export type CopyQuery = Static<typeof CopyQuery>
