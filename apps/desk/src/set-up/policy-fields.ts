import type { PutPolicy, SellerPolicy } from '@restow/contracts'
import {
  DISPOSITION_OF_ROUTE,
  decimalOf,
  GRADES,
  type Grade,
  minorOf,
  type Policy,
  type PolicyProblemCode,
  policyProblems,
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
  readonly costs: Readonly<Record<Route, readonly CostField[]>>
  readonly offers: Readonly<Partial<Record<Route, { afterwards: Grade; offeredFor: readonly Grade[] }>>>
  readonly scrapRoute: Route
  readonly scrapLimit: string
  readonly vetoHours: string
  readonly rates: readonly RateField[]
  /** Hours, decimal; empty where the warehouse's hold. */
  readonly hours: Readonly<Record<TargetName, string>>
}

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
  const { currency, rates } = policy
  return {
    currency,
    shares: keyed(GRADES, (grade) => String(policy.shares[grade])),
    routes: policy.routes,
    costs: keyed(ROUTES, (route) =>
      (policy.costs[route] ?? []).map(({ item, minor }) => ({ item, amount: decimalOf(minor, currency) })),
    ),
    offers: policy.refurbish,
    scrapRoute: policy.scrapRoute,
    scrapLimit: decimalOf(policy.scrapLimitMinor, currency),
    vetoHours: String(policy.scrapVetoHours ?? 0),
    rates: Object.entries(rates).map(([code, rate]) => ({ currency: code, rate })),
    hours: keyed(TARGETS, (name) => (targets[name] === null ? '' : hoursOf(targets[name]))),
  }
}

/** What cannot be read counts as what the rules refuse. */
const BAD = Number.NaN
const amountOf = (text: string, currency: string): number =>
  minorOf(text.replace(/^\s*$/, 'x'), currency) ?? BAD
const numberOf = (text: string): number => (text.trim() === '' ? BAD : Number(text.replace(',', '.')))

function policyOf(fields: PolicyFields): Policy {
  const { currency, routes } = fields
  const costed = ROUTES.filter((route) => fields.costs[route].length > 0)
  const offered = ROUTES.filter((route) => fields.offers[route] && routes.includes(route))
  return {
    currency,
    shares: keyed(GRADES, (grade) => numberOf(fields.shares[grade])),
    routes: ROUTES.filter((route) => routes.includes(route)),
    costs: keyed(costed, (route) =>
      fields.costs[route].map(({ item, amount }) => ({ item, minor: amountOf(amount, currency) })),
    ),
    refurbish: keyed(offered, (route) => fields.offers[route] ?? { afterwards: 'very_good', offeredFor: [] }),
    scrapRoute: fields.scrapRoute,
    scrapLimitMinor: amountOf(fields.scrapLimit, currency),
    scrapVetoHours: numberOf(fields.vetoHours),
    rates: Object.fromEntries(
      fields.rates.map(({ currency: code, rate }) => [code, rate.trim().replace(',', '.')]),
    ),
  }
}

export type ProblemCode = PolicyProblemCode | 'hours_wrong' | 'rate_twice'
export interface Read {
  readonly policy: Policy
  readonly targets: PutPolicy['targets']
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

export const routesOf = (disposition: (typeof DISPOSITION_OF_ROUTE)[Route]): readonly Route[] =>
  ROUTES.filter((route) => DISPOSITION_OF_ROUTE[route] === disposition)
