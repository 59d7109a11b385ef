import { type Static, Type } from 'typebox'
import { listOf, listQuery, orNull } from './lists.ts'
import { DevicePrinter } from './printers.ts'
import { Called, Instant, text } from './words.ts'

/** The devices of the floor: how one is enrolled, what it tells of itself, and what a supervisor sees and does. */

const strict = { additionalProperties: false }
const DeviceId = text(64)
const AppVersion = text(40)
const count = Type.Integer({ minimum: 0, maximum: 1_000_000 })

export const DeviceParams = Type.Object({ deviceId: DeviceId }, strict)
export const EnrolmentParams = Type.Object({ id: Type.String({ format: 'uuid' }) }, strict)

/** `POST /api/devices/enrolments`, by a supervisor: a code for one device, to be scanned off the screen. */
export const MakeEnrolment = Type.Object({ name: Called }, strict)
export const Enrolment = Type.Object(
  {
    id: Type.String(),
    /** `RSE:` and 32 characters. */
    code: Type.String(),
    expiresAt: Type.String(),
  },
  strict,
)
export type Enrolment = Static<typeof Enrolment>
/** `GET /api/devices/enrolments/{id}`: has a device taken it up? */
export const EnrolmentState = Type.Object(
  { usedBy: orNull(Type.String()), expiresAt: Type.String(), expired: Type.Boolean() },
  strict,
)
export type EnrolmentState = Static<typeof EnrolmentState>

/** `POST /api/devices/enrol`, by the device itself, with nobody signed in. */
export const Enrol = Type.Object(
  { code: text(200), deviceId: DeviceId, appVersion: Type.Optional(AppVersion) },
  strict,
)
/** The key is shown this once; the device keeps it and signs in with it. */
export const Enrolled = Type.Object(
  {
    device: Type.Object({ deviceId: Type.String(), name: Type.String(), warehouse: Type.String() }, strict),
    deviceKey: Type.String(),
  },
  strict,
)
export type Enrolled = Static<typeof Enrolled>

/** `POST /api/devices/heartbeat`: that a device is there, and how much work it keeps. Its clock is recorded, not believed. */
export const Heartbeat = Type.Object(
  {
    deviceId: DeviceId,
    appVersion: AppVersion,
    /** Per cent; left out where the device does not tell. */
    battery: Type.Optional(Type.Integer({ minimum: 0, maximum: 100 })),
    charging: Type.Optional(Type.Boolean()),
    unsent: count,
    oldestUnsentAt: Type.Optional(Instant),
    refused: count,
  },
  strict,
)
export type Heartbeat = Static<typeof Heartbeat>
export const HeartbeatAnswer = Type.Object(
  {
    device: Type.Object(
      {
        name: orNull(Type.String()),
        enrolled: Type.Boolean(),
        revoked: Type.Boolean(),
        /** Where its labels come out, and what is in that printer's way. */
        printer: DevicePrinter.properties.printer,
      },
      strict,
    ),
  },
  strict,
)
export type HeartbeatAnswer = Static<typeof HeartbeatAnswer>

export const DevicesQuery = listQuery({})
/** A device in the list, by name, those without one by their id. Times are ISO 8601 in UTC. */
export const DeviceItem = Type.Object(
  {
    deviceId: Type.String(),
    name: orNull(Type.String()),
    enrolled: Type.Boolean(),
    enrolledAt: orNull(Type.String()),
    enrolledBy: orNull(Type.String()),
    lastSeen: orNull(Type.String()),
    lastBadge: orNull(Type.String()),
    appVersion: orNull(Type.String()),
    battery: orNull(Type.Integer()),
    charging: orNull(Type.Boolean()),
    /** Work that it keeps and has not sent, and since when the oldest of it waits; as it last said. */
    unsent: Type.Integer(),
    oldestUnsentAt: orNull(Type.String()),
    refused: Type.Integer(),
    /** What was dropped on it in the last seven days, of what had been refused. */
    dropped: Type.Integer(),
    revokedAt: orNull(Type.String()),
    revokedBy: orNull(Type.String()),
  },
  strict,
)
export type DeviceItem = Static<typeof DeviceItem>
export const DeviceList = listOf(DeviceItem)
export type DeviceList = Static<typeof DeviceList>

/** `PUT /api/devices/{deviceId}`, by a supervisor. */
export const PutDevice = Type.Object({ name: Called }, strict)
export type PutDevice = Static<typeof PutDevice>
