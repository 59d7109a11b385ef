import {
  DISPOSITIONS,
  GRADES,
  OVERRIDE_REASONS,
  PARCEL_STATES,
  ROUTES,
  UNIT_STATES,
  ZONES,
} from '@restow/domain'
import { type Static, Type } from 'typebox'
import { BinPlace } from './bin-place.ts'
import { Flow } from './flow.ts'
import { orNull, WireMoney } from './lists.ts'
import { oneOf, text } from './words.ts'

/**
 * Boards: snapshots that a page may ask for each second. `cursor` changes when anything was recorded; with
 * `If-None-Match` an unchanged board answers 304. Ages and times left are in seconds at `asOf`.
 */

const strict = { additionalProperties: false }
/** `warehouse` is for a seller whose goods come to several; staff see their own. */
export const BoardQuery = Type.Object(
  { seller: Type.Optional(text(40)), warehouse: Type.Optional(text(40)) },
  strict,
)

/** What stands on every board. */
export const boardHead = {
  cursor: Type.String(),
  asOf: Type.String(),
  warehouse: Type.String(),
  timeZone: Type.String(),
  /** The business day that it is in the warehouse, YYYY-MM-DD. */
  day: Type.String(),
}
const Seconds = orNull(Type.Integer({ description: 'seconds' }))
const Share = orNull(Type.Number({ description: '0 to 1; null of nothing' }))
const Parcels = Type.Object({ parcels: Type.Integer(), oldestSeconds: Seconds }, strict)
const Units = Type.Object({ units: Type.Integer(), pieces: Type.Integer(), oldestSeconds: Seconds }, strict)
const Broken = Type.Object({ count: Type.Integer(), oldestSeconds: Seconds }, strict)
/** Due within the next 60 minutes; `nextSeconds` are left to the first of them. */
const Breaking = Type.Object({ count: Type.Integer(), nextSeconds: Seconds }, strict)

export const CLOCKS = ['register', 'decide', 'shelve'] as const
export type ClockName = (typeof CLOCKS)[number]
/** Who runs out of time next. `kind` and `key` say what it is about: a parcel's tracking number, or a plate. */
export const ClockItem = Type.Object(
  {
    kind: oneOf(['parcel', 'unit'] as const),
    key: Type.String(),
    clock: oneOf(CLOCKS),
    seller: orNull(Type.String()),
    title: orNull(Type.String()),
    bin: orNull(Type.String()),
    held: Type.Boolean(),
    startedAt: Type.String(),
    dueAt: Type.String(),
    /** Below zero where the target is broken. */
    leftSeconds: Type.Integer(),
  },
  strict,
)
export type ClockItem = Static<typeof ClockItem>

const UnitStep = Type.Object(
  {
    step: oneOf(UNIT_STATES),
    units: Type.Integer(),
    pieces: Type.Integer(),
    /** Of them, on hold. */
    held: Type.Integer(),
    /** How long the oldest has been at this step. */
    oldestSeconds: Seconds,
    byDisposition: Type.Object(
      { resell: Type.Integer(), refurbish: Type.Integer(), scrap: Type.Integer() },
      strict,
    ),
  },
  strict,
)

