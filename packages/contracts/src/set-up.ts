import {
  ANGLES,
  type Checklist,
  GRADES,
  LEAST_TARGET,
  LONGEST_TARGET,
  type Policy,
  ROUTES,
  TARGETS,
} from '@restow/domain'
import { type Static, type TSchema, Type } from 'typebox'
import { listOf, listQuery, orNull } from './lists.ts'
import { Code, oneOf, text } from './words.ts'

/** Set-up beyond single things: the house, its time targets, sellers' policies, checklists, and who changed what. */

const strict = { additionalProperties: false }
const Version = Type.Integer({ minimum: 1, maximum: 1_000_000 })
const byGrade = <S extends TSchema>(schema: S) =>
  Type.Object(
    Object.fromEntries(GRADES.map((grade) => [grade, schema])) as Record<(typeof GRADES)[number], S>,
    strict,
  )
const byRoute = <S extends TSchema>(schema: S) =>
  Type.Object(
    Object.fromEntries(ROUTES.map((route) => [route, Type.Optional(schema)])) as Record<
      (typeof ROUTES)[number],
      ReturnType<typeof Type.Optional<S>>
    >,
    strict,
  )

const Seconds = Type.Integer({ minimum: LEAST_TARGET, maximum: LONGEST_TARGET })
const targets = <S extends TSchema>(schema: S) =>
  Type.Object(
    Object.fromEntries(TARGETS.map((name) => [name, schema])) as Record<(typeof TARGETS)[number], S>,
    strict,
  )
/** In seconds: from the dock to the first unit, from the dock to the decision, from the decision to the shelf. */
export const WireTargets = targets(Seconds)
/** What a seller's contract says otherwise; null goes by the warehouse. */
export const WireOwnTargets = targets(orNull(Seconds))
export type WireOwnTargets = Static<typeof WireOwnTargets>

/** The warehouse of whoever asks. */
export const WarehouseItem = Type.Object(
  {
    code: Type.String(),
    name: Type.String(),
    timeZone: Type.String(),
    currency: Type.String(),
    demandsEnrolled: Type.Boolean(),
    targets: WireTargets,
  },
  strict,
)
export type WarehouseItem = Static<typeof WarehouseItem>
/** `PUT /api/warehouse`, by an admin. What is left out stays as it is. */
export const PutWarehouse = Type.Object(
  {
    name: Type.Optional(text(100)),
    timeZone: Type.Optional(text(64)),
    currency: Type.Optional(text(10)),
    demandsEnrolled: Type.Optional(Type.Boolean()),
    targets: Type.Optional(WireTargets),
  },
  strict,
)
export type PutWarehouse = Static<typeof PutWarehouse>

const Cost = Type.Object({ item: Code, minor: Type.Integer() }, strict)
const Refurbish = Type.Object(
  {
    afterwards: oneOf(GRADES),
    offeredFor: Type.Array(oneOf(GRADES), { maxItems: GRADES.length, uniqueItems: true }),
  },
  strict,
)
/** A seller's rules, as `PUT` takes them: amounts in minor units of `currency`, shares in percent, rates as decimal text. */
export const WirePolicy = Type.Object(
  {
    currency: text(10),
    shares: byGrade(Type.Number()),
    routes: Type.Array(oneOf(ROUTES), { maxItems: ROUTES.length, uniqueItems: true }),
    costs: byRoute(Type.Array(Cost, { maxItems: 10 })),
    refurbish: byRoute(Refurbish),
    scrapRoute: oneOf(ROUTES),
    scrapLimitMinor: Type.Integer(),
    scrapVetoHours: Type.Optional(
      Type.Integer({
        description:
          'So many hours the seller may object to scrap above the limit before anybody approves it: 0 to 336. 0, and left out: not at all.',
      }),
    ),
    rates: Type.Record(Type.String({ pattern: '^[A-Z]{3}$' }), Type.String({ maxLength: 20 }), {
      maxProperties: 200,
    }),
  },
  strict,
)
/** What stands: the policy, which version of it, who made it so, and what the contract says about time. */
export const SellerPolicy = Type.Object(
  {
    seller: Type.String(),
    policy: WirePolicy,
    version: Type.Integer(),
    /** Null where nobody has changed it yet, and for sellers. */
    changedBy: orNull(Type.String()),
    changedAt: orNull(Type.String()),
    targets: WireOwnTargets,
    /** What holds where the contract says nothing. */
    houseTargets: WireTargets,
  },
  strict,
)
export type SellerPolicy = Omit<Static<typeof SellerPolicy>, 'policy'> & { policy: Policy }
/** `PUT /api/sellers/{code}/policy`, by an admin; `version` is the one that was changed. */
export const PutPolicy = Type.Object(
  { version: Version, policy: WirePolicy, targets: WireOwnTargets },
  strict,
)
export type PutPolicy = Omit<Static<typeof PutPolicy>, 'policy'> & { policy: Policy }

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
const checklistBody = {
  checks: Type.Array(
    Type.Object(
      {
        check: Code,
        question: Texts,
        required: Type.Boolean(),
        answers: Type.Array(Type.Object({ answer: Code, cap: oneOf(GRADES), label: Texts }, strict), {
          maxItems: 20,
        }),
      },
      strict,
    ),
    { maxItems: 60 },
  ),
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

export const CHANGE_KINDS = [
  'warehouse',
  'seller',
  'checklist',
  'staff',
  'bin',
  'product',
  'device',
  'printer',
] as const
export type ChangeKind = (typeof CHANGE_KINDS)[number]
/** `kind` and `key` name the thing: `seller` `LOTUS`, `checklist` `toys`, `staff` `OP1001`. */
export const ChangesQuery = listQuery({
  kind: Type.Optional(oneOf(CHANGE_KINDS)),
  key: Type.Optional(text(120)),
})
/** Who changed what, and when, the latest first: only the fields that differ, as they were and as they are since. */
export const ChangeItem = Type.Object(
  {
    id: Type.Integer(),
    kind: Type.String(),
    key: Type.String(),
    by: Type.String(),
    /** Null where the badge is no longer known. */
    name: orNull(Type.String()),
    at: Type.String(),
    /** Null: it was made then. */
    before: orNull(Type.Record(Type.String(), Type.Unknown())),
    after: orNull(Type.Record(Type.String(), Type.Unknown())),
  },
  strict,
)
export type ChangeItem = Static<typeof ChangeItem>
export const ChangeList = listOf(ChangeItem)
export type ChangeList = Static<typeof ChangeList>
