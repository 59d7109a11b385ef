import { type Static, Type } from 'typebox'
import { text } from './words.ts'

/** The first warehouse of an empty server and its first admin, made by whoever reads the server's console. */

const strict = { additionalProperties: false }

/** `GET /api/first-set-up`: is there no warehouse yet? */
export const FirstSetUpState = Type.Object({ needed: Type.Boolean() })
export type FirstSetUpState = Static<typeof FirstSetUpState>

/** `POST /api/first-set-up`; `code` is the one that the server told on its console. */
export const FirstSetUp = Type.Object(
  {
    code: text(40),
    warehouse: Type.Object(
      { code: text(40), name: text(100), timeZone: text(64), currency: text(10) },
      strict,
    ),
    admin: Type.Object(
      { badge: text(40), name: text(100), pin: Type.String({ pattern: '^\\d{4,12}$' }) },
      strict,
    ),
  },
  strict,
)
export type FirstSetUp = Static<typeof FirstSetUp>

/** What then stands. Nobody is signed in by it. */
export const FirstSetUpDone = Type.Object({
  warehouse: Type.Object({
    code: Type.String(),
    name: Type.String(),
    timeZone: Type.String(),
    currency: Type.String(),
  }),
  admin: Type.Object({ badge: Type.String(), name: Type.String() }),
})
export type FirstSetUpDone = Static<typeof FirstSetUpDone>
