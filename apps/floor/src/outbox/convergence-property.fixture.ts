import fc from 'fast-check'
import { expect } from 'vitest'
import { expectConverged } from './convergence-checks.fixture.ts'
import { Walk } from './convergence-walk.fixture.ts'

/** The same sequences on every run, so that none of them is met by luck. */
const SEED = 20_260_302
const SEQUENCE = fc.uint8Array({ minLength: 200, maxLength: 1200 })

function goThrough(bytes: Uint8Array, devices: number): Walk {
  const walk = new Walk(bytes, devices)
  walk.walk()
  expect(walk.comeTogether(), 'still queued').toBe(0)
  expectConverged(walk)
  return walk
}

/** Two to four devices on the same parcels and units. @returns what was met on the way */
export function expectAllToConverge(sequences: number): ReadonlySet<string> {
  const met = new Set<string>()
  fc.assert(
    fc.property(fc.integer({ min: 2, max: 4 }), SEQUENCE, (devices, bytes) => {
      const walk = goThrough(bytes, devices)
      for (const what of walk.met) met.add(what)
      for (const { code } of walk.devices.flatMap((device) => device.refused)) met.add(`refused: ${code}`)
    }),
    { numRuns: sequences, unbiased: true, seed: SEED, endOnFailure: true },
  )
  return met
}

/**
 * One device: nobody else can have been first, so nothing that it has let through may be refused. But for the room in a bin:
 * units go side by side, and one may come before the other that makes room for it.
 */
export function expectNothingRefusedAlone(sequences: number): void {
  fc.assert(
    fc.property(SEQUENCE, (bytes) => {
      const walk = goThrough(bytes, 1)
      const refused = walk.devices.flatMap((device) => device.refused)
      expect(refused.filter(({ code }) => code !== 'bin_full')).toEqual([])
    }),
    { numRuns: sequences, unbiased: true, seed: SEED, endOnFailure: true },
  )
}
