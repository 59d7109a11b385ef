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
import { ChecklistItem } from './inspect.ts'
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
export const CarrierReading = Type.Object({
  carrier: Type.String(),
  format: Type.String(),
  trackingNumber: Type.String(),
  check: Type.String(),
})
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
  reading: { carriers: Static<typeof CarrierReading>[]; gs1?: Record<string, string> }
  next: NextStep[]
}
export const ScanKindSchema = oneOf(SCAN_KINDS)
