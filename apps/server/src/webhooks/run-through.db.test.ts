import { expect, it } from 'vitest'
import { tellThroughFaults } from './run-through.fixture.ts'

it('tells all that happened, in order about each unit, to a receiver with faults, by two servers', async () => {
  const { faults, repeated, ...verdict } = await tellThroughFaults(100)
  expect(verdict).toEqual({ events: 300, lost: 0, disordered: [], forged: 0 })
  expect(Object.keys(faults).length).toBeGreaterThan(5)
  expect(repeated).toBeLessThanOrEqual(faults['cuts after taking'] ?? 0)
})
