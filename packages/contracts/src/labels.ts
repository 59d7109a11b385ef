import {
  GRADES,
  LABEL_ORIENTATIONS,
  LABEL_SAMPLES,
  LABEL_SIZES,
  LANGUAGE_CODES,
  PRINTER_DPIS,
  PRINTER_LANGUAGES,
  PRODUCT_CODES,
  RELABEL_LINES,
  ZONES,
} from '@restow/domain'
import { type Static, Type } from 'typebox'
import { BinCode, Lpn, oneOf, RawScan, text } from './words.ts'

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
export const LabelQuery = Type.Object({ format: oneOf(PRINTER_LANGUAGES) }, strict)
/** The sheet of command codes, in the language of whoever is to read it. */
export const CommandSheetQuery = Type.Object(
  { format: Type.Optional(oneOf(['pdf'] as const)), language: Type.Optional(oneOf(LANGUAGE_CODES)) },
  strict,
)
/** How many of one; 1 if left out. */
const copies = { copies: Type.Optional(Type.Integer({ minimum: 1, maximum: 20 })) }
const arrow = { arrow: Type.Optional(oneOf(['up', 'down'] as const)) }
const PlateLabel = Type.Object({ kind: Type.Literal('plate'), lpn: Lpn, ...copies }, strict)
/** So many fresh plates, given out once: a roll to take them from. */
const PlateRoll = Type.Object(
  { kind: Type.Literal('roll'), count: Type.Integer({ minimum: 1, maximum: 500 }) },
  strict,
)
/** A bin's tag; the warehouse may be left out of its code. An arrow says which of two bins above each other is meant. */
const ShelfTag = Type.Object({ kind: Type.Literal('shelf'), bin: BinCode, ...arrow, ...copies }, strict)
/** The tags of all bins of a zone, in the order of their codes. */
const ShelfTags = Type.Object({ kind: Type.Literal('shelf-zone'), zone: oneOf(ZONES), ...arrow }, strict)
/** Somebody's card, for a supervisor to print. */
const BadgeCard = Type.Object({ kind: Type.Literal('badge'), badge: text(40) }, strict)
/** The seller's label of a unit that is sold again, as its template says. */
const RelabelLabel = Type.Object({ kind: Type.Literal('relabel'), lpn: Lpn, ...copies }, strict)
/** What is to be done with a unit: its refurbishing, its scrapping, or whom it waits for. */
const UnitTicket = Type.Object(
  { kind: oneOf(['refurbish', 'scrap', 'hold'] as const), lpn: Lpn, ...copies },
  strict,
)
const ParcelTag = Type.Object({ kind: Type.Literal('parcel'), parcel: RawScan, ...copies }, strict)
export const AskedLabel = Type.Union([
  PlateLabel,
  PlateRoll,
  ShelfTag,
  ShelfTags,
  BadgeCard,
  RelabelLabel,
  UnitTicket,
  ParcelTag,
])
export type AskedLabel = Static<typeof AskedLabel>
/** What is loaded in the printer; left out, each kind comes on its usual size. The last three are for ZPL. */
const Media = Type.Object(
  {
    size: Type.Optional(oneOf(LABEL_SIZES)),
    orientation: Type.Optional(oneOf(LABEL_ORIENTATIONS)),
    dpi: Type.Optional(Type.Union(PRINTER_DPIS.map((dpi) => Type.Literal(dpi)))),
    darkness: Type.Optional(Type.Integer({ minimum: -30, maximum: 30 })),
    speed: Type.Optional(Type.Integer({ minimum: 1, maximum: 14 })),
    cut: Type.Optional(Type.Boolean()),
  },
  strict,
)
export const LabelRequest = Type.Object(
  {
    labels: Type.Array(AskedLabel, { minItems: 1, maxItems: 500 }),
    media: Type.Optional(Media),
    /** Of tickets and tags; a seller's labels are in its template's. */
    language: Type.Optional(oneOf(LANGUAGE_CODES)),
  },
  strict,
)

/** What stands on a seller's relabels: fields and words, never code. */
export const LabelTemplate = Type.Object(
  {
    /** By which number the next scanner knows the goods. */
    code: oneOf(PRODUCT_CODES),
    /** A code that bars have no room for may be a Data Matrix. */
    mayBeMatrix: Type.Boolean(),
    language: oneOf(LANGUAGE_CODES),
    /** In the order in which they stand. */
    lines: Type.Array(oneOf(RELABEL_LINES), { maxItems: RELABEL_LINES.length, uniqueItems: true }),
    /** The seller's own words for a grade, where the usual ones are not wanted. */
    conditions: Type.Object(
      Object.fromEntries(GRADES.map((grade) => [grade, Type.Optional(text(60))])),
      strict,
    ),
    note: text(120, 0),
    /** The plate, small. */
    plate: Type.Boolean(),
  },
  strict,
)
export type LabelTemplate = Omit<Static<typeof LabelTemplate>, 'conditions'> & {
  conditions: Partial<Record<(typeof GRADES)[number], string>>
}
export const PreviewQuery = Type.Object(
  { format: Type.Optional(oneOf(['svg', ...PRINTER_LANGUAGES] as const)) },
  strict,
)
/** `POST /api/sellers/{code}/label-template/preview`: how a template would come out, before it is kept. */
export const LabelPreview = Type.Object(
  {
    template: LabelTemplate,
    /** A product of the seller's; without it one is made up. */
    sku: Type.Optional(text(80)),
    /** Which of the made-up ones. */
    sample: Type.Optional(oneOf(LABEL_SAMPLES)),
    grade: Type.Optional(oneOf(GRADES)),
    media: Type.Optional(Media),
  },
  strict,
)
export type LabelPreview = Omit<Static<typeof LabelPreview>, 'template'> & { template: LabelTemplate }
