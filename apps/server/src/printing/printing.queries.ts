import { ask, type Queryable } from '../db/pool.ts'

/** So many fresh plate serials, given out once. */
export async function leasePlateSerials(on: Queryable, count: number): Promise<number[]> {
  const text = "select nextval('plate_serial')::int as serial from generate_series(1, $1::int)"
  return (await ask<{ serial: number }>(on, 'lease-plates', text, [count])).map((row) => row.serial)
}
