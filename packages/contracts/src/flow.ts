import { UNIT_STATES } from '@restow/domain'
import { type Static, Type } from 'typebox'
import { oneOf } from './words.ts'

/** What came to each step and what went on from it, hour by hour of the warehouse's day. Steps that were taken back did not happen. */

const strict = { additionalProperties: false }
const Hourly = Type.Array(Type.Integer(), { description: 'one for each hour' })

export const Flow = Type.Object(
  {
    /** When each hour begins, in UTC: 24 of them, 23 or 25 on the days on which the clocks change. */
    hours: Type.Array(Type.String()),
    /** When the last of them ends. */
    until: Type.String(),
    /** Open parcels: those that arrived or were opened again, and those that were closed or turned out not to be ours. */
    parcels: Type.Object({ in: Hourly, out: Hourly }, strict),
    /** Every step but `void`, in the order of the flow. `registered` has in it what comes back from the bench. */
    units: Type.Array(Type.Object({ step: oneOf(UNIT_STATES), in: Hourly, out: Hourly }, strict)),
  },
  strict,
)
export type Flow = Static<typeof Flow>
