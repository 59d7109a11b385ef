import { type Static, Type } from 'typebox'
import { orNull, WireMoney } from './lists.ts'
import { ReportTotals, reportHead } from './report.ts'
import { oneOf, text } from './words.ts'

/** What became of a seller's goods over many days: the reports of those days, added up. */

const strict = { additionalProperties: false }
const day = (description: string) =>
  Type.Optional(Type.String({ pattern: '^\\d{4}-\\d{2}-\\d{2}$', description }))

export const OVERVIEW_STEPS = ['day', 'week'] as const
export type OverviewStep = (typeof OVERVIEW_STEPS)[number]
export const MOST_PRODUCTS = 1000

/** `warehouse` is needed by a seller whose goods come to several; staff see their own. */
export const OverviewQuery = Type.Object(
  {
    seller: text(40),
    from: day('the first business day, YYYY-MM-DD; without both, the last 30 until today'),
    to: day('the last of them, at most a year later'),
    by: Type.Optional(oneOf(OVERVIEW_STEPS)),
    products: Type.Optional(
      Type.String({
        pattern: '^([1-9]\\d{0,2}|1000)$',
        description: 'how many products are told apart, 1 to 1000; 100 if left out',
      }),
    ),
    warehouse: Type.Optional(text(40)),
  },
  strict,
)

const counts = {
  /** Decisions that were not taken back within their day. */
  units: Type.Integer(),
  resell: Type.Integer(),
  refurbish: Type.Integer(),
  scrap: Type.Integer(),
}

const money = {
  /** Announced, by currency. */
  value: Type.Array(WireMoney),
  /** What suggestions that were followed expected to bring, costs taken off. */
  recovered: Type.Array(WireMoney),
  /** The announced value less that, of units of which both are known. */
  lost: Type.Array(WireMoney),
  /** Units in neither: decided against the suggestion, or of no announced value or rate. */
  unvalued: Type.Integer(),
}

/** Seconds from the dock to the decision; null where nothing was decided. Shares are 0 to 1. */
const took = {
  median: orNull(Type.Integer()),
  p90: orNull(Type.Integer()),
  /** Decided within 24 hours. */
  sameDayShare: orNull(Type.Number()),
  /** Decided within the target that holds for this seller now. */
  inTargetShare: orNull(Type.Number()),
}

/** A business day, or the days of one week, Monday to Sunday, that are asked for. */
export const OverviewPeriod = Type.Object(
  { from: Type.String(), to: Type.String(), ...counts, ...money, dockToDecision: Type.Object(took, strict) },
  strict,
)
export type OverviewPeriod = Static<typeof OverviewPeriod>

/** The customers' reasons, as they were mapped. */
const reasons = Type.Array(Type.Object({ reason: Type.String(), units: Type.Integer() }, strict))

/** Why a product came back, most frequent reason first, and what became of it. */
export const OverviewProduct = Type.Object(
  {
    /** Null of units that nobody could name. */
    sku: orNull(Type.String()),
    title: orNull(Type.String()),
    ...counts,
    pieces: Type.Integer(),
    ...money,
    reasons,
  },
  strict,
)
export type OverviewProduct = Static<typeof OverviewProduct>

export const ReturnsOverview = Type.Object(
  {
    ...reportHead,
    asOf: Type.String(),
    by: oneOf(OVERVIEW_STEPS),
    /** As the reports of these days have them. */
    totals: ReportTotals,
    lost: Type.Array(WireMoney),
    unvalued: Type.Integer(),
    dockToDecision: Type.Object({ ...took, targetSeconds: Type.Integer() }, strict),
    /** Units that are registered and not decided now, and how many of them are past the target. */
    undecided: Type.Object({ units: Type.Integer(), late: Type.Integer() }, strict),
    /** Why everything came back, most frequent first. */
    reasons,
    /** Every day or week that was asked for, in order. */
    periods: Type.Array(OverviewPeriod),
    /** Those that came back most, and all others together; null where there are no others. */
    products: Type.Array(OverviewProduct),
    others: orNull(
      Type.Object({ products: Type.Integer(), ...counts, pieces: Type.Integer(), ...money, reasons }, strict),
    ),
  },
  strict,
)
export type ReturnsOverview = Static<typeof ReturnsOverview>
