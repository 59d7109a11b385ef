import type { PutWarehouse, WarehouseItem } from '@restow/contracts'
import { ask, type Queryable } from '../db/pool.ts'

const HOUSE = 'code, name, time_zone as "timeZone", currency, demands_enrolled as "demandsEnrolled", targets'

/** How is this warehouse set up? */
export async function findWarehouse(on: Queryable, code: string): Promise<WarehouseItem> {
  const text = `select ${HOUSE} from warehouse where code = $1`
  const [found] = await ask<WarehouseItem>(on, 'warehouse', text, [code])
  if (!found) throw new Error('the warehouse is gone')
  return found
}

/** What is left out stays as it is. */
export async function keepWarehouse(
  on: Queryable,
  code: string,
  { name, timeZone, currency, demandsEnrolled, targets }: PutWarehouse,
): Promise<WarehouseItem> {
  const text = `update warehouse set name = coalesce($2, name), time_zone = coalesce($3, time_zone), currency = coalesce($4, currency),
      demands_enrolled = coalesce($5::boolean, demands_enrolled), targets = coalesce($6::jsonb, targets)
    where code = $1 returning ${HOUSE}`
  const values = [code, name?.trim() ?? null, timeZone ?? null, currency ?? null, demandsEnrolled ?? null]
  const [kept] = await ask<WarehouseItem>(on, 'keep-warehouse', text, [
    ...values,
    targets ? JSON.stringify(targets) : null,
  ])
  if (!kept) throw new Error('the warehouse is gone')
  return kept
}