/** `GET /api/boards/pipeline`. */
export const PipelineBoard = Type.Object(
  {
    ...boardHead,
    /** Every state but `void`, in the order of the flow; ages since receipt, null once it is done. */
    parcels: Type.Array(
      Type.Object({ state: oneOf(PARCEL_STATES), parcels: Type.Integer(), oldestSeconds: Seconds }, strict),
    ),
    /** Every step but `void`, in the order of the flow. */
    units: Type.Array(UnitStep),
    today: Type.Object(
      {
        /** Parcels that came in, and that were closed. */
        arrived: Type.Integer(),
        closed: Type.Integer(),
        /** Units. */
        registered: Type.Integer(),
        decided: Type.Integer(),
        shelved: Type.Integer(),
        left: Type.Integer(),
      },
      strict,
    ),
    flow: Flow,
    waiting: Type.Object(
      {
        /** Received and not begun. */
        atDock: Parcels,
        unclaimed: Parcels,
        /** Past the warehouse's time limit: a supervisor decides what becomes of it. */
        unclaimedPast: Parcels,
        forSeller: Units,
        forSupervisor: Units,
        /** Scrap that waits for a second person. */
        forApproval: Units,
        missing: Units,
        /** Open exceptions, of parcels and units. */
        exceptions: Type.Integer(),
      },
      strict,
    ),
    clocks: Type.Object(
      {
        broken: Broken,
        breaking: Breaking,
        /** One for each clock: how long it may take, how many run, are broken, are due within 60 minutes. */
        byClock: Type.Array(
          Type.Object(
            {
              clock: oneOf(CLOCKS),
              targetSeconds: Type.Integer(),
              running: Type.Integer(),
              broken: Type.Integer(),
              breaking: Type.Integer(),
            },
            strict,
          ),
        ),
        /** Those that are longest over, at most 20, then the 20 that are due next. */
        next: Type.Array(ClockItem),
      },
      strict,
    ),
  },
  strict,
)
export type PipelineBoard = Static<typeof PipelineBoard>

const Way = Type.Object({ disposition: oneOf(DISPOSITIONS), route: oneOf(ROUTES) }, strict)
const ByDisposition = {
  resell: Type.Integer(),
  refurbish: Type.Integer(),
  scrap: Type.Integer(),
  units: Type.Integer(),
}
/** `GET /api/boards/dispositions`: the decisions of the warehouse's day, those taken back left out. */
export const DispositionsBoard = Type.Object(
  {
    ...boardHead,
    today: Type.Object(
      {
        units: Type.Integer(),
        pieces: Type.Integer(),
        byDisposition: Type.Array(
          Type.Object(
            {
              disposition: oneOf(DISPOSITIONS),
              units: Type.Integer(),
              pieces: Type.Integer(),
              recovered: Type.Array(WireMoney),
              lost: Type.Array(WireMoney),
            },
            strict,
          ),
        ),
        bySeller: Type.Array(Type.Object({ seller: Type.String(), ...ByDisposition }, strict)),
        /** Best first; null is a unit whose grade is open again. */
        byGrade: Type.Array(Type.Object({ grade: orNull(oneOf(GRADES)), ...ByDisposition }, strict)),
        /** By the customer's mapped reason, most first. */
        byReason: Type.Array(Type.Object({ reason: Type.String(), ...ByDisposition }, strict)),
        /** Most first; null is a unit without a product. */
        byCategory: Type.Array(Type.Object({ category: orNull(Type.String()), ...ByDisposition }, strict)),
        overrides: Type.Object(
          {
            units: Type.Integer(),
            share: Share,
            /** Most first. */
            byReason: Type.Array(
              Type.Object({ reason: oneOf(OVERRIDE_REASONS), units: Type.Integer() }, strict),
            ),
            /** What was suggested, what was decided instead and why, most first. `from` is null where nothing was. */
            changes: Type.Array(
              Type.Object(
                { reason: oneOf(OVERRIDE_REASONS), from: orNull(Way), to: Way, units: Type.Integer() },
                strict,
              ),
            ),
            /** Who decided how much, and how much of it against the suggestion; for staff alone. */
            byPerson: Type.Array(
              Type.Object({ by: Type.String(), units: Type.Integer(), overridden: Type.Integer() }, strict),
            ),
          },
          strict,
        ),
        /**
         * By currency, from what the suggestion expected of the decisions that followed it. Each unit counts once, by the decision
         * that stands: not by one before it, nor by scrap that was declined or objected to.
         */
        recovered: Type.Array(WireMoney),
        /**
         * By currency: the value of the announced lines of those units less what they should bring, costs included. So
         * what is scrapped is lost as a whole, with what it costs to be rid of it.
         */
        lost: Type.Array(WireMoney),
        /** Units in neither: decided against the suggestion, without an announced value or rate, or of a lot split since. */
        unvalued: Type.Integer(),
      },
      strict,
    ),
    /** On average of the days before on which anything was decided: by this time of the day. */
    usual: Type.Object(
      { days: Type.Integer(), resell: Type.Number(), refurbish: Type.Number(), scrap: Type.Number() },
      strict,
    ),
    /** Now: on the bench, and scrap that waits for a second person. */
    onTheBench: Type.Integer(),
    waitForApproval: Type.Integer(),
    /** The last 14 days, today last. */
    days: Type.Array(
      Type.Object(
        {
          date: Type.String(),
          resell: Type.Integer(),
          refurbish: Type.Integer(),
          scrap: Type.Integer(),
        },
        strict,
      ),
    ),
    /** The last 12 decisions. */
    recent: Type.Array(
      Type.Object(
        {
          at: Type.String(),
          lpn: Type.String(),
          title: orNull(Type.String()),
          seller: orNull(Type.String()),
          grade: orNull(oneOf(GRADES)),
          disposition: oneOf(DISPOSITIONS),
          route: oneOf(ROUTES),
          held: Type.Boolean(),
          recovered: orNull(WireMoney),
          photos: Type.Array(Type.String({ description: 'a hash; at most three' })),
          by: Type.String(),
          /** From the dock to the decision. */
          tookSeconds: Seconds,
        },
        strict,
      ),
    ),
  },
  strict,
)
export type DispositionsBoard = Static<typeof DispositionsBoard>

