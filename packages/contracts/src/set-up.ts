import { GRADES, LEAST_TARGET, LONGEST_TARGET, type Policy, ROUTES, TARGETS } from '@restow/domain'
import { type Static, type TSchema, Type } from 'typebox'
import { listOf, listQuery, orNull } from './lists.ts'
import { Code, oneOf, text } from './words.ts'

/** Set-up beyond single things: the house, its time targets, sellers' policies, and who changed what. */

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
    available: Type.Optional(
      Type.Array(oneOf(ROUTES), {
        maxItems: ROUTES.length,
        uniqueItems: true,
        description:
          'The routes that the warehouse does for this seller; left out: all. The warehouse’s to say.',
      }),
    ),
    costs: byRoute(
      Type.Array(Cost, {
        maxItems: 10,
        description: 'What the warehouse charges, a piece. The warehouse’s to say.',
      }),
    ),
    ownCosts: Type.Optional(
      byRoute(
        Type.Array(Cost, {
          maxItems: 10,
          description: 'What it costs the seller besides, a piece, such as the parts of a repair.',
        }),
      ),
    ),
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
    prints: Type.Optional(
      Type.Object(
        {
          relabel: Type.Array(oneOf(ROUTES), { maxItems: ROUTES.length, uniqueItems: true }),
          copies: Type.Integer(),
        },
        {
          ...strict,
          description:
            'Which resold goods get the seller’s label by themselves, and how many each. Left out: all, one each.',
        },
      ),
    ),
  },
  strict,
)
/** What stands: the policy, which version of it, who made it so, and what the contract says about time. */
export const SellerPolicy = Type.Object(
  {
    seller: Type.String(),
    policy: WirePolicy,
    version: Type.Integer(),
    /** Null where nobody has changed it yet; a seller is told its own people's names, and of the warehouse's none. */
    changedBy: orNull(Type.String()),
    changedAt: orNull(Type.String()),
    targets: WireOwnTargets,
    /** What holds where the contract says nothing. */
    houseTargets: WireTargets,
  },
  strict,
)
export type SellerPolicy = Omit<Static<typeof SellerPolicy>, 'policy'> & { policy: Policy }
/**
 * `PUT /api/sellers/{code}/policy`, by the seller, who may change what is its own, or an admin; `version` is the one that was
 * changed. Targets that are left out stay as they are.
 */
export const PutPolicy = Type.Object(
  { version: Version, policy: WirePolicy, targets: Type.Optional(WireOwnTargets) },
  strict,
)
export type PutPolicy = Omit<Static<typeof PutPolicy>, 'policy'> & { policy: Policy }

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
    /** A badge, or the e-mail address of a seller's user, or its API key. */
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

/** What became otherwise of a seller's policy and questions, as the seller is told it: `by` is null for the warehouse's people. */
export const SellerChangeItem = Type.Object(
  {
    id: Type.Integer(),
    by: orNull(Type.String()),
    at: Type.String(),
    before: orNull(Type.Record(Type.String(), Type.Unknown())),
    after: orNull(Type.Record(Type.String(), Type.Unknown())),
  },
  strict,
)
export type SellerChangeItem = Static<typeof SellerChangeItem>
export const SellerChangesQuery = listQuery({})
export const SellerChangeList = listOf(SellerChangeItem)
export type SellerChangeList = Static<typeof SellerChangeList>
