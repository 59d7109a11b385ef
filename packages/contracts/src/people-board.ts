import { PERSON_STEPS, STAFF_ROLES } from '@restow/domain'
import { type Static, Type } from 'typebox'
import { PipelineBoard } from './board.ts'
import { orNull } from './lists.ts'
import { oneOf } from './words.ts'

/** Who works on what: for supervisors and admins. */

const strict = { additionalProperties: false }

const done = {
  step: oneOf(PERSON_STEPS),
  /** In the last 60 minutes, and in the warehouse's day so far. */
  lastHour: Type.Integer(),
  today: Type.Integer(),
}

const Person = Type.Object(
  {
    badge: Type.String(),
    name: Type.String(),
    role: oneOf(STAFF_ROLES),
    /**
     * One for each step; steps are not added up, since an inspection is more work than a scan. `perHour` is today's from the
     * first act of the day to the last, null within the first hour.
     */
    steps: Type.Array(Type.Object({ ...done, perHour: orNull(Type.Number()) }, strict)),
    /** The first act of the day; null where there is none yet. */
    since: orNull(Type.String()),
    /** What was done last and was not taken back again. */
    last: Type.Object(
      {
        at: Type.String(),
        event: Type.String({ description: 'the event’s type, such as UnitPutAway' }),
        kind: oneOf(['parcel', 'unit'] as const),
        /** The plate, or the tracking number. */
        key: Type.String(),
        deviceId: Type.String(),
        /** What the device is called, where it has a name. */
        device: orNull(Type.String()),
      },
      strict,
    ),
  },
  strict,
)
export type BoardPerson = Static<typeof Person>

const { cursor, asOf, warehouse, timeZone, day } = PipelineBoard.properties

/** `GET /api/boards/people`: everybody who has done something today or in the last hour, by name. What was taken back does not count. */
export const PeopleBoard = Type.Object(
  {
    ...{ cursor, asOf, warehouse, timeZone, day },
    people: Type.Array(Person),
    /** All of them together, one for each step. */
    totals: Type.Array(Type.Object(done, strict)),
  },
  strict,
)
export type PeopleBoard = Static<typeof PeopleBoard>
