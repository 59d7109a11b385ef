import { LANGUAGE_CODES, ZONES } from '@restow/domain'
import { type Static, Type } from 'typebox'
import { BinCode, Lpn, oneOf, text } from './words.ts'

export type {
  LabelKind,
  LabelOrientation,
  LabelProblemCode,
  LabelSize,
  PrinterDpi,
  PrinterLanguage,
  ProductCode,
} from '@restow/domain'

const strict = { additionalProperties: false }
/** Plates to be put on: so many fresh ones, leased to the device that asks. */
export const PlateLease = Type.Object(
  { count: Type.Integer({ minimum: 1, maximum: 500 }), deviceId: Type.Optional(text(64)) },
  strict,
)
export const Plates = Type.Object({ lpns: Type.Array(Type.String()) })
export const LabelQuery = Type.Object({ format: oneOf(['pdf', 'zpl'] as const) }, strict)
/** The sheet of command codes, in the language of whoever is to read it. */
export const CommandSheetQuery = Type.Object(
  { format: Type.Optional(oneOf(['pdf'] as const)), language: Type.Optional(oneOf(LANGUAGE_CODES)) },
  strict,
)
const PlateLabel = Type.Object(
  { kind: Type.Literal('plate'), lpn: Lpn, copies: Type.Optional(Type.Integer({ minimum: 1, maximum: 20 })) },
  strict,
)
/** A bin's tag; the warehouse may be left out of its code. */
const ShelfTag = Type.Object({ kind: Type.Literal('shelf'), bin: BinCode }, strict)
/** The tags of all bins of a zone, in the order of their codes. */
const ShelfTags = Type.Object({ kind: Type.Literal('shelf-zone'), zone: oneOf(ZONES) }, strict)
/** Somebody's card, for a supervisor to print. */
const BadgeCard = Type.Object({ kind: Type.Literal('badge'), badge: text(40) }, strict)
export const AskedLabel = Type.Union([PlateLabel, ShelfTag, ShelfTags, BadgeCard])
export type AskedLabel = Static<typeof AskedLabel>
export const LabelRequest = Type.Object(
  { labels: Type.Array(AskedLabel, { minItems: 1, maxItems: 500 }) },
  strict,
)
