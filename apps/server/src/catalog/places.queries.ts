import { ask, type Queryable } from '../db/pool.ts'

/** Which warehouses are there, and what time is on their walls? */
export const findWarehouses = (on: Queryable): Promise<{ code: string; timeZone: string }[]> =>
  ask(on, 'warehouses', 'select code, time_zone as "timeZone" from warehouse order by code', [])
