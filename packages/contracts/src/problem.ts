import { type Static, Type } from 'typebox'

/** An error, as `application/problem+json` (RFC 9457) with a stable `code`. */
export const Problem = Type.Object({
  type: Type.String(),
  title: Type.String(),
  status: Type.Integer(),
  code: Type.String(),
  detail: Type.Optional(Type.String()),
  fields: Type.Optional(
    Type.Array(Type.String(), {
      description: 'Of what was sent, those that it is about, where that is said.',
    }),
  ),
})
export type Problem = Static<typeof Problem>
