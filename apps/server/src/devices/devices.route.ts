import {
  DeviceItem,
  DeviceList,
  DeviceParams,
  DevicesQuery,
  Enrol,
  Enrolled,
  Enrolment,
  EnrolmentParams,
  EnrolmentState,
  Heartbeat,
  HeartbeatAnswer,
  MakeEnrolment,
  PutDevice,
} from '@restow/contracts'
import type { FastifyInstance, FastifyRequest } from 'fastify'
import type { Static } from 'typebox'
import type { Database } from '../db/pool.ts'
import { listed, pageOf } from '../paging.ts'
import { notFound, ProblemError } from '../problem.ts'
import { findDevices, recordHeartbeat, renameDevice, restoreDevice, revokeDevice } from './devices.queries.ts'
import { enrol, type Guessing, makeEnrolment } from './enrol.ts'
import { findEnrolment } from './enrolments.queries.ts'

interface Sender {
  readonly user: string
  readonly warehouse: string
  /** The only device that may be spoken for, under a send token. */
  readonly device?: string
}
interface Options {
  readonly db: Database
  /** These throw for anybody else. */
  readonly staff: (request: FastifyRequest) => Sender
  readonly supervisor: (request: FastifyRequest) => Sender
  readonly guessing: Guessing
}
const tags = ['devices']

/** The devices of the floor. */
export function deviceRoutes(app: FastifyInstance, options: Options): void {
  enrolments(app, options)
  heartbeats(app, options)
  supervising(app, options)
}

function enrolments(app: FastifyInstance, { db, supervisor, guessing }: Options): void {
  app.post<{ Body: Static<typeof MakeEnrolment> }>(
    '/api/devices/enrolments',
    { schema: { tags, body: MakeEnrolment, response: { 200: Enrolment } } },
    (request) => makeEnrolment(db.staff, supervisor(request), request.body.name),
  )

  app.get<{ Params: Static<typeof EnrolmentParams> }>(
    '/api/devices/enrolments/:id',
    { schema: { tags, params: EnrolmentParams, response: { 200: EnrolmentState } } },
    async (request) => {
      const { warehouse } = supervisor(request)
      const found = await findEnrolment(db.staff, warehouse, request.params.id)
      if (!found) throw notFound('such enrolment')
      return found
    },
  )

  app.post<{ Body: Static<typeof Enrol> }>(
    '/api/devices/enrol',
    { schema: { tags, body: Enrol, response: { 200: Enrolled } }, bodyLimit: 8192 },
    (request) => {
      const { code, deviceId, appVersion = null } = request.body
      return enrol(db.tx, guessing, request.ip, { code, deviceId, appVersion })
    },
  )
}

function heartbeats(app: FastifyInstance, { db, staff }: Options): void {
  app.post<{ Body: Heartbeat }>(
    '/api/devices/heartbeat',
    { schema: { tags, body: Heartbeat, response: { 200: HeartbeatAnswer } }, bodyLimit: 8192 },
    async (request) => {
      const sender = staff(request)
      if (sender.device !== undefined && sender.device !== request.body.deviceId)
        throw new ProblemError(
          403,
          'wrong_device',
          `This sign-in sends for ${sender.device} and for no other device.`,
        )
      return { device: await recordHeartbeat(db.staff, sender, request.body) }
    },
  )
}

function supervising(app: FastifyInstance, { db, supervisor }: Options): void {
  const there = (found: DeviceItem | null, deviceId: string): DeviceItem => {
    if (!found) throw notFound(`device ${deviceId}`)
    return found
  }
  const Params = { params: DeviceParams, response: { 200: DeviceItem } }
  type OfDevice = { Params: Static<typeof DeviceParams> }

  app.get<{ Querystring: Static<typeof DevicesQuery> }>(
    '/api/devices',
    { schema: { tags, querystring: DevicesQuery, response: { 200: DeviceList } } },
    async (request) => {
      const { warehouse } = supervisor(request)
      const page = pageOf(request.query, ['text', 'text'])
      return listed(
        page,
        await findDevices(db.staff, warehouse, page),
        (row) => [row.name ?? row.deviceId, row.deviceId],
        (row) => row,
      )
    },
  )

  app.put<OfDevice & { Body: PutDevice }>(
    '/api/devices/:deviceId',
    { schema: { tags, ...Params, body: PutDevice } },
    async (request) => {
      const { warehouse, user } = supervisor(request)
      const { deviceId } = request.params
      const name = request.body.name.trim()
      return db.settingUp(user, async (on) =>
        there(await renameDevice(on, warehouse, deviceId, name), deviceId),
      )
    },
  )

  app.post<OfDevice>('/api/devices/:deviceId/revoke', { schema: { tags, ...Params } }, async (request) => {
    const { warehouse, user } = supervisor(request)
    const { deviceId } = request.params
    return db.settingUp(user, async (on) =>
      there(await revokeDevice(on, warehouse, deviceId, user), deviceId),
    )
  })

  app.post<OfDevice>('/api/devices/:deviceId/restore', { schema: { tags, ...Params } }, async (request) => {
    const { warehouse, user } = supervisor(request)
    const { deviceId } = request.params
    return db.settingUp(user, async (on) => there(await restoreDevice(on, warehouse, deviceId), deviceId))
  })
}
