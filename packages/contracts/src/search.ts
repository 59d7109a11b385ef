import { type Static, Type } from 'typebox'
import { orNull } from './lists.ts'
import { oneOf, text } from './words.ts'

/** The one search box: whatever somebody knows of a thing, and what it leads to. */

const strict = { additionalProperties: false }

/** What can be found, in the order in which it is shown. */
export const FOUND_KINDS = ['unit', 'parcel', 'expected', 'product', 'bin', 'seller', 'person'] as const
export type FoundKind = (typeof FOUND_KINDS)[number]

/** `q` as it was typed or scanned. */
export const SearchQuery = Type.Object({ q: text(300) }, strict)
export const FoundItem = Type.Object(
  {
    kind: oneOf(FOUND_KINDS),
    /** What it is known by: plate, tracking number, RMA, SKU, bin, seller, badge. */
    key: Type.String(),
    title: orNull(Type.String()),
    seller: orNull(Type.String()),
    /** Where it stands: a unit's, a parcel's or a return's state, a bin's zone, a person's role. */
    state: orNull(Type.String()),
    /** What was searched for is exactly one of its numbers. */
    exact: Type.Boolean(),
    /** By which of its numbers it was found, where that is not its key. */
    by: orNull(
      oneOf([
        'tracking',
        'order',
        'rma',
        'serial',
        'marketplaceLpn',
        'gtin',
        'fnsku',
        'asin',
        'sku',
        'former',
        'title',
        'name',
      ] as const),
    ),
    number: orNull(Type.String()),
  },
  strict,
)
export type FoundItem = Static<typeof FoundItem>
/** Grouped by kind, exact hits first; a group tells no more than a few, and whether there are more. */
export const SearchAnswer = Type.Object(
  {
    /** What it was read as: digits of a GTIN as 14, a carrier's label as its number. */
    read: Type.String(),
    /** The one thing that was meant, where exactly one was hit exactly: to go there at once. */
    only: orNull(Type.Object({ kind: oneOf(FOUND_KINDS), key: Type.String() }, strict)),
    groups: Type.Array(
      Type.Object({ kind: oneOf(FOUND_KINDS), more: Type.Boolean(), items: Type.Array(FoundItem) }, strict),
    ),
  },
  strict,
)
export type SearchAnswer = Static<typeof SearchAnswer>
