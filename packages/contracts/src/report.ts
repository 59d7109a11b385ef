import { DISPOSITIONS, FINDINGS, GRADES, ROUTES } from '@restow/domain'
import { type Static, Type } from 'typebox'
import { orNull, WireMoney } from './lists.ts'
import { oneOf, text } from './words.ts'

const strict = { additionalProperties: false }
export const REPORT_FORMATS = ['json', 'csv', 'xlsx', 'pdf', 'amazon'] as const
export type ReportFormat = (typeof REPORT_FORMATS)[number]

const day = (description: string) =>
  Type.Optional(Type.String({ pattern: '^\\d{4}-\\d{2}-\\d{2}$', description }))

/**
 * One day by `date`, or several by `from` and `to`. `warehouse` is needed by a seller whose goods come to several; staff see
 * their own. JSON if `format` is left out.
 */
export const ReportQuery = Type.Object(
  {
    seller: text(40),
    date: day('a business day, YYYY-MM-DD'),
    from: day('the first of several days'),
    to: day('the last of them, at most a year later'),
    format: Type.Optional(oneOf(REPORT_FORMATS)),
    warehouse: Type.Optional(text(40)),
  },
  strict,
)

const Count = Type.Object({ units: Type.Integer(), pieces: Type.Integer() }, strict)

/** One decision (`UnitClassified`) of the day, with the unit as it stood then; its plate, bin and photos as at the day's end. */
export const ReportRow = Type.Object(
  {
    eventId: Type.String(),
    lpn: Type.String(),
    orderNumber: orNull(Type.String()),
    rmaNumber: orNull(Type.String()),
    trackingNumber: Type.String(),
    sku: orNull(Type.String()),
    asin: orNull(Type.String()),
    fnsku: orNull(Type.String()),
    title: orNull(Type.String()),
    quantity: Type.Integer(),
    /** The customer's reason: mapped, and as it came. */
    reason: orNull(Type.String()),
    reasonRaw: orNull(Type.String()),
    grade: orNull(oneOf(GRADES)),
    findings: Type.Array(oneOf(FINDINGS)),
    disposition: oneOf(DISPOSITIONS),
    route: oneOf(ROUTES),
    overrideReason: orNull(Type.String()),
    bin: orNull(Type.String()),
    /** The announced value of the unit. */
    value: orNull(WireMoney),
    /** What the suggestion expected to recover; null where it was not followed. */
    recovered: orNull(WireMoney),
    receivedAt: orNull(Type.String()),
    classifiedAt: Type.String(),
    /** Seconds from the dock to the decision. */
    dockToDecision: orNull(Type.Integer()),
    /** The `eventId` of the earlier decision about this unit that this one replaces, and when that was. */
    supersedes: orNull(Type.String()),
    supersedesAt: orNull(Type.String()),
    /** True for a decision that was taken back within the day; it is not in the totals. */
    takenBack: Type.Boolean(),
    /** Addresses of its photos, to be opened by who may see the unit. */
    photos: Type.Array(Type.String()),
    /** The business day that it belongs to. */
    day: Type.String(),
  },
  strict,
)
export type ReportRow = Static<typeof ReportRow>

export const ReportTotal = Type.Object(
  {
    units: Type.Integer(),
    pieces: Type.Integer(),
    /** By currency. */
    value: Type.Array(WireMoney),
    recovered: Type.Array(WireMoney),
  },
  strict,
)
export type ReportTotal = Static<typeof ReportTotal>

export const ReportTotals = Type.Object(
  { resell: ReportTotal, refurbish: ReportTotal, scrap: ReportTotal },
  strict,
)

/** Whose days it is about, and which. */
export const reportHead = {
  seller: Type.String(),
  warehouse: Type.String(),
  timeZone: Type.String(),
  date: Type.String(),
  /** The last day, where there are several; else `date` again. */
  lastDate: Type.String(),
  /** The days' first instant, and the first one after them. */
  from: Type.String(),
  until: Type.String(),
  /** True while things may still be added. */
  open: Type.Boolean(),
}

/** The report of one seller in one warehouse, of a day or of several. A closed one never changes. */
export const DispositionReport = Type.Object(
  {
    ...reportHead,
    /** When the last of the days was closed, and where in the ledger's feed; null while it is open. */
    closedAt: orNull(Type.String()),
    position: orNull(Type.Integer()),
    /** Up to when it says what happened: of a closed day, always the same instant. */
    asOf: Type.String(),
    counts: Type.Object(
      {
        /** Parcels that came in. */
        received: Type.Integer(),
        registered: Count,
        inspected: Count,
        shelved: Count,
        dispatched: Count,
      },
      strict,
    ),
    rows: Type.Array(ReportRow),
    totals: ReportTotals,
    /** Median seconds from the dock to the decision, and the share decided within 24 hours (0 to 1). */
    dockToDecision: Type.Object(
      { median: orNull(Type.Integer()), sameDayShare: orNull(Type.Number()) },
      strict,
    ),
  },
  strict,
)
export type DispositionReport = Static<typeof DispositionReport>
