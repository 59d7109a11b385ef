import { expect, it } from 'vitest'
import { printThroughFaults } from './printing.scenes.ts'

it('prints each label once and in order, or has it on record as in doubt, through cut lines and a server that dies', async () => {
  const { cuts, unsure, printed, ...verdict } = await printThroughFaults({ jobs: 80, cuts: 5, crashes: 1 })
  expect(verdict).toMatchObject({ lost: 0, doubled: 0, wrong: [], disordered: [], missing: 0 })
  expect(cuts).toBe(5)
  // No more is in doubt than was on its way when a line broke or a server died: it is no way out.
  expect(unsure).toBeLessThanOrEqual(cuts + 2)
  expect(unsure).toBeGreaterThan(0)
  expect(printed + unsure).toBe(80)
})
