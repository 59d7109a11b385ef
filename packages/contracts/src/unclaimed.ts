import {
  EXPECTED_RETURN_STATES,
  GUESS_REASONS,
  GUESS_STRENGTHS,
  PARCEL_STATES,
  UNCLAIMED_ENDS,
} from '@restow/domain'
import { type Static, Type } from 'typebox'
import { listOf, listQuery, orNull } from './lists.ts'
import { Printed } from './register.ts'
import { oneOf, RawScan, text, UuidV7 } from './words.ts'

/** Parcels that nobody has claimed: the pool, best guesses with their reasons, and a seller's own search and claim. */

const strict = { additionalProperties: false }
const yes = Type.Optional(oneOf(['true'] as const))

/** `search` finds by tracking number, plate, product, GTIN, what is printed on the parcel, bin, and day (YYYY-MM-DD). */
export const UnclaimedQuery = listQuery({
  search: Type.Optional(text(200)),
  /** Only what is past the warehouse's time limit. */
  past: yes,
  /** Only what has units, or only what nobody has opened. */
  opened: Type.Optional(oneOf(['true', 'false'] as const)),
})
const UnclaimedProduct = Type.Object(
  {
    lpn: Type.String(),
    sku: orNull(Type.String()),
    title: orNull(Type.String()),
    gtin: orNull(Type.String()),
    /** Whose product it is, where the code that was scanned is one seller's alone. */
    seller: orNull(Type.String()),
    quantity: Type.Integer(),
    state: Type.String(),
    bin: orNull(Type.String()),
    photos: Type.Array(Type.String()),
  },
  strict,
)
/** An unclaimed parcel, the oldest first: what is past its time stands at the top. */
export const UnclaimedItem = Type.Object(
  {
    trackingNumber: Type.String(),
    carrier: orNull(Type.String()),
    state: oneOf(PARCEL_STATES),
    condition: orNull(Type.String()),
    receivedAt: Type.String(),
    receivedBy: orNull(Type.String()),
    /** Until when it may be claimed, and whether that is over. */
    claimableUntil: Type.String(),
    past: Type.Boolean(),
    printed: Type.Partial(Printed),
    photos: Type.Array(Type.String()),
    units: Type.Array(UnclaimedProduct),
  },
  strict,
)
export type UnclaimedItem = Static<typeof UnclaimedItem>
export const UnclaimedList = listOf(UnclaimedItem)
export type UnclaimedList = Static<typeof UnclaimedList>

export const UnclaimedPolicy = Type.Object(
  { afterDays: Type.Integer({ minimum: 1, maximum: 3650 }), becomes: oneOf(UNCLAIMED_ENDS) },
  strict,
)
export type UnclaimedPolicy = Static<typeof UnclaimedPolicy>

/** An announced return that the parcel may be, and every reason for it. Never applied by itself. */
export const OwnerGuess = Type.Object(
  {
    seller: Type.String(),
    sellerName: Type.String(),
    rmaNumber: Type.String(),
    orderNumber: orNull(Type.String()),
    announcedOn: orNull(Type.String()),
    state: oneOf(EXPECTED_RETURN_STATES),
    lines: Type.Array(
      Type.Object(
        { sku: Type.String(), title: Type.String(), quantity: Type.Integer(), registered: Type.Integer() },
        strict,
      ),
    ),
    reasons: Type.Array(
      Type.Object(
        {
          code: oneOf(GUESS_REASONS),
          facts: Type.Record(Type.String(), Type.Union([Type.String(), Type.Number()])),
        },
        strict,
      ),
    ),
    score: Type.Integer(),
    strength: oneOf(GUESS_STRENGTHS),
  },
  strict,
)
export type OwnerGuess = Static<typeof OwnerGuess>
export const OwnerGuesses = Type.Object({ items: Type.Array(OwnerGuess), nextCursor: Type.Null() }, strict)
export type OwnerGuesses = Static<typeof OwnerGuesses>

/** A seller's search: one whole tracking, order or RMA number, and nothing less. */
export const UnclaimedNumberQuery = Type.Object({ number: text(100) }, strict)
/** What a seller is told of a parcel that may be its own: nothing of other people's goods or names. */
export const FoundUnclaimed = Type.Object(
  {
    trackingNumber: Type.String(),
    carrier: orNull(Type.String()),
    warehouse: Type.String(),
    condition: orNull(Type.String()),
    receivedAt: Type.String(),
    claimableUntil: Type.String(),
    /** By which of its numbers it was found. */
    foundBy: oneOf(['tracking', 'order', 'rma'] as const),
    /** What came out of it that is this seller's, and how many pieces are not known to be. */
    own: Type.Array(
      Type.Object({ sku: Type.String(), title: Type.String(), quantity: Type.Integer() }, strict),
    ),
    others: Type.Integer(),
  },
  strict,
)
export type FoundUnclaimed = Static<typeof FoundUnclaimed>
export const FoundUnclaimedList = Type.Object(
  { items: Type.Array(FoundUnclaimed), nextCursor: Type.Null() },
  strict,
)
export type FoundUnclaimedList = Static<typeof FoundUnclaimedList>

/** A seller's claim: its own announced order (or RMA number) and a product of it. */
export const SellerClaim = Type.Object(
  {
    commandId: UuidV7,
    parcel: RawScan,
    evidence: Type.Object({ order: Type.Optional(text(100)), sku: Type.Optional(text(80)) }, strict),
  },
  strict,
)
export type SellerClaim = Static<typeof SellerClaim>
