/** What is told of the overview of many days, and an example of one. */

export const OVERVIEW_DESCRIPTIONS = {
  'GET /api/reports/overview': {
    summary: 'What became of a seller’s goods over many days, by product and reason',
    description:
      'The reports of these business days added up: a closed day counts as its report has it, and today as it stands, with `open: true`. ' +
      'Without `from` and `to`, the last 30 days until today; at most a year. `by=week` adds up weeks from Monday to Sunday. ' +
      'Money is summed up for each currency by itself. `recovered` is what the suggestions that were followed expected, costs taken off, and `lost` the announced value less that; how many units are in neither is `unvalued`. ' +
      '`products` are those that came back most, in that order; `others` is everything else.',
  },
}

const usd = (minor: number, decimal: string) => ({ minor, currency: 'USD', decimal })
const [VALUE, RECOVERED, LOST] = [usd(5100, '51.00'), usd(1235, '12.35'), usd(1315, '13.15')]
const MONEY = { value: [VALUE], recovered: [RECOVERED], lost: [LOST], unvalued: 2 }
const COUNTS = { units: 4, resell: 1, refurbish: 2, scrap: 1 }
const TOOK = { median: 13288, p90: 50210, sameDayShare: 1, inTargetShare: 0.75 }
const WHY = [
  { reason: 'defective', units: 3 },
  { reason: 'wrong_size', units: 1 },
]

export const OVERVIEW_EXAMPLES = {
  'GET /api/reports/overview': {
    answer: {
      ...{ seller: 'LOTUS', warehouse: 'LAX1', timeZone: 'America/Los_Angeles' },
      ...{ date: '2026-11-20', lastDate: '2026-11-20' },
      ...{ from: '2026-11-20T08:00:00.000Z', until: '2026-11-21T08:00:00.000Z' },
      ...{ open: false, asOf: '2026-11-21T08:00:00.000Z', by: 'day' },
      totals: {
        resell: { units: 1, pieces: 1, value: [usd(1275, '12.75')], recovered: [usd(1245, '12.45')] },
        refurbish: { units: 2, pieces: 2, value: [usd(2550, '25.50')], recovered: [] },
        scrap: { units: 1, pieces: 1, value: [usd(1275, '12.75')], recovered: [usd(-10, '-0.10')] },
      },
      ...{ lost: [LOST], unvalued: 2 },
      dockToDecision: { ...TOOK, targetSeconds: 43200 },
      undecided: { units: 7, late: 1 },
      reasons: WHY,
      periods: [{ from: '2026-11-20', to: '2026-11-20', ...COUNTS, ...MONEY, dockToDecision: TOOK }],
      products: [
        { sku: '22423', title: 'REGENCY CAKESTAND 3 TIER', ...COUNTS, pieces: 4, ...MONEY, reasons: WHY },
      ],
      others: null,
    },
  },
}
