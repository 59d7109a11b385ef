import { ROUTES } from '@restow/domain'
import { Type } from 'typebox'
import { Lpn, oneOf, text } from './words.ts'

/** Facts of the work at the bench. */
export const StartRefurbishment = { lpn: Lpn, route: oneOf(ROUTES) }
export const FinishRefurbishment = {
  lpn: Lpn,
  done: Type.Array(text(200), { maxItems: 50 }),
  minutes: Type.Integer({ minimum: 0, maximum: 100_000 }),
  cost: Type.Optional(
    Type.Object(
      {
        minor: Type.Integer({ minimum: 0, maximum: 1e12 }),
        currency: Type.String({ pattern: '^[A-Z]{3}$' }),
      },
      { additionalProperties: false },
    ),
  ),
}
