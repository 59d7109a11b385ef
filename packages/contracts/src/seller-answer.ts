import { type Static, Type } from 'typebox'
import { Lpn, text, UuidV7 } from './words.ts'

/** `POST /api/units/{lpn}/answer`: a seller's answer to the question that one of its units waits with. */
export const SellerAnswer = Type.Object(
  { commandId: UuidV7, answer: Type.String({ ...text(1000), pattern: '\\S' }) },
  { additionalProperties: false },
)
export type SellerAnswer = Static<typeof SellerAnswer>
export const SellerAnswerParams = Type.Object({ lpn: Lpn }, { additionalProperties: false })
