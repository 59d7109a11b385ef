import { COMMAND_TYPES, type CommandType, DROP_REASONS } from '@restow/domain'
import { type Static, Type } from 'typebox'
import { listOf, listQuery } from './lists.ts'
import { Instant, oneOf, text } from './words.ts'

/** What people at handhelds have dropped of what was refused to them, for supervisors to see. */

const strict = { additionalProperties: false }

const facts = {
  commandId: Type.String({ format: 'uuid' }),
  /** Which command it was, and the plate or tracking number that it was about first; empty for none. */
  type: oneOf(COMMAND_TYPES as readonly CommandType[] as readonly [CommandType]),
  about: Type.String({ ...text(100), minLength: 0 }),
  /** Whose work it was. */
  doneBy: text(40),
  /** The rejection's code, and its sentence as the device was told it. */
  code: text(60),
  message: Type.String({ ...text(500), minLength: 0 }),
  reason: oneOf(DROP_REASONS),
}

/** `POST /api/devices/dropped`: who sends it has dropped these. Again with the same ones: nothing more happens. */
export const TellDropped = Type.Object(
  {
    deviceId: text(64),
    dropped: Type.Array(Type.Object({ ...facts, droppedAt: Instant }, strict), { minItems: 1, maxItems: 50 }),
  },
  strict,
)
export type TellDropped = Static<typeof TellDropped>
export const DroppedKept = Type.Object({ kept: Type.Integer() }, strict)
export type DroppedKept = Static<typeof DroppedKept>

/** `GET /api/devices/{deviceId}/dropped`, by a supervisor: the latest first. */
export const DroppedQuery = listQuery({})
export const DroppedItem = Type.Object(
  {
    ...facts,
    droppedBy: Type.String(),
    /** By the device's clock, and when the server heard of it. */
    droppedAt: Type.String(),
    recordedAt: Type.String(),
  },
  strict,
)
export type DroppedItem = Static<typeof DroppedItem>
export const DroppedList = listOf(DroppedItem)
export type DroppedList = Static<typeof DroppedList>
