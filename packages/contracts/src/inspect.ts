import { FINDINGS, GRADES, IDENTITIES } from '@restow/domain'
import { Type } from 'typebox'
import { Code, Lpn, oneOf, text } from './words.ts'

const Answer = Type.Object({ check: Code, answer: Code }, { additionalProperties: false })

const Version = Type.Integer({ minimum: 1, maximum: 1_000_000 })
/** One version of a category's checklist. */
export const ChecklistUsed = Type.Object(
  {
    category: text(40),
    version: Version,
    /** Where questions of the seller's own were asked as well: whose, and their version. */
    own: Type.Optional(Type.Object({ seller: text(40), version: Version }, { additionalProperties: false })),
  },
  { additionalProperties: false },
)

/** Facts of the inspection of a unit. */
export const InspectUnit = {
  lpn: Lpn,
  identity: oneOf(IDENTITIES),
  answers: Type.Array(Answer, { maxItems: 50 }),
  findings: Type.Array(oneOf(FINDINGS), { maxItems: FINDINGS.length }),
  grade: oneOf(GRADES),
  note: Type.Optional(text(2000)),
  /** The one whose questions were answered; left out, the one that stands. */
  checklist: Type.Optional(ChecklistUsed),
}

/** What the checklist of a unit asks, as a handheld or a script is told it. */
export const ChecklistItem = Type.Object({
  check: Type.String(),
  answers: Type.Array(Type.String(), { description: 'best first' }),
  required: Type.Boolean(),
  question: Type.Record(Type.String(), Type.String()),
  labels: Type.Array(Type.Record(Type.String(), Type.String())),
  caps: Type.Array(oneOf(GRADES), { description: 'the best grade that each answer still allows' }),
})
