import { LANGUAGE_CODES, STAFF_ROLES } from '@restow/domain'
import { type Static, Type } from 'typebox'
import { oneOf, text } from './words.ts'

const strict = { additionalProperties: false }
export const SignIn = Type.Union([
  Type.Object(
    {
      badge: text(40),
      pin: Type.String({ pattern: '^\\d{4,12}$' }),
      deviceId: Type.Optional(text(64)),
      /** What the device was given when it was enrolled; a warehouse may demand it. */
      deviceKey: Type.Optional(text(200)),
    },
    strict,
  ),
  Type.Object({ email: text(254), password: text(200) }, strict),
])
/** A screen on a wall is signed in as itself. */
export const ROLES = [...STAFF_ROLES, 'seller', 'screen'] as const
export const SessionUser = Type.Object({
  name: Type.String(),
  role: oneOf(ROLES),
  badge: Type.Optional(Type.String()),
  warehouse: Type.Optional(Type.String()),
  timeZone: Type.Optional(Type.String()),
  seller: Type.Optional(Type.String()),
  /** As they chose it last. */
  language: Type.Optional(oneOf(LANGUAGE_CODES)),
})
/** The language that whoever is signed in reads from now on, on any device. */
export const ChosenLanguage = Type.Object({ language: oneOf(LANGUAGE_CODES) }, strict)
export type SessionUser = Static<typeof SessionUser>
export const Session = Type.Object({ user: SessionUser })

/**
 * The answer to a sign-in. A member of staff on a named device also gets a send token: kept beside the queue, good for
 * sending that person's work off that device and nothing else, until 14 days after sign-out.
 */
export const SessionBegun = Type.Object({ user: SessionUser, sendToken: Type.Optional(Type.String()) })
export type SessionBegun = Static<typeof SessionBegun>
