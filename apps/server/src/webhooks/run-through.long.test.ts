import { expect, it } from 'vitest'
import { tellThroughFaults } from './run-through.fixture.ts'

it('tells ten thousand events, in order about each unit, to a receiver with faults, by two servers', async () => {
  const { faults, repeated, ...verdict } = await tellThroughFaults(3334)
  console.log(JSON.stringify({ ...verdict, faults, repeated }))
  expect(verdict).toEqual({ events: 10_002, lost: 0, disordered: [], forged: 0 })
})
