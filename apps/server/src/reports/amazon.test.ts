import { existsSync, readFileSync } from 'node:fs'
import type { ReportRow } from '@restow/contracts'
import { FINDINGS, ROUTES } from '@restow/domain'
import { describe, expect, it } from 'vitest'
import { AMAZON_COLUMNS, AMAZON_REASONS, amazonLine, amazonReason, detailedDisposition } from './amazon.ts'
import { GOLDEN_ROWS } from './golden.fixture.ts'

const cellsOf = (over: Partial<ReportRow>) => {
  const line = amazonLine({ ...(GOLDEN_ROWS[0] as ReportRow), ...over }, 'LAX1')
  expect(line.endsWith('\n')).toBe(true)
  const cells = line.slice(0, -1).split('\t')
  expect(cells).toHaveLength(13)
  return Object.fromEntries(AMAZON_COLUMNS.map((name, i) => [name, cells[i]]))
}

describe('a decision in Amazon’s words', () => {
  it.each([
    ['restock', ['defect'], 'SELLABLE'],
    ['open_box', [], 'SELLABLE'],
    ['liquidate', ['defect', 'carrier_damage'], 'CARRIER_DAMAGED'],
    ['recycle', ['expired', 'warehouse_damage'], 'DAMAGED'],
    ['recycle', ['safety', 'expired'], 'EXPIRED'],
    ['repair', ['customer_damage', 'defect'], 'DEFECTIVE'],
    ['destroy', ['safety'], 'DEFECTIVE'],
    ['donate', [], 'CUSTOMER_DAMAGED'],
    ['return_to_seller', ['counterfeit_suspected', 'hygiene'], 'CUSTOMER_DAMAGED'],
  ] as const)('is for %s with %j %s', (route, findings, expected) => {
    expect(detailedDisposition({ route, findings: [...findings] })).toBe(expected)
  })

  it('says reasons as they came where they are Amazon’s, and others in Amazon’s words', () => {
    expect(amazonReason({ reason: 'wrong_size', reasonRaw: 'CR-APPAREL_TOO_SMALL' })).toBe(
      'APPAREL_TOO_SMALL',
    )
    expect(amazonReason({ reason: 'wrong_size', reasonRaw: 'SIZE_TOO_SMALL' })).toBe('WRONG_SIZE')
    expect(amazonReason({ reason: 'unknown', reasonRaw: 'ranout' })).toBe('UNKNOWN_OTHER_REASON')
    expect(amazonReason({ reason: null, reasonRaw: null })).toBe('NO_REASON_GIVEN')
  })

  it('keeps thirteen cells whatever is in them, and keys as they are as long as they are keys', () => {
    expect(cellsOf({ title: '12" plate\tblue\r\nnew', sku: '-A1', orderNumber: '=1+1' })).toMatchObject({
      'product-name': '12″ plate blue new',
      sku: '-A1',
      'order-id': "'=1+1",
      'return-date': '2026-11-20T17:02:11+00:00',
      'fulfillment-center-id': 'LAX1',
    })
  })
})

const CODES = new URL('../../../../../shared/data/codes/codes.json', import.meta.url)
const shared = existsSync(CODES) ? JSON.parse(readFileSync(CODES, 'utf8')).amazon : null

// The list lies beside the project, here but not with every clone.
describe.runIf(shared)('Amazon’s own list of codes', () => {
  it('has our columns, in its order, and our row where its sample has one', () => {
    expect(AMAZON_COLUMNS).toEqual(shared.customerReturnsReportColumns)
    const sample: string[] = shared.customerReturnsReportSampleRow.split('\t')
    const [date, order, sku, asin, fnsku, title, quantity, place] = sample
    const row = { orderNumber: order, sku, asin, fnsku, title, quantity: Number(quantity) }
    const line = amazonLine(
      {
        ...(GOLDEN_ROWS[0] as ReportRow),
        ...(row as Partial<ReportRow>),
        ...{ receivedAt: new Date(date ?? '').toISOString(), lpn: sample[11] ?? '' },
        ...{ reason: 'not_compatible', reasonRaw: sample[9] ?? '', disposition: 'scrap', route: 'donate' },
      },
      place ?? '',
    )
    expect(line).toBe(`${sample.join('\t')}\n`)
  })

  it('knows every code that we say', () => {
    for (const route of ROUTES)
      for (const finding of FINDINGS) {
        const cells = cellsOf({ route, findings: [finding] })
        expect(shared.detailedDisposition).toContain(cells['detailed-disposition'])
        expect(shared.status).toContain(cells.status)
      }
    expect([...AMAZON_REASONS].toSorted()).toEqual(shared.reason.toSorted())
  })
})
