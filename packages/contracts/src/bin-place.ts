import { type Static, Type } from 'typebox'

/** Where a bin is. What is left out is what its code says (`LAX1-S-02-01`: aisle 02, bay 01). */

/** An aisle, a bay or a level as it is written on a sign; it begins with a letter or a digit. */
export const PLACE_NAME = '^[\\p{L}\\p{N}][\\p{L}\\p{N} ._/-]{0,19}$'
export const MOST_METRES = 10_000
const name = Type.Optional(Type.String({ pattern: PLACE_NAME }))
const metres = Type.Optional(Type.Number({ minimum: 0, maximum: MOST_METRES }))
const size = Type.Optional(Type.Number({ exclusiveMinimum: 0, maximum: MOST_METRES }))

/** `x`, `y`, `w` and `h` are metres on a plan of the building, from its upper left corner: all four or none. */
export const BinPlace = Type.Object(
  { aisle: name, bay: name, level: name, x: metres, y: metres, w: size, h: size },
  { additionalProperties: false },
)
export type BinPlace = Static<typeof BinPlace>
