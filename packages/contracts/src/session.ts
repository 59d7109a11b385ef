import { STAFF_ROLES } from '@restow/domain'
import { type Static, Type } from 'typebox'
import { oneOf, text } from './words.ts'

const strict = { additionalProperties: false }
export const SignIn = Type.Union([
  Type.Object(
    { badge: text(40), pin: Type.String({ pattern: '^\\d{4,12}$' }), deviceId: Type.Optional(text(64)) },
    strict,
  ),
  Type.Object({ email: text(254), password: text(200) }, strict),
])
export const ROLES = [...STAFF_ROLES, 'seller'] as const
export const SessionUser = Type.Object({
  name: Type.String(),
  role: oneOf(ROLES),
  badge: Type.Optional(Type.String()),
  warehouse: Type.Optional(Type.String()),
  timeZone: Type.Optional(Type.String()),
  seller: Type.Optional(Type.String()),
})
export type SessionUser = Static<typeof SessionUser>
export const Session = Type.Object({ user: SessionUser })
