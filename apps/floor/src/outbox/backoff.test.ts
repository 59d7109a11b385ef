import { expect, it } from 'vitest'
import { waitBefore } from './backoff.ts'

it('waits longer after each failure, and never longer than half a minute', () => {
  const waits = [1, 2, 3, 4, 5, 6, 7, 20].map((failures) => waitBefore(failures, 0.999))
  expect([...waits].sort((a, b) => a - b)).toEqual(waits)
  expect(Math.max(...waits)).toBeLessThanOrEqual(30_000)
})

it('spreads the attempts of many devices', () => {
  expect(waitBefore(3, 0)).toBeLessThan(waitBefore(3, 0.9))
  expect(waitBefore(3, 0)).toBeGreaterThan(0)
})
