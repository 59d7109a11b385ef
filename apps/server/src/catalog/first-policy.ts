import { type Policy, ROUTES } from '@restow/domain'

/**
 * What holds for a new seller until a policy is agreed: the house's shares by grade, no costs, scrap above 50.00 only
 * by two people, and no exchange rates, so that nothing is reckoned in a currency that nobody agreed on.
 */
export const firstPolicy = (currency: string): Policy => ({
  currency,
  shares: { like_new: 100, very_good: 85, good: 60, acceptable: 40, unsellable: 0 },
  routes: ROUTES,
  costs: {},
  refurbish: { repair: { afterwards: 'very_good', offeredFor: ['good', 'acceptable'] } },
  scrapRoute: 'recycle',
  scrapLimitMinor: 5000,
  rates: {},
})
