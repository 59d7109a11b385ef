import { describe, expect, it } from 'vitest'
import { mapReason, RETURN_REASONS } from './reasons.ts'

describe('a customer’s reason', () => {
  it.each([
    ['DEFECTIVE', 'defective'],
    ['CR-UNWANTED_ITEM', 'no_longer_wanted'],
    [' amz-pg-defective ', 'defective'],
    ['UNDELIVERABLE_REFUSED', 'undeliverable'],
    ['I just do not like it', 'unknown'],
    ['', 'unknown'],
  ] as const)('is understood as marketplaces have it: “%s”', (raw, mapped) => {
    expect(mapReason(raw)).toBe(mapped)
  })

  it.each(RETURN_REASONS)('is what it is where somebody says it in the trade’s own words: %s', (reason) => {
    expect(mapReason(reason)).toBe(reason)
  })
})
