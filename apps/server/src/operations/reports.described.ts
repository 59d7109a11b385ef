import { DispositionReport } from '@restow/contracts'

/** What is told of the sellers' reports, and an example of one. */

const binary = { schema: { type: 'string', format: 'binary' } }
const text = { schema: { type: 'string' } }
const header = (description: string) => ({ description, schema: { type: 'string' } })

export const REPORT_DESCRIPTIONS = {
  'GET /api/reports/dispositions': {
    summary: 'A seller’s decisions of one business day, or of several',
    description:
      'A day is of the warehouse’s time zone, and closes a moment after its midnight: then all that was recorded within it is in it, it never changes any more, and it has an `ETag` and a `Last-Modified`. ' +
      'Ask again with `If-None-Match` for a 304. A day that is not closed is answered as it stands, with `open: true` and `Restow-Report: open`. ' +
      'Several days, up to a year, come by `from` and `to` in one answer, as they are read. `amazon` is the flat file of `GET_FBA_FULFILLMENT_CUSTOMER_RETURNS_DATA`.',
    response: {
      200: {
        description: 'The report, in the format asked for',
        headers: {
          'Restow-Report': header('`open` or `closed`'),
          'Restow-Report-Rows': header('How many rows there are, of closed days'),
          ETag: header('Of closed days'),
          'Last-Modified': header('When the last of its days was closed'),
        },
        content: {
          'application/json': { schema: DispositionReport },
          'text/csv': text,
          'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet': binary,
          'application/pdf': binary,
          'text/tab-separated-values': text,
        },
      },
      304: { description: 'It is what the asker has', type: 'null' },
    },
  },
}

const NONE = { units: 0, pieces: 0, value: [], recovered: [] }
const usd = (minor: number, decimal: string) => ({ minor, currency: 'USD', decimal })

export const REPORT_EXAMPLES = {
  'GET /api/reports/dispositions': {
    answer: {
      ...{ seller: 'LOTUS', warehouse: 'LAX1', timeZone: 'America/Los_Angeles' },
      ...{ date: '2026-11-21', lastDate: '2026-11-21' },
      ...{ from: '2026-11-21T08:00:00.000Z', until: '2026-11-22T08:00:00.000Z' },
      ...{ open: false, closedAt: '2026-11-22T08:00:06.120Z', position: 48211 },
      asOf: '2026-11-22T08:00:00.000Z',
      counts: {
        received: 1,
        registered: { units: 1, pieces: 1 },
        inspected: { units: 1, pieces: 1 },
        shelved: { units: 1, pieces: 1 },
        dispatched: { units: 0, pieces: 0 },
      },
      rows: [
        {
          eventId: '019aa6d2-7c1e-7b3a-9d52-3f0c8e6a1b47:1',
          ...{ lpn: 'RU0000003905', orderNumber: '114-4387548-8681276', rmaNumber: 'RMA-1043' },
          ...{ trackingNumber: '1Z999AA10123456784', sku: '22423', asin: 'B00TZ73MUY', fnsku: 'X001ABC123' },
          ...{ title: 'REGENCY CAKESTAND 3 TIER', quantity: 1 },
          ...{ reason: 'defective', reasonRaw: 'DEFECTIVE', grade: 'like_new', findings: [] },
          ...{ disposition: 'resell', route: 'restock', overrideReason: null, bin: 'LAX1-S-01-04' },
          ...{ value: usd(1275, '12.75'), recovered: usd(1245, '12.45') },
          ...{ receivedAt: '2026-11-21T17:02:11.120Z', classifiedAt: '2026-11-21T20:43:40.000Z' },
          ...{ dockToDecision: 13288, supersedes: null, supersedesAt: null, takenBack: false },
          photos: [`/api/photos/${'3f0c8e6a'.repeat(8)}?size=view`],
          day: '2026-11-21',
        },
      ],
      totals: {
        resell: { units: 1, pieces: 1, value: [usd(1275, '12.75')], recovered: [usd(1245, '12.45')] },
        refurbish: NONE,
        scrap: NONE,
      },
      dockToDecision: { median: 13288, sameDayShare: 1 },
    },
  },
}
