import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { gs1CheckDigit, isLpn, lpnOf } from './lpn.ts'

describe('a licence plate', () => {
  it('is RU, nine digits and their check digit', () => {
    expect(lpnOf(1)).toBe('RU0000000017')
    expect(lpnOf(999_999_999)).toMatch(/^RU999999999\d$/)
    expect(isLpn('RU0000000017')).toBe(true)
  })

  it('has the check digit that GS1 calculates', () => {
    // GTIN-13 4006381333931 and 6291041500213, GTIN-8 96385074
    expect(gs1CheckDigit('400638133393')).toBe(1)
    expect(gs1CheckDigit('629104150021')).toBe(3)
    expect(gs1CheckDigit('9638507')).toBe(4)
  })

  it.each([
    'RU0000000018',
    'ru0000000017',
    'RU000000001',
    'RU00000000170',
    'XX0000000017',
    ' RU0000000017',
    'RU00000000１7',
  ])('%s is none', (text) => {
    expect(isLpn(text)).toBe(false)
  })

  it('with one digit misread is none', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 1, max: 999_999_999 }),
        fc.nat(9),
        fc.integer({ min: 1, max: 9 }),
        (n, at, by) => {
          const lpn = lpnOf(n)
          expect(isLpn(lpn)).toBe(true)
          const digit = (Number(lpn[at + 2]) + by) % 10
          expect(isLpn(lpn.slice(0, at + 2) + digit + lpn.slice(at + 3))).toBe(false)
        },
      ),
    )
  })
})
