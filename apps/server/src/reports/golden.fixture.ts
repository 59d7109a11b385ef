import type { ReportRow } from '@restow/contracts'
import type { Queryable } from '../db/pool.ts'
import { KeptReport } from './keep-day.ts'
import { keepDayOf, keepRows } from './kept.queries.ts'

/** One closed day with a little of everything, for files that are held against it byte by byte. */

const hash = (letter: string) => letter.repeat(64)
const usd = (minor: number, decimal: string) => ({ minor, currency: 'USD', decimal })

const row = (n: number, over: Partial<ReportRow>): ReportRow => ({
  eventId: `01936f2a-7c1e-7b3a-9d52-00000000000${n}:1`,
  ...{ lpn: `RU00000000${n}7`, orderNumber: `114-438754${n}-8681276`, rmaNumber: `RMA-${n}` },
  ...{
    trackingNumber: `1Z999AA1012345678${n}`,
    sku: `2242${n}`,
    asin: `B00TZ73MU${n}`,
    fnsku: `X00000000${n}`,
  },
  ...{ title: 'REGENCY CAKESTAND 3 TIER', quantity: 1, reason: 'defective', reasonRaw: 'DEFECTIVE' },
  ...{ grade: 'like_new', findings: [], disposition: 'resell', route: 'restock', overrideReason: null },
  ...{ bin: 'LAX1-S-01-01', value: usd(4000, '40.00'), recovered: usd(3970, '39.70') },
  ...{ receivedAt: '2026-11-20T17:02:11.120Z', classifiedAt: `2026-11-20T20:43:4${n}.000Z` },
  ...{ dockToDecision: 13_288 + n, supersedes: null, supersedesAt: null, takenBack: false, photos: [] },
  day: '2026-11-20',
  ...over,
})

export const GOLDEN_ROWS: readonly ReportRow[] = [
  row(1, { photos: [`/api/photos/${hash('a')}?size=view`, `/api/photos/${hash('b')}?size=view`] }),
  row(2, {
    title: '陶瓷马克杯 350 ml，白色',
    reason: 'wrong_size',
    reasonRaw: 'CR-APPAREL_TOO_SMALL',
    route: 'open_box',
  }),
  row(3, { title: '=HYPERLINK("http://x","tee"),\n两行', sku: '-1+1', orderNumber: '@order', quantity: 6 }),
  row(4, {
    ...{
      grade: 'unsellable',
      findings: ['defect', 'carrier_damage'],
      disposition: 'scrap',
      route: 'recycle',
    },
    ...{ bin: null, recovered: usd(-10, '-0.10'), reason: 'other', reasonRaw: 'ranout' },
  }),
  row(5, {
    ...{
      grade: 'good',
      findings: ['missing_parts'],
      disposition: 'refurbish',
      route: 'repair',
      bin: 'LAX1-F-01-01',
    },
    ...{ value: { minor: 1200, currency: 'JPY', decimal: '1200' }, recovered: null, overrideReason: 'price' },
    ...{ orderNumber: null, rmaNumber: null, asin: null, fnsku: null, reason: null, reasonRaw: null },
  }),
  row(6, {
    takenBack: true,
    findings: ['expired'],
    disposition: 'scrap',
    route: 'donate',
    grade: 'acceptable',
  }),
  row(7, {
    ...{ supersedes: '01936f2a-7c1e-7b3a-9d52-000000000001:1', supersedesAt: '2026-11-19T20:43:41.000Z' },
    ...{
      receivedAt: null,
      dockToDecision: null,
      title: null,
      sku: null,
      findings: ['safety'],
      route: 'liquidate',
    },
  }),
]

export const COUNTS = {
  received: 5,
  registered: { units: 6, pieces: 11 },
  inspected: { units: 7, pieces: 12 },
  shelved: { units: 3, pieces: 8 },
  dispatched: { units: 0, pieces: 0 },
}

/** The day as it is closed, at a moment that is always the same. */
export async function keepGolden(
  on: Queryable,
  rows: readonly ReportRow[] = GOLDEN_ROWS,
  day = '2026-11-20',
  seller = 'LOTUS',
): Promise<void> {
  const kept = new KeptReport()
  await on.query({
    text: `insert into day_closing (warehouse, day, begins, ends, position, closed_at) values
      ('LAX1', $1::text, $1::text::timestamp at time zone 'America/Los_Angeles', ($1::text::timestamp + interval '1 day') at time zone 'America/Los_Angeles', 48211, '2026-11-21 08:00:06.12+00') on conflict do nothing`,
    values: [day],
  })
  const made = rows.map((one) => kept.add(seller, { ...one, day }))
  await keepRows(on, 'LAX1', day, made)
  await keepDayOf(on, 'LAX1', seller, kept.end(day, COUNTS))
}
