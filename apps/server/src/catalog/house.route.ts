import { PutWarehouse, WarehouseItem } from '@restow/contracts'
import type { FastifyInstance } from 'fastify'
import { checkWarehouseFacts } from '../warehouse-facts.ts'
import { findWarehouse, keepWarehouse } from './house.queries.ts'
import type { SetUpOptions } from './set-up-options.ts'

/** The house itself: what people call it, its clock, its money, its time targets. */
export function houseRoutes(app: FastifyInstance, { db, staff, admin }: SetUpOptions): void {
  const tags = ['set-up']

  app.get('/api/warehouse', { schema: { tags, response: { 200: WarehouseItem } } }, (request) =>
    findWarehouse(db.staff, staff(request).warehouse),
  )

  app.put<{ Body: PutWarehouse }>(
    '/api/warehouse',
    { schema: { tags, body: PutWarehouse, response: { 200: WarehouseItem } } },
    (request) => {
      const { user, warehouse } = admin(request)
      checkWarehouseFacts(request.body)
      return db.settingUp(user, (on) => keepWarehouse(on, warehouse, request.body))
    },
  )
}
