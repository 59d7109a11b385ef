import { type Static, Type } from 'typebox'
import { Lpn, text, UuidV7 } from './words.ts'

const strict = { additionalProperties: false }
/** It says something. */
const Said = Type.String({ ...text(1000), pattern: '\\S' })

/** `POST /api/units/{lpn}/answer`: a seller's answer to the question that one of its units waits with. */
export const SellerAnswer = Type.Object({ commandId: UuidV7, answer: Said }, strict)
export type SellerAnswer = Static<typeof SellerAnswer>
export const SellerAnswerParams = Type.Object({ lpn: Lpn }, strict)

/** `POST /api/units/{lpn}/scrap-answer`: a seller agrees to scrap that is proposed to it, or objects with a sentence. */
export const SellerScrapAnswer = Type.Union([
  Type.Object({ commandId: UuidV7, agreed: Type.Literal(true), note: Type.Optional(Said) }, strict),
  Type.Object({ commandId: UuidV7, agreed: Type.Literal(false), note: Said }, strict),
])
export type SellerScrapAnswer = Static<typeof SellerScrapAnswer>
