import { describe, expect, it } from 'vitest'
import type { Policy } from './facts.ts'
import { housePartsChanged, withHouseParts } from './policy-rights.ts'
import { relabelsFor } from './relabel.ts'
import { ROUTES } from './words.ts'

const POLICY: Policy = {
  currency: 'USD',
  shares: { like_new: 100, very_good: 85, good: 60, acceptable: 40, unsellable: 0 },
  routes: ['restock', 'recycle'],
  costs: { restock: [{ item: 'shelf', minor: 30 }] },
  refurbish: {},
  scrapRoute: 'recycle',
  scrapLimitMinor: 5000,
  rates: {},
}

describe('the warehouse’s parts of a policy', () => {
  it.each<[string, Partial<Policy>]>([
    ['currency', { currency: 'EUR' }],
    ['costs.restock', { costs: { restock: [{ item: 'shelf', minor: 29 }] } }],
    ['costs.restock', { costs: {} }],
    ['costs.repair', { costs: { ...POLICY.costs, repair: [{ item: 'repair', minor: 100 }] } }],
    ['available', { available: ['restock', 'recycle'] }],
  ])('are its own to change: %s', (part, over) => {
    expect(housePartsChanged(POLICY, { ...POLICY, ...over })).toEqual([part])
  })

  it('are none of what the seller says, nor in what order it says it', () => {
    const after: Policy = {
      ...POLICY,
      shares: { ...POLICY.shares, good: 55 },
      routes: ['restock', 'repair', 'recycle'],
      ownCosts: { repair: [{ item: 'parts', minor: 250 }] },
      scrapLimitMinor: 1,
      scrapVetoHours: 24,
      prints: { relabel: [], copies: 1 },
      available: [...ROUTES].reverse(),
      costs: { restock: [{ minor: 30, item: 'shelf' }], repair: [] },
    }
    expect(housePartsChanged(POLICY, after)).toEqual([])
    const kept = withHouseParts(POLICY, after)
    expect(kept).toMatchObject({ costs: POLICY.costs, scrapLimitMinor: 1 })
    expect(kept).not.toHaveProperty('available')
  })
})

describe('a seller’s labels', () => {
  it('come out for all that is resold, until it says for what', () => {
    expect(relabelsFor('restock', undefined)).toBe(1)
    expect(relabelsFor('recycle', undefined)).toBe(0)
    expect(relabelsFor('restock', { relabel: ['restock'], copies: 2 })).toBe(2)
    expect(relabelsFor('liquidate', { relabel: ['restock'], copies: 2 })).toBe(0)
  })
})
