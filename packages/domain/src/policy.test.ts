import { describe, expect, it } from 'vitest'
import type { Policy } from './facts.ts'
import { policyProblems } from './policy.ts'

const POLICY: Policy = {
  currency: 'USD',
  shares: { like_new: 100, very_good: 85, good: 60, acceptable: 40, unsellable: 0 },
  routes: ['restock', 'repair', 'recycle'],
  costs: { restock: [{ item: 'shelf', minor: 30 }] },
  refurbish: { repair: { afterwards: 'very_good', offeredFor: ['good'] } },
  scrapRoute: 'recycle',
  scrapLimitMinor: 5000,
  rates: { EUR: '0.92' },
}
const isCurrency = (code: string) => ['USD', 'EUR'].includes(code)
const problems = (over: Partial<Policy>) =>
  policyProblems({ ...POLICY, ...over }, isCurrency).map(({ field, code }) => `${field} ${code}`)

describe('a policy', () => {
  it('that can be reckoned by has nothing wrong', () => {
    expect(problems({})).toEqual([])
  })

  it('keeps what a bench is offered for while its route is turned off', () => {
    expect(problems({ routes: ['restock', 'recycle'] })).toEqual([])
  })

  it.each<[string, Partial<Policy>]>([
    ['currency currency_unknown', { currency: 'XQQ' }],
    ['shares.good shares_rise', { shares: { ...POLICY.shares, good: 90 } }],
    ['shares.good share_out_of_range', { shares: { ...POLICY.shares, good: Number.NaN } }],
    ['shares.like_new share_out_of_range', { shares: { ...POLICY.shares, like_new: 101 } }],
    ['routes no_route', { routes: [] }],
    ['routes no_scrap_route', { routes: ['restock'] }],
    ['scrapRoute scrap_route_not_allowed', { scrapRoute: 'destroy' }],
    ['costs.restock cost_wrong', { costs: { restock: [{ item: 'shelf', minor: -1 }] } }],
    ['costs.restock cost_wrong', { costs: { restock: [1, 2].map((minor) => ({ item: 'shelf', minor })) } }],
    [
      'refurbish.repair refurbish_no_gain',
      { refurbish: { repair: { afterwards: 'good', offeredFor: ['good'] } } },
    ],
    [
      'refurbish.restock refurbish_not_allowed',
      { refurbish: { restock: { afterwards: 'good', offeredFor: ['acceptable'] } } },
    ],
    ['routes route_not_available', { available: ['restock', 'recycle'] }],
    ['ownCosts.repair cost_wrong', { ownCosts: { repair: [{ item: 'parts', minor: -1 }] } }],
    ['ownCosts.restock cost_wrong', { ownCosts: { restock: [{ item: 'shelf', minor: 5 }] } }],
    ['prints prints_wrong', { prints: { relabel: ['recycle'], copies: 1 } }],
    ['prints prints_wrong', { prints: { relabel: [], copies: 4 } }],
    ['scrapLimitMinor scrap_limit_wrong', { scrapLimitMinor: 0.5 }],
    ['rates.EUR rate_wrong', { rates: { EUR: '0' } }],
    ['rates.ABC rate_wrong', { rates: { ABC: '1' } }],
  ])('is refused with %s', (problem, over) => {
    expect(problems(over)).toContain(problem)
  })
})
