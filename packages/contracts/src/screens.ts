import { type Static, Type } from 'typebox'
import { Called } from './words.ts'

/** Screens on walls: browsers that show boards, do nothing else, and stay signed in when their supervisor goes home. */

const strict = { additionalProperties: false }

export const ScreenParams = Type.Object({ id: Type.String({ format: 'uuid' }) }, strict)

/** `POST /api/screens`, by a supervisor, in the browser that is to be the screen. */
export const HangScreen = Type.Object({ name: Called }, strict)

export const ScreenItem = Type.Object(
  {
    id: Type.String(),
    name: Type.String(),
    hungBy: Type.String(),
    hungAt: Type.String(),
    /** To the minute. */
    lastSeen: Type.String(),
  },
  strict,
)
export type ScreenItem = Static<typeof ScreenItem>
/** Those that hang in the warehouse, by name. */
export const ScreenList = Type.Object({ items: Type.Array(ScreenItem) }, strict)
