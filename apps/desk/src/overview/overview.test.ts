import type { OverviewProduct } from '@restow/contracts'
import { describe, expect, it } from 'vitest'
import { daysOf, stepOf } from './days.ts'
import { currenciesOf, inOrder, named } from './products-order.ts'

const TODAY = '2026-11-27'

describe('the days that are looked at', () => {
  it('are the last 30 until today, or as many as the address says', () => {
    expect(daysOf({}, TODAY)).toEqual({ from: '2026-10-29', to: TODAY, preset: 30, count: 30 })
    expect(daysOf({ days: '365' }, TODAY)).toMatchObject({ from: '2025-11-28', preset: 365 })
    expect(daysOf({ days: '12' }, TODAY)).toMatchObject({ preset: 30 })
  })

  it('are those that somebody chose, over a change of the clocks too', () => {
    expect(daysOf({ from: '2026-10-25', to: '2026-11-02' }, TODAY)).toEqual({
      ...{ from: '2026-10-25', to: '2026-11-02', preset: null, count: 9 },
    })
  })

  it.each([
    { from: '2026-11-20', to: '2026-11-18' },
    { from: '2025-01-01', to: '2026-01-02' },
    { from: 'yesterday', to: TODAY },
    { from: '2026-11-20' },
  ])('are never days that the server would refuse: $from to $to', (filters) => {
    expect(daysOf(filters as Record<string, string>, TODAY).preset).toBe(30)
  })

  it('are added up by week where there are too many to be told apart', () => {
    const step = (days: string, asked?: string, isNarrow = false) =>
      stepOf(daysOf({ days }, TODAY), asked, isNarrow)
    expect([step('30'), step('90'), step('365'), step('365', 'day')]).toEqual(['day', 'day', 'week', 'week'])
    expect([step('30', 'week'), step('30', undefined, true), step('90', undefined, true)]).toEqual([
      ...['week', 'day', 'week'],
    ])
    expect(step('90', 'day', true)).toBe('day')
  })
})

const usd = (minor: number) => ({ minor, currency: 'USD', decimal: '' })
const product = (
  sku: string | null,
  units: number,
  over: Partial<OverviewProduct> = {},
): OverviewProduct => ({
  ...{ sku, title: sku && `Title of ${sku}`, units, pieces: units, resell: units, refurbish: 0, scrap: 0 },
  ...{ value: [], recovered: [], lost: [], unvalued: 0, reasons: [] },
  ...over,
})
const MUG = product('MUG', 3, { lost: [usd(500)], value: [usd(1), { ...usd(9), currency: 'EUR' }] })
const TEE = product('TEE-XL', 9, { lost: [{ ...usd(99_999), currency: 'EUR' }], scrap: 9, resell: 0 })
const ANY = product(null, 1, { lost: [usd(-20)], value: [usd(1)] })
const skus = (of: readonly OverviewProduct[]) => of.map(({ sku }) => sku)

describe('products', () => {
  it('are put in order by a figure or by name, those without it last whichever way', () => {
    const by = (order: 'ascending' | 'descending') =>
      skus(inOrder([TEE, MUG, ANY], { by: 'lost', order }, 'USD'))
    expect(by('descending')).toEqual(['MUG', null, 'TEE-XL'])
    expect(by('ascending')).toEqual([null, 'MUG', 'TEE-XL'])
    expect(skus(inOrder([ANY, TEE, MUG], { by: 'product', order: 'ascending' }, ''))).toEqual([
      ...['MUG', 'TEE-XL', null],
    ])
    expect(skus(inOrder([MUG, ANY, TEE], { by: 'scrap', order: 'descending' }, 'USD'))[0]).toBe('TEE-XL')
  })

  it('are found by words of their SKU and title', () => {
    expect(skus(named([MUG, TEE, ANY], ' xl TITLE'))).toEqual(['TEE-XL'])
    expect(named([MUG, TEE, ANY], '')).toHaveLength(3)
  })

  it('have currencies that are looked at one at a time, the most used first', () => {
    expect(currenciesOf([MUG, TEE, ANY])).toEqual(['USD', 'EUR'])
  })
})
