import { Type } from 'typebox'
import { orNull } from './lists.ts'

/** What several boards have. */

const strict = { additionalProperties: false }
/** What stands on every board. */
export const boardHead = {
  cursor: Type.String(),
  asOf: Type.String(),
  warehouse: Type.String(),
  timeZone: Type.String(),
  /** The business day that it is in the warehouse, YYYY-MM-DD. */
  day: Type.String(),
}
export const Seconds = orNull(Type.Integer({ description: 'seconds' }))
export const Share = orNull(Type.Number({ description: '0 to 1; null of nothing' }))
export const Parcels = Type.Object({ parcels: Type.Integer(), oldestSeconds: Seconds }, strict)
export const Broken = Type.Object({ count: Type.Integer(), oldestSeconds: Seconds }, strict)
/** Due within the next 60 minutes; `nextSeconds` are left to the first of them. */
export const Breaking = Type.Object({ count: Type.Integer(), nextSeconds: Seconds }, strict)
