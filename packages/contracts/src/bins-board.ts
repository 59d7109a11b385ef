import { ZONES } from '@restow/domain'
import { type Static, Type } from 'typebox'
import { BinPlace } from './bin-place.ts'
import { Breaking, Broken, boardHead, Parcels, Seconds, Share } from './board-parts.ts'
import { oneOf } from './words.ts'

/** What lies where. */

const strict = { additionalProperties: false }

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
