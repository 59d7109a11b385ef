import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { decimalOf, exponentOf, minorOf, scaled } from './money.ts'

describe('an amount', () => {
  it.each([
    ['19.80', 'USD', 1980],
    ['19.8', 'USD', 1980],
    ['19', 'USD', 1900],
    ['1,234.50', 'USD', 123_450],
    [' 0.05 ', 'EUR', 5],
    ['-3.10', 'EUR', -310],
    ['1980', 'JPY', 1980],
    ['1980.00', 'JPY', 1980],
    ['1.234', 'KWD', 1234],
    ['19.800', 'USD', 1980],
  ])('of %s %s is %i minor units', (text, currency, minor) => {
    expect(minorOf(text, currency)).toBe(minor)
  })

  it.each(['', 'free', '1,23', '1.234,50', '19.805', '1e3', '--1', '1.', '.5', '12345678901234'])(
    'cannot be read off “%s”',
    (text) => {
      expect(minorOf(text, 'USD')).toBeNull()
    },
  )

  it('of half a yen does not exist', () => {
    expect(minorOf('19.5', 'JPY')).toBeNull()
  })

  it('reads back what it is written as, in every currency', () => {
    fc.assert(
      fc.property(
        // As many whole digits as an amount may have in a currency without minor ones.
        fc.integer({ min: -(1e12 - 1), max: 1e12 - 1 }),
        fc.constantFrom('USD', 'JPY', 'KWD'),
        (minor, currency) => {
          expect(minorOf(decimalOf(minor, currency), currency)).toBe(minor)
        },
      ),
    )
  })

  it('has two digits where the currency is not known', () => {
    expect([
      exponentOf('USD'),
      exponentOf('JPY'),
      exponentOf('OMR'),
      exponentOf(null),
      exponentOf('XXX'),
    ]).toEqual([2, 0, 3, 2, 2])
    expect(decimalOf(5, null)).toBe('0.05')
    expect(decimalOf(-1980, 'USD')).toBe('-19.80')
  })
})

describe('an amount in another currency', () => {
  it('is to the nearest minor unit, in that currency’s digits', () => {
    expect(scaled(100, 'USD', 'EUR', { EUR: '0.925' })).toBe(93)
    expect(scaled(100, 'USD', 'JPY', { JPY: '150.4' })).toBe(150)
    expect(scaled(150, 'JPY', 'USD', { USD: '0.0066' })).toBe(99)
    expect(scaled(30, 'USD', 'USD', {})).toBe(30)
  })

  it.each([undefined, '', 'none', '0', '-1', 'Infinity'])('is none at a rate of %s', (rate) => {
    expect(scaled(100, 'USD', 'EUR', rate === undefined ? {} : { EUR: rate })).toBeNull()
  })
})
