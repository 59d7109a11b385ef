import { PARCEL_STATES, UNIT_STATES } from '@restow/domain'
import { type Static, Type } from 'typebox'
import { Breaking, Broken, boardHead, Parcels, Seconds } from './board-parts.ts'
import { Flow } from './flow.ts'
import { orNull } from './lists.ts'
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

const Units = Type.Object({ units: Type.Integer(), pieces: Type.Integer(), oldestSeconds: Seconds }, strict)

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