export const BoardBin = Type.Object(
  {
    code: Type.String(),
    plates: Type.Integer(),
    capacity: Type.Integer(),
    /** Since the oldest unit in it was registered; null of an empty bin. */
    oldestSeconds: Seconds,
    /** Open exceptions of the units in it. */
    exceptions: Type.Integer(),
    /** When the oldest unit in it was registered, in seconds since 1970; left out of an empty bin. */
    oldestAt: Type.Optional(Type.Integer()),
    /** Pieces, where they are more than its plates. What follows is left out where there is none of it. */
    pieces: Type.Optional(Type.Integer()),
    /** On hold; past their time target; in a zone that they do not belong to. */
    held: Type.Optional(Type.Integer()),
    late: Type.Optional(Type.Integer()),
    misplaced: Type.Optional(Type.Integer()),
    /** Plates by seller; an empty name stands for nobody's. */
    sellers: Type.Optional(Type.Record(Type.String(), Type.Integer())),
    /** Where it is, as far as that is not what its code says. */
    place: Type.Optional(BinPlace),
  },
  strict,
)
export type BoardBin = Static<typeof BoardBin>
export const ATTENTION = ['past_target', 'overfull', 'full', 'waits', 'wrong_zone'] as const

/** `GET /api/boards/bins`. A seller's user sees the bins that hold its units, with those alone counted. */
export const BinsBoard = Type.Object(
  {
    ...boardHead,
    zones: Type.Array(
      Type.Object(
        {
          zone: oneOf(ZONES),
          units: Type.Integer(),
          pieces: Type.Integer(),
          capacity: Type.Integer(),
          /** Plates by capacity. */
          fill: Share,
          oldestSeconds: Seconds,
          /** Units in it for over a day. */
          overADay: Type.Integer(),
          bins: Type.Array(BoardBin),
        },
        strict,
      ),
    ),
    totals: Type.Object(
      {
        onTheFloor: Type.Object(
          { units: Type.Integer(), pieces: Type.Integer(), inBins: Type.Integer(), bins: Type.Integer() },
          strict,
        ),
        atDock: Parcels,
        /** `sameDayShare` of them were decided within 24 hours of the dock. */
        decidedToday: Type.Object({ units: Type.Integer(), sameDayShare: Share }, strict),
        /** `nextDayShare` of them were shelved within 24 hours of the decision. */
        shelvedToday: Type.Object({ units: Type.Integer(), nextDayShare: Share }, strict),
        breaking: Breaking,
        broken: Broken,
      },
      strict,
    ),
    /** What needs a hand, worst first, at most 12. */
    attention: Type.Array(
      Type.Object(
        {
          bin: Type.String(),
          zone: oneOf(ZONES),
          why: oneOf(ATTENTION),
          units: Type.Integer(),
          seconds: Seconds,
        },
        strict,
      ),
    ),
  },
  strict,
)
export type BinsBoard = Static<typeof BinsBoard>
