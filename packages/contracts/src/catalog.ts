import { STAFF_ROLES, ZONES } from '@restow/domain'
import { type Static, Type } from 'typebox'
import { BinPlace } from './bin-place.ts'
import { orNull } from './lists.ts'
import { BinCode, oneOf, text } from './words.ts'

/** Set-up: what a supervisor or an admin creates or changes. Each answers with what then stands (lists.ts). */

const strict = { additionalProperties: false }

/** A code as it is printed: no blanks or slashes, so that it is one barcode and one address. */
const PRINTED = '^[A-Za-z0-9][A-Za-z0-9._-]*$'

export const BinParams = Type.Object({ code: BinCode }, strict)
export const MOST_PLATES = 100_000
/** `PUT /api/bins/{code}`, by a supervisor. A `place` that is left out stays; one that is given stands whole. */
export const PutBin = Type.Object(
  {
    zone: oneOf(ZONES),
    capacity: Type.Integer({ minimum: 1, maximum: MOST_PLATES }),
    place: Type.Optional(BinPlace),
  },
  strict,
)
export type PutBin = Static<typeof PutBin>

export const ProductParams = Type.Object({ seller: text(40), sku: text(80) }, strict)
/** `PUT /api/products/{seller}/{sku}`, by a supervisor. What is left out is taken as not known. */
export const PutProduct = Type.Object(
  {
    title: text(500),
    category: Type.Optional(text(40)),
    gtin: Type.Optional(orNull(Type.String({ pattern: '^\\d{8}(\\d{4,6})?$' }))),
    fnsku: Type.Optional(orNull(text(40))),
    asin: Type.Optional(orNull(text(20))),
    flags: Type.Optional(
      Type.Array(Type.String({ pattern: '^[A-Za-z][A-Za-z0-9_]{0,39}$' }), { maxItems: 20 }),
    ),
    weightGrams: Type.Optional(orNull(Type.Integer({ minimum: 0, maximum: 10_000_000 }))),
    hsCode: Type.Optional(orNull(Type.String({ pattern: '^[0-9.]{2,15}$' }))),
  },
  strict,
)
export type PutProduct = Static<typeof PutProduct>

export const StaffParams = Type.Object({ badge: Type.String({ pattern: PRINTED, maxLength: 40 }) }, strict)
/** `PUT /api/staff/{badge}`, by an admin. A new badge needs a PIN; a PIN that is left out stays. */
export const PutStaff = Type.Object(
  {
    name: text(100),
    role: oneOf(STAFF_ROLES),
    active: Type.Boolean(),
    pin: Type.Optional(Type.String({ pattern: '^\\d{4,12}$' })),
  },
  strict,
)
export type PutStaff = Static<typeof PutStaff>

export const SellerParams = Type.Object({ code: Type.String({ pattern: PRINTED, maxLength: 40 }) }, strict)
/** `PUT /api/sellers/{code}`, by an admin. A new seller begins with the house's policy. */
export const PutSeller = Type.Object({ name: text(200), active: Type.Boolean() }, strict)
export type PutSeller = Static<typeof PutSeller>
