import { Type } from 'typebox'
import { Lpn, oneOf, text } from './words.ts'

const strict = { additionalProperties: false }
/** Plates to be put on: so many fresh ones, leased to the device that asks. */
export const PlateLease = Type.Object(
  { count: Type.Integer({ minimum: 1, maximum: 500 }), deviceId: Type.Optional(text(64)) },
  strict,
)
export const Plates = Type.Object({ lpns: Type.Array(Type.String()) })
export const LabelQuery = Type.Object({ format: oneOf(['pdf', 'zpl'] as const) }, strict)
const PlateLabel = Type.Object(
  { kind: Type.Literal('plate'), lpn: Lpn, copies: Type.Optional(Type.Integer({ minimum: 1, maximum: 20 })) },
  strict,
)
export const LabelRequest = Type.Object(
  { labels: Type.Array(PlateLabel, { minItems: 1, maxItems: 500 }) },
  strict,
)
