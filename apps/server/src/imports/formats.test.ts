import { describe, expect, it } from 'vitest'
import { IMPORTS } from './formats.ts'

const AMAZON = {
  'Order ID': '114-1',
  'Amazon RMA ID': 'DRMA1',
  'Tracking ID': '1z fq2 3q1 01 6773 5465',
  'Merchant SKU': 'MUG',
  'Item Name': 'Mug',
  'Return quantity': '1',
  'Order quantity': '2',
  'Order Amount': '19.80',
  'Currency code': 'usd',
  'Return Reason': 'CR-DEFECTIVE',
  'Return request date': '04-Nov-2026',
}
const CSV = { rma: 'R1', tracking: 'T-1', sku: 'MUG', quantity: '2', value: '12.50', currency: 'EUR' }
const amazon = (over: Record<string, string> = {}) =>
  IMPORTS.amazon.read((column) => ({ ...AMAZON, ...over })[column] ?? '')
const csv = (over: Record<string, string> = {}) =>
  IMPORTS.csv.read((column) => (({ ...CSV, ...over }) as Record<string, string>)[column] ?? '')

describe('an Amazon line', () => {
  it('is read: number normalised, day written as a date, the value for the pieces that come back', () => {
    expect(amazon()).toMatchObject({
      rmaNumber: 'DRMA1',
      orderNumber: '114-1',
      trackingNumber: '1ZFQ23Q10167735465',
      quantity: 1,
      valueMinor: 990,
      currency: 'USD',
      announcedOn: '2026-11-04',
      cancelled: false,
      reasonRaw: 'CR-DEFECTIVE',
    })
  })

  it('is known by the merchant’s RMA or the order, where Amazon gives none', () => {
    expect(amazon({ 'Amazon RMA ID': '', 'Merchant RMA ID': 'M-1' })).toMatchObject({ rmaNumber: 'M-1' })
    expect(amazon({ 'Amazon RMA ID': '' })).toMatchObject({ rmaNumber: '114-1' })
    expect(amazon({ 'Amazon RMA ID': '', 'Order ID': '' })).toMatchObject({ code: 'rma_missing' })
  })

  it('keeps reasons and currencies that nobody knows', () => {
    expect(amazon({ 'Return Reason': 'MOON_PHASE', 'Currency code': 'XQZ' })).toMatchObject({
      reasonRaw: 'MOON_PHASE',
      currency: 'XQZ',
      valueMinor: 990,
    })
    expect(amazon({ 'Currency code': 'JPY', 'Order Amount': '1980' })).toMatchObject({ valueMinor: 990 })
    expect(amazon({ 'Order Amount': '', 'Currency code': '' })).toMatchObject({ valueMinor: null })
  })
})

for (const [format, read, column] of [
  ['an Amazon', amazon, 'Return quantity'],
  ['a CSV', csv, 'quantity'],
] as const)
  it(`${format} line’s quantity is a whole number of pieces from 1 to 1,000,000`, () => {
    for (const wrong of [
      '0',
      '-1',
      '1.5',
      'abc',
      '1e3',
      '',
      '+1',
      '1 000',
      '1,000',
      '１',
      '1000001',
      '٣',
      '0x1',
    ])
      expect(read({ [column]: wrong }), wrong).toMatchObject({ code: 'quantity_wrong' })
    for (const [right, quantity] of Object.entries({ '1': 1, '01': 1, '1000000': 1_000_000 }))
      expect(read({ [column]: right })).toMatchObject({ quantity })
  })

describe('a CSV line', () => {
  it('is read, its GTIN with fourteen digits', () => {
    expect(csv({ gtin: '12345678905' })).toMatchObject({
      rmaNumber: 'R1',
      trackingNumber: 'T-1',
      quantity: 2,
      valueMinor: 1250,
      currency: 'EUR',
      gtin: '00012345678905',
      title: 'MUG',
    })
  })

  it('says what is wrong with it', () => {
    for (const [over, code] of [
      [{ rma: '' }, 'rma_missing'],
      [{ tracking: '' }, 'tracking_missing'],
      [{ tracking: ' \u200b' }, 'tracking_missing'],
      [{ tracking: '9'.repeat(301) }, 'field_too_long'],
      [{ sku: '' }, 'sku_missing'],
      [{ sku: 'x'.repeat(81) }, 'field_too_long'],
      [{ value: '12,50' }, 'amount_wrong'],
      [{ value: '-1' }, 'amount_wrong'],
      [{ value: '1e3' }, 'amount_wrong'],
      [{ currency: 'DOLLARS US' }, 'currency_wrong'],
      [{ gtin: '123' }, 'gtin_wrong'],
    ] as const)
      expect(csv(over), JSON.stringify(over)).toMatchObject({
        code,
        message: expect.stringMatching(/^The|^There|^A/),
      })
  })
})

describe('what no table could hold', () => {
  it('is no half of an emoji, where a long text is cut', () => {
    for (const [column, length] of [
      ['Item Name', 2000],
      ['Return Reason', 200],
    ] as const) {
      const line = JSON.stringify(amazon({ [column]: `${'x'.repeat(length - 1)}🧺 and more` }))
      expect(line).not.toMatch(/\\ud[89a-f]/)
      expect(line).toContain(`${'x'.repeat(length - 1)}"`)
    }
  })

  it('is no value beyond what can be counted', () => {
    const huge = { 'Order Amount': '999999999999.99', 'Order quantity': '1', 'Return quantity': '1000000' }
    expect(amazon(huge)).toMatchObject({ code: 'amount_wrong' })
  })
})
