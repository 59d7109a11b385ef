import {
  AcknowledgeDropped,
  Acknowledged,
  DeviceParams,
  DroppedKept,
  DroppedList,
  DroppedQuery,
  TellDropped,
} from '@restow/contracts'
import type { FastifyInstance, FastifyRequest } from 'fastify'
import type { Static } from 'typebox'
import type { Database } from '../db/pool.ts'
import { listed, pageOf } from '../paging.ts'
import { ProblemError } from '../problem.ts'
import { acknowledgeDropped, findDropped, keepDropped } from './dropped.queries.ts'

interface Sender {
  readonly user: string
  readonly warehouse: string
  /** The only device that may be spoken for, under a send token. */
  readonly device?: string
}
interface Options {
  readonly db: Database
  readonly staff: (request: FastifyRequest) => Sender
  readonly supervisor: (request: FastifyRequest) => Sender
}
const tags = ['devices']

/** What was refused and then dropped by whoever had the device: told by it, seen by supervisors. */
export function droppedRoutes(app: FastifyInstance, { db, staff, supervisor }: Options): void {
  app.post<{ Body: TellDropped }>(
    '/api/devices/dropped',
    { schema: { tags, body: TellDropped, response: { 200: DroppedKept } }, bodyLimit: 131_072 },
    async (request) => {
      const { user, warehouse, device } = staff(request)
      if (device !== undefined && device !== request.body.deviceId)
        throw new ProblemError(
          403,
          'wrong_device',
          `This sign-in sends for ${device} and for no other device.`,
        )
      return { kept: await keepDropped(db.staff, { user, warehouse }, request.body) }
    },
  )

  app.post<{ Body: Static<typeof AcknowledgeDropped> }>(
    '/api/devices/dropped/acknowledged',
    { schema: { tags, body: AcknowledgeDropped, response: { 200: Acknowledged } } },
    async (request) => {
      const { user, warehouse } = supervisor(request)
      return { outcomes: await acknowledgeDropped(db.staff, { user, warehouse }, request.body.commandIds) }
    },
  )

  app.get<{ Params: Static<typeof DeviceParams>; Querystring: Static<typeof DroppedQuery> }>(
    '/api/devices/:deviceId/dropped',
    { schema: { tags, params: DeviceParams, querystring: DroppedQuery, response: { 200: DroppedList } } },
    async (request) => {
      const { warehouse } = supervisor(request)
      const page = pageOf(request.query, ['moment', 'id'])
      return listed(
        page,
        await findDropped(db.staff, warehouse, request.params.deviceId, page),
        (row) => [row.recordedAt, row.commandId],
        (row) => row,
      )
    },
  )
}
