import { describe, expect, it } from 'vitest'
import { withoutOthers } from './withheld.ts'

const product = (seller: string) => ({ seller, sku: `${seller}-CUP`, title: `Cup of ${seller}`, gtin: null })

describe('what a seller reads about its own goods', () => {
  it('does not say that they were taken for another’s, nor for what', () => {
    const story = [
      {
        type: 'UnitRegistered',
        data: { product: product('B'), exceptions: [{ facts: { sku: 'B-CUP', n: 1 } }] },
      },
      { type: 'UnitClaimed', data: { seller: 'A', line: { sku: 'B-CUP' } } },
    ]
    expect(withoutOthers(story, 'A')).toEqual([
      { type: 'UnitRegistered', data: { product: null, exceptions: [{ facts: { sku: '', n: 1 } }] } },
      // A word of its own that is another's as well stays.
      { type: 'UnitClaimed', data: { seller: 'A', line: { sku: 'B-CUP' } } },
    ])
  })

  it('is whole where all of it is its own', () => {
    const unit = { product: product('A'), line: null, findings: ['a'], at: new Date(0) }
    expect(withoutOthers(unit, 'A')).toBe(unit)
  })
})
