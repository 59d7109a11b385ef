import type { Policy, RouteCost } from '@restow/domain'
import { ROUTES } from '@restow/domain'

/** Every currency that a marketplace pays out in today; the demo's figures are the same in each. */
const CURRENCIES = (
  'USD EUR GBP CAD AUD NZD JPY CNY HKD TWD SGD MYR THB IDR PHP VND KRW INR MXN BRL ARS CLP COP PEN UYU ' +
  'CHF SEK NOK DKK ISK PLN CZK HUF RON BGN TRY ILS AED SAR QAR KWD BHD OMR JOD EGP ZAR NGN KES MAD TND ' +
  'UAH KZT GEL RSD PKR BDT LKR'
).split(' ')

const SHELVED: RouteCost = { item: 'relabel_and_shelf', minor: 30 }
const GONE: RouteCost = { item: 'recycle', minor: 10 }

/**
 * What both sellers of the demo agreed on: goods of like new quality bring their whole value, a repair costs
 * 1.00 and makes good and acceptable goods very good again, relabelling and shelving costs 0.30, scrapping 0.10.
 */
export const DEMO_POLICY: Policy = {
  currency: 'USD',
  shares: { like_new: 100, very_good: 85, good: 60, acceptable: 40, unsellable: 0 },
  routes: ROUTES,
  costs: {
    restock: [SHELVED],
    open_box: [SHELVED],
    liquidate: [SHELVED],
    return_to_seller: [SHELVED],
    repair: [{ item: 'repair', minor: 100 }, SHELVED],
    repackage: [SHELVED],
    clean: [SHELVED],
    recycle: [GONE],
    donate: [GONE],
    destroy: [GONE],
  },
  refurbish: { repair: { afterwards: 'very_good', offeredFor: ['good', 'acceptable'] } },
  scrapRoute: 'recycle',
  scrapLimitMinor: 5000,
  rates: Object.fromEntries(CURRENCIES.map((currency) => [currency, '1'])),
}
