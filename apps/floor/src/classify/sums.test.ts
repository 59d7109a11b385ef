import type { RouteOption, Suggestion } from '@restow/domain'
import { expect, it } from 'vitest'
import { bestOfEach, plain, signed } from './sums.ts'

const option = (
  disposition: RouteOption['disposition'],
  route: RouteOption['route'],
  recoveredMinor: number,
): RouteOption => ({
  disposition,
  route,
  recoveredMinor,
  arithmetic: [],
})

it('offers the best way of each disposition, the suggested one first', () => {
  const options = [
    option('refurbish', 'repair', 610),
    option('resell', 'open_box', 435),
    option('resell', 'restock', 435),
    option('scrap', 'recycle', -80),
  ]
  const [first] = options
  if (!first) throw new Error('no option')
  const suggestion: Suggestion = { ...first, currency: 'USD', exponent: 2, options, why: null }
  expect(bestOfEach(suggestion).map((o) => o.route)).toEqual(['repair', 'open_box', 'recycle'])
})

it('writes amounts in the digits of their currency', () => {
  expect(signed(610, 'USD')).toBe('+6.10')
  expect(signed(-80, 'USD')).toBe('−0.80')
  expect(signed(1200, 'JPY')).toBe('+1200')
  expect(plain(-1234, 'KWD')).toBe('−1.234')
})
