import { DISPOSITIONS, OVERRIDE_REASONS, ROUTES } from '@restow/domain'
import { Type } from 'typebox'
import { Lpn, oneOf, text } from './words.ts'

const OverrideReason = Type.Object(
  { code: oneOf(OVERRIDE_REASONS), note: Type.Optional(text(2000)) },
  { additionalProperties: false },
)

/** Facts of the decision about a unit, and of carrying out a scrap. */
export const ClassifyUnit = {
  lpn: Lpn,
  disposition: oneOf(DISPOSITIONS),
  route: oneOf(ROUTES),
  overrideReason: Type.Optional(OverrideReason),
}
/** What a seller says to scrap that is proposed to it: yes, or no with a sentence. */
export const AgreeToScrap = { agreed: Type.Literal(true), note: Type.Optional(text(1000)) }
export const ObjectToScrap = { agreed: Type.Literal(false), note: text(1000) }
export const ApproveScrap = { lpn: Lpn, approved: Type.Boolean(), note: Type.Optional(text(2000)) }
export const ScrapUnit = { lpn: Lpn, route: oneOf(ROUTES), witness: Type.Optional(text(200)) }
