import type { PutPolicy, SellerPolicy } from '@restow/contracts'
import {
  DISPOSITION_OF_ROUTE,
  decimalOf,
  GRADES,
  type Grade,
  MOST_RELABELS,
  minorOf,
  type Policy,
  type PolicyProblemCode,
  policyProblems,
  RELABELLED_ROUTES,
  ROUTES,
  type Route,
  TARGETS,
  type TargetName,
} from '@restow/domain'

/** A policy as its form holds it: what is typed, also while it is no number yet. */

export interface CostField {
  readonly item: string
  readonly amount: string
}
export interface RateField {
  readonly currency: string
  readonly rate: string
}
export interface PolicyFields {
  readonly currency: string
  readonly shares: Readonly<Record<Grade, string>>
  readonly routes: readonly Route[]
  /** What the warehouse does for this seller. */
  readonly available: readonly Route[]
  readonly costs: Readonly<Record<Route, readonly CostField[]>>
  readonly ownCosts: Readonly<Record<Route, readonly CostField[]>>
  readonly offers: Readonly<Partial<Record<Route, { afterwards: Grade; offeredFor: readonly Grade[] }>>>
  readonly scrapRoute: Route
  readonly scrapLimit: string
  readonly vetoHours: string
  /** Whether it was said before: what was left out and is none stays left out. */
  readonly hadVeto: boolean
  readonly rates: readonly RateField[]
  /** The ways that get the seller's label, and how many of it. */
  readonly relabel: readonly Route[]
  readonly copies: string
  /** Hours, decimal; empty where the warehouse's hold. */
  readonly hours: Readonly<Record<TargetName, string>>
}

export const COPIES = Array.from({ length: MOST_RELABELS }, (_, i) => String(i + 1))

const keyed = <K extends string, V>(keys: readonly K[], value: (key: K) => V) =>
  Object.fromEntries(keys.map((key) => [key, value(key)])) as Record<K, V>

/** Hours as people type them: 4, 1.5; a target of a few minutes keeps two digits. */
export const hoursOf = (seconds: number): string => String(Math.round((seconds / 3600) * 100) / 100)
/** @returns whole seconds, null for what is no such number */
export function secondsOf(hours: string): number | null {
  const text = hours.trim().replace(',', '.')
  return /^\d{1,3}(\.\d{1,2})?$/.test(text) ? Math.round(Number(text) * 3600) : null
}

export function fieldsOf({ policy, targets }: Pick<SellerPolicy, 'policy' | 'targets'>): PolicyFields {
  const { currency, rates, ownCosts = {}, prints } = policy
  const typed = (costs: Policy['costs']) =>
    keyed(ROUTES, (route) =>
      (costs[route] ?? []).map(({ item, minor }) => ({ item, amount: decimalOf(minor, currency) })),
    )
  return {
    currency,
    shares: keyed(GRADES, (grade) => String(policy.shares[grade])),
    routes: policy.routes,
    available: policy.available ?? ROUTES,
    costs: typed(policy.costs),
    ownCosts: typed(ownCosts),
    offers: policy.refurbish,
    scrapRoute: policy.scrapRoute,
    scrapLimit: decimalOf(policy.scrapLimitMinor, currency),
    vetoHours: String(policy.scrapVetoHours ?? 0),
    hadVeto: policy.scrapVetoHours !== undefined,
    rates: Object.entries(rates).map(([code, rate]) => ({ currency: code, rate })),
    relabel: prints?.relabel ?? RELABELLED_ROUTES,
    copies: String(prints?.copies ?? 1),
    hours: keyed(TARGETS, (name) => (targets[name] === null ? '' : hoursOf(targets[name]))),
  }
}

/** What cannot be read counts as what the rules refuse. */
const BAD = Number.NaN
const amountOf = (text: string, currency: string): number =>
  minorOf(text.replace(/^\s*$/, 'x'), currency) ?? BAD
const numberOf = (text: string): number => (text.trim() === '' ? BAD : Number(text.replace(',', '.')))

