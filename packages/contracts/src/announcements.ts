import { EXPECTED_RETURN_STATES } from '@restow/domain'
import { type Static, Type } from 'typebox'
import { oneOf, text } from './words.ts'

/** What a seller's system announces by itself, without a file. */

const strict = { additionalProperties: false }
export const MAX_ANNOUNCEMENTS = 500

const AnnouncedLineBody = Type.Object(
  {
    sku: text(80),
    quantity: Type.Integer({ description: 'pieces, 1 to 1,000,000' }),
    /** Value of the whole line in the currency's smallest unit. */
    valueMinor: Type.Optional(
      Type.Union([Type.Integer({ minimum: 0, maximum: Number.MAX_SAFE_INTEGER }), Type.Null()]),
    ),
    currency: Type.Optional(text(8)),
    /** The customer's, as it came; left out: the return's. */
    reason: Type.Optional(text(200)),
    title: Type.Optional(text(2000)),
    gtin: Type.Optional(text(14)),
    asin: Type.Optional(text(40)),
  },
  strict,
)
const numbers = Type.Array(text(300), { maxItems: 50 })
const state = oneOf(['announced', 'cancelled'] as const)
const orNull = <T extends ReturnType<typeof text>>(of: T) => Type.Union([of, Type.Null()])

/** One announced return, whole: what it no longer names is no longer announced. */
export const AnnouncedReturn = Type.Object(
  {
    seller: text(40),
    rmaNumber: text(100),
    orderNumber: Type.Optional(orNull(text(100))),
    channel: Type.Optional(text(40)),
    carrier: Type.Optional(orNull(text(100))),
    announcedOn: Type.Optional(
      Type.String({ pattern: '^\\d{4}-\\d{2}-\\d{2}$', description: 'a day; today if left out' }),
    ),
    state: Type.Optional(state),
    reason: Type.Optional(text(200)),
    onlyNew: Type.Optional(
      Type.Boolean({ description: 'true: rejected where the return has been announced already' }),
    ),
    trackingNumbers: numbers,
    lines: Type.Array(AnnouncedLineBody, { minItems: 1, maxItems: 200 }),
  },
  strict,
)
export type AnnouncedReturn = Static<typeof AnnouncedReturn>

/** The body of `POST /api/expected-returns`: many, or one. A malformed one is rejected by itself, so any value may stand in the list. */
export const Announcements = Type.Union([
  Type.Object({ returns: Type.Array(Type.Unknown(), { minItems: 1, maxItems: MAX_ANNOUNCEMENTS }) }, strict),
  Type.Array(Type.Unknown(), { minItems: 1, maxItems: MAX_ANNOUNCEMENTS }),
  Type.Object({ rmaNumber: Type.Unknown() }, { additionalProperties: true }),
])

/** A parcel that was here already: whether it found its return now, and if not, why. */
const ArrivedParcel = Type.Object({
  trackingNumber: Type.String(),
  matched: Type.Boolean(),
  code: Type.Optional(Type.String()),
  message: Type.Optional(Type.String()),
})
export const AnnouncementOutcome = Type.Object({
  seller: Type.Union([Type.String(), Type.Null()]),
  rmaNumber: Type.Union([Type.String(), Type.Null()]),
  outcome: oneOf(['created', 'updated', 'unchanged', 'rejected'] as const),
  code: Type.Optional(Type.String()),
  message: Type.Optional(Type.String()),
  parcels: Type.Optional(Type.Array(ArrivedParcel)),
})
export type AnnouncementOutcome = Static<typeof AnnouncementOutcome>
/** In the order of the announcements. */
export const AnnouncementOutcomes = Type.Object({ outcomes: Type.Array(AnnouncementOutcome) })

export const ExpectedReturnParams = Type.Object({ seller: text(40), rma: text(100) }, strict)
/** What changes of an announced return; the rest stays. */
export const ChangeExpectedReturn = Type.Object(
  { trackingNumbers: Type.Optional(numbers), state: Type.Optional(state) },
  { ...strict, minProperties: 1 },
)
export type ChangeExpectedReturn = Static<typeof ChangeExpectedReturn>
export const ChangedReturn = Type.Object({
  seller: Type.String(),
  rmaNumber: Type.String(),
  state: oneOf(EXPECTED_RETURN_STATES),
  trackingNumbers: Type.Array(Type.String()),
  outcome: oneOf(['updated', 'unchanged'] as const),
  parcels: Type.Array(ArrivedParcel),
})
export type ChangedReturn = Static<typeof ChangedReturn>
