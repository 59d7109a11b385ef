import { ANGLES, type Checklist, GRADES, type OwnCheck } from '@restow/domain'
import { type Static, Type } from 'typebox'
import { orNull } from './lists.ts'
import { Code, oneOf, text } from './words.ts'

/** What is asked about a unit: the house's checklists, category by category, and what a seller has asked besides. */

const strict = { additionalProperties: false }
const Version = Type.Integer({ minimum: 1, maximum: 1_000_000 })
const Texts = Type.Object(
  {
    en: text(300),
    'zh-CN': Type.Optional(text(300)),
    de: Type.Optional(text(300)),
    es: Type.Optional(text(300)),
  },
  strict,
)
const Angles = Type.Array(oneOf(ANGLES), { maxItems: ANGLES.length, uniqueItems: true })
const check = {
  check: Code,
  question: Texts,
  required: Type.Boolean(),
  answers: Type.Array(Type.Object({ answer: Code, cap: oneOf(GRADES), label: Texts }, strict), {
    maxItems: 20,
  }),
}
const checklistBody = {
  checks: Type.Array(Type.Object(check, strict), { maxItems: 60 }),
  requiredAngles: Type.Object({ always: Angles, belowLikeNew: Angles }, strict),
}
export const ChecklistParams = Type.Object({ category: text(40) }, strict)
export const ChecklistVersionParams = Type.Object(
  { category: text(40), version: Type.String({ pattern: '^[1-9]\\d{0,5}$' }) },
  strict,
)
/** A checklist as it stands, or as it was. */
export const ChecklistItemOf = Type.Object(
  {
    category: Type.String(),
    version: Type.Integer(),
    retired: Type.Boolean(),
    ...checklistBody,
    changedBy: orNull(Type.String()),
    changedAt: orNull(Type.String()),
    /** Products of the category. */
    products: Type.Integer(),
  },
  strict,
)
export type ChecklistRow = Pick<Checklist, 'category' | 'checks' | 'requiredAngles'> &
  Omit<Static<typeof ChecklistItemOf>, 'category' | 'checks' | 'requiredAngles'>
/** Not in pages: there is one for each category. `without` are categories of products that have none. */
export const ChecklistsAnswer = Type.Object(
  {
    items: Type.Array(ChecklistItemOf),
    nextCursor: Type.Null(),
    without: Type.Array(Type.Object({ category: Type.String(), products: Type.Integer() }, strict)),
  },
  strict,
)
export type ChecklistsAnswer = Omit<Static<typeof ChecklistsAnswer>, 'items'> & { items: ChecklistRow[] }
/** `PUT /api/checklists/{category}`, by a supervisor; `version` is the one that was changed, 0 for a new one. */
export const PutChecklist = Type.Object(
  {
    version: Type.Integer({ minimum: 0, maximum: 1_000_000 }),
    retired: Type.Optional(Type.Boolean()),
    ...checklistBody,
  },
  strict,
)
export type PutChecklist = Pick<Checklist, 'checks' | 'requiredAngles'> & {
  version: number
  retired?: boolean
}

const ownChecks = Type.Array(
  Type.Object(
    {
      ...check,
      categories: Type.Optional(
        Type.Array(text(40), {
          maxItems: 50,
          uniqueItems: true,
          description: 'Asked about goods of these categories alone; left out: about all of the seller’s.',
        }),
      ),
    },
    strict,
  ),
  { maxItems: 20 },
)
/** What a seller has asked about its goods, after what the house asks; codes begin with `own_`. */
export const SellerChecks = Type.Object(
  {
    seller: Type.String(),
    version: Type.Integer(),
    checks: ownChecks,
    /** As with its policy. */
    changedBy: orNull(Type.String()),
    changedAt: orNull(Type.String()),
    /** Of the seller's products, with how many of them; to choose among. */
    categories: Type.Array(Type.Object({ category: Type.String(), products: Type.Integer() }, strict)),
  },
  strict,
)
export type SellerChecks = Omit<Static<typeof SellerChecks>, 'checks'> & { checks: readonly OwnCheck[] }
/** `PUT /api/sellers/{code}/checks`, by the seller or an admin; `version` is the one that was changed. */
export const PutSellerChecks = Type.Object({ version: Version, checks: ownChecks }, strict)
export type PutSellerChecks = Omit<Static<typeof PutSellerChecks>, 'checks'> & {
  checks: readonly OwnCheck[]
}