function policyOf(fields: PolicyFields): Policy {
  const { currency, routes, available } = fields
  const read = (costs: PolicyFields['costs']) =>
    keyed(
      ROUTES.filter((route) => costs[route].length > 0),
      (route) => costs[route].map(({ item, amount }) => ({ item, minor: amountOf(amount, currency) })),
    )
  const ownCosts = read(fields.ownCosts)
  // What a way is offered for stays while it is turned off; what was only begun there does not.
  const isKept = (route: Route) => routes.includes(route) || fields.offers[route]?.offeredFor.length
  const offered = ROUTES.filter((route) => fields.offers[route] && isKept(route))
  return {
    currency,
    shares: keyed(GRADES, (grade) => numberOf(fields.shares[grade])),
    routes: ROUTES.filter((route) => routes.includes(route)),
    ...(available.length < ROUTES.length ? { available } : {}),
    costs: read(fields.costs),
    ...(Object.keys(ownCosts).length > 0 ? { ownCosts } : {}),
    refurbish: keyed(offered, (route) => fields.offers[route] ?? { afterwards: 'very_good', offeredFor: [] }),
    scrapRoute: fields.scrapRoute,
    scrapLimitMinor: amountOf(fields.scrapLimit, currency),
    ...(fields.hadVeto || numberOf(fields.vetoHours) !== 0
      ? { scrapVetoHours: numberOf(fields.vetoHours) }
      : {}),
    rates: Object.fromEntries(
      fields.rates.map(({ currency: code, rate }) => [code, rate.trim().replace(',', '.')]),
    ),
    ...printsOf(fields),
  }
}

/** Said only where it is another than what holds where nothing is said. */
function printsOf({ relabel, copies }: PolicyFields): Pick<Policy, 'prints'> {
  if (relabel.length === RELABELLED_ROUTES.length && copies === '1') return {}
  return {
    prints: { relabel: RELABELLED_ROUTES.filter((route) => relabel.includes(route)), copies: Number(copies) },
  }
}

export type ProblemCode = PolicyProblemCode | 'hours_wrong' | 'rate_twice'
export interface Read {
  readonly policy: Policy
  readonly targets: NonNullable<PutPolicy['targets']>
  /** By field; empty where it can be saved. */
  readonly problems: ReadonlyMap<string, ProblemCode>
}

const isCurrency = (code: string) => Intl.supportedValuesOf('currency').includes(code)

/** The policy that the fields say, and what is wrong with it: by the same rules as the server has. */
export function readFields(fields: PolicyFields): Read {
  const policy = policyOf(fields)
  const problems = new Map<string, ProblemCode>(
    policyProblems(policy, isCurrency).map(({ field, code }) => [field, code]),
  )
  for (const [i, { currency }] of fields.rates.entries())
    if (fields.rates.findIndex((one) => one.currency === currency) < i)
      problems.set(`rates.${currency}`, 'rate_twice')
  const targets = keyed(TARGETS, (name) =>
    fields.hours[name].trim() === '' ? null : secondsOf(fields.hours[name]),
  )
  for (const name of TARGETS) {
    const seconds = targets[name]
    const isWrong =
      fields.hours[name].trim() !== '' && (seconds === null || seconds < 60 || seconds > 31 * 86_400)
    if (isWrong) problems.set(`hours.${name}`, 'hours_wrong')
  }
  return { policy, targets, problems }
}

/** Whose form it is: the seller says its part, the warehouse all of it, and some only look. */
export type Who = 'house' | 'seller' | 'nobody'

/** What each part of the form is given. */
export interface FormProps {
  seller: string
  fields: PolicyFields
  /** What holds where the contract says nothing, in seconds. */
  houseTargets: Readonly<Record<TargetName, number>>
  /** Why a field cannot be taken, in words; nothing where it can. */
  wrong: (field: string) => { wrong?: string }
  onFields: (fields: PolicyFields) => void
  who: Who
}

/** Turns refurbishing off, or on again for what was offered before, else for repairs. */
export function withRefurbishing(fields: PolicyFields, on: boolean): PolicyFields {
  const others = fields.routes.filter((route) => DISPOSITION_OF_ROUTE[route] !== 'refurbish')
  if (!on) return { ...fields, routes: others }
  const ways = routesOf('refurbish').filter((route) => fields.available.includes(route))
  const offered = ways.filter((route) => fields.offers[route])
  const first = ways[0]
  if (offered.length > 0 || !first) return { ...fields, routes: [...others, ...offered] }
  const offer = { afterwards: 'very_good', offeredFor: ['good', 'acceptable'] } as const
  return { ...fields, routes: [...others, first], offers: { ...fields.offers, [first]: offer } }
}

export const routesOf = (disposition: (typeof DISPOSITION_OF_ROUTE)[Route]): readonly Route[] =>
  ROUTES.filter((route) => DISPOSITION_OF_ROUTE[route] === disposition)

/** Whose part somebody in this role says: supervisors only look. */
export function whoIs(role: string): Who {
  if (role === 'seller') return 'seller'
  return role === 'admin' ? 'house' : 'nobody'
}
