import { expect, it } from 'vitest'
import { tellThroughFaults } from './run-through.fixture.ts'

it('tells all that happened, in order about each unit, to a receiver with faults, by two servers', async () => {
  // A message comes again where the answer to it was not heard in time: at least once is the promise.
  const { faults, repeated: _, ...verdict } = await tellThroughFaults(100)
  expect(verdict).toEqual({ events: 300, lost: 0, disordered: [], forged: 0 })
  expect(Object.keys(faults).length).toBeGreaterThan(5)
})
