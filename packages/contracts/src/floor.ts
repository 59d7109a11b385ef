import type {
  AnnouncedLine,
  Bin,
  Checklist,
  ExpectedReturn,
  Parcel,
  Product,
  Seller,
  Suggestion,
  Unit,
} from '@restow/domain'
import { type Static, Type } from 'typebox'
import { ChecklistItem, ChecklistUsed } from './inspect.ts'
import { oneOf, RawScan } from './words.ts'

/** What the floor asks about a parcel, a unit or a scan, and what it is told. */

const strict = { additionalProperties: false }
export const ScanQuery = Type.Object({ code: Type.String({ minLength: 1, maxLength: 4096 }) }, strict)
export const TrackingParams = Type.Object({ tracking: RawScan }, strict)
export const LpnParams = Type.Object({ lpn: Type.String({ minLength: 1, maxLength: 64 }) }, strict)

export const NextStep = Type.Object({
  command: Type.String(),
  allowed: Type.Boolean(),
  why: Type.Optional(Type.String({ description: 'a rejection code' })),
  message: Type.Optional(Type.String()),
  checklist: Type.Optional(Type.Array(ChecklistItem)),
  checklistUsed: Type.Optional(ChecklistUsed),
  requiredAngles: Type.Optional(
    Type.Object({ always: Type.Array(Type.String()), belowLikeNew: Type.Array(Type.String()) }),
  ),
  suggestion: Type.Optional(Type.Union([Type.Unsafe<Suggestion>({ type: 'object' }), Type.Null()])),
  suggestedBin: Type.Optional(Type.Union([Type.String(), Type.Null()])),
})
export type NextStep = Static<typeof NextStep>

/** One thing that happened, as a person reads it. */
export const StoryItem = Type.Object({
  eventId: Type.String(),
  type: Type.String(),
  by: Type.String(),
  deviceId: Type.String(),
  scannedAt: Type.String(),
  recordedAt: Type.String(),
  performed: Type.String(),
  data: Type.Record(Type.String(), Type.Unknown()),
})
export type StoryItem = Static<typeof StoryItem>

/** What a handheld needs to judge by itself: the same knowledge that the rules get on the server. */
export interface WireKnown {
  announced: ExpectedReturn[]
  sellers: Record<string, Seller>
  checklists: Record<string, Checklist>
}
export type UnitView = Unit & {
  version: number
  next: NextStep[]
  story: StoryItem[]
  parcelState: Parcel | null
  known: WireKnown
  /** The checklist by which it was inspected, as it was then; missing before its inspection. */
  askedBy?: Checklist
  /** The bin suggested for putting it away, with its fill. */
  suggestedBin: Bin | null
  lastEventId: string | null
}
export type ParcelView = Parcel & {
  version: number
  next: NextStep[]
  story: StoryItem[]
  known: WireKnown
  expected: ExpectedView[]
  contents: {
    lpn: string
    state: string
    title: string | null
    sku: string | null
    quantity: number
    held: boolean
  }[]
  lastEventId: string | null
}
export interface ExpectedView {
  rmaNumber: string
  trackingNumber: string
  orderNumber: string | null
  seller: string
  state: string
  lines: (AnnouncedLine & { title: string; rmaNumber: string })[]
}

export const SCAN_KINDS = [
  'parcel',
  'expected',
  'unit',
  'bin',
  'product',
  'badge',
  'printer',
  'command',
  'ambiguous',
  'unknown',
] as const
export type ScanKind = (typeof SCAN_KINDS)[number]
export const CarrierReading = Type.Object(
  {
    carrier: Type.String(),
    format: Type.String(),
    trackingNumber: Type.String(),
    check: Type.String(),
  },
  strict,
)
/** Pairs of identifier and value. */
const Elements = Type.Array(
  Type.Unsafe<readonly [string, string]>(Type.Array(Type.String(), { minItems: 2, maxItems: 2 })),
)
const optionalText = (description: string) => Type.Optional(Type.String({ description }))
/** What a GS1 field is: a text or plain date; a measure, a key with a serial number of its own, a piece of several. */
const Gs1Field = Type.Union([
  Type.String(),
  Type.Object({ value: Type.String(), unit: Type.String() }, strict),
  Type.Object({ key: Type.String(), serial: Type.Optional(Type.String()) }, strict),
  Type.Object({ gtin: Type.String(), piece: Type.Integer(), of: Type.Integer() }, strict),
])
/** Everything that a scan may be read as; what it is, `kind` says. */
export const ScanReading = Type.Object(
  {
    carriers: Type.Array(CarrierReading),
    gs1: Type.Optional(
      Type.Record(Type.String(), Type.String(), { description: 'values by application identifier' }),
    ),
    gs1Fields: Type.Optional(
      Type.Record(Type.String(), Gs1Field, { description: 'the same by name, without what is uncertain' }),
    ),
    gs1Uncertain: Type.Optional(
      Type.Array(
        Type.Object({ ai: Type.String(), value: Type.String(), readings: Type.Array(Elements) }, strict),
        { description: 'values that may have swallowed what stood behind them; a person has to say' },
      ),
    ),
    routingOnly: Type.Optional(
      Type.Object(
        {
          postalCode: Type.String(),
          country: optionalText('as the barcode has it: three digits or two letters'),
          carriers: Type.Array(Type.String()),
          where: oneOf(['longest_bars', 'bars_below_the_square', 'bars_below'] as const),
        },
        {
          ...strict,
          description: 'a routing barcode alone: where on these carriers’ labels the other one is',
        },
      ),
    ),
    order: optionalText('a marketplace’s order number'),
    rma: optionalText('a return number that says that it is one'),
    fnsku: Type.Optional(Type.String()),
    asin: Type.Optional(Type.String()),
    marketplaceLpn: optionalText('Amazon’s own plate'),
    serial: optionalText('behind S/N, or a certain GS1 element 21'),
    sscc: Type.Optional(Type.String()),
  },
  strict,
)
export type ScanReading = Static<typeof ScanReading>
/** What a scanned code is, and what to do next. */
export interface ScanAnswer {
  kind: ScanKind
  raw: string
  trackingNumber: string
  parcel?: ParcelView
  expected?: ExpectedView[]
  /** In what these returns differ, where they are several. */
  differs?: string[]
  unit?: UnitView
  bin?: Bin & { units: { lpn: string; title: string | null; state: string }[] }
  products?: Product[]
  badge?: { badge: string; name: string | null }
  /** Where the warehouse has such a printer. */
  printer?: { code: string; name: string }
  command?: { command: string; value?: string }
  /** A routing barcode alone: the other barcode of the label is wanted. */
  routingOnly?: { postalCode: string }
  candidates?: { kind: ScanKind; key: string }[]
  reading: ScanReading
  next: NextStep[]
}
export const ScanKindSchema = oneOf(SCAN_KINDS)
