import { describe, expect, it } from 'vitest'
import { amount, dayAfter, money, percent, span, sums } from './words.ts'

describe('figures in words', () => {
  it('says how long in the unit that people would use', () => {
    const long = [40, 12 * 60, 26 * 3600 + 240, 76 * 3600].map(span)
    expect(long).toEqual(['40 s', '12 min', '26 h 04', '3 d 4 h'])
  })

  it('writes amounts with their currency’s digits, and a true minus', () => {
    expect(money(104420, 'USD')).toBe('1,044.20 USD')
    expect(amount(-80, 'USD')).toBe('−0.80')
    expect(money(1980, 'JPY')).toBe('1,980 JPY')
    expect(money(null, 'USD')).toBe('–')
  })

  it('puts the largest of several currencies first', () => {
    const few = [
      { minor: 78, currency: 'GBP' },
      { minor: 156269, currency: 'USD' },
    ]
    expect(sums(few)).toBe('1,562.69 USD + 0.78 GBP')
  })

  it('has no share of nothing', () => {
    expect([percent(1, 4), percent(0, 0)]).toEqual(['25%', '–'])
  })

  it('goes from day to day across a month’s end and a change of the clocks', () => {
    expect([dayAfter('2026-10-31', 1), dayAfter('2026-11-01', 1), dayAfter('2027-01-01', -1)]).toEqual([
      '2026-11-01',
      '2026-11-02',
      '2026-12-31',
    ])
  })
})
