import { expect, it } from 'vitest'
import { printThroughFaults } from './printing.scenes.ts'

it('prints a thousand jobs through twenty cut lines and five servers that die', async () => {
  const verdict = await printThroughFaults({ jobs: 1000, cuts: 20, crashes: 5 })
  console.log(JSON.stringify({ ...verdict, wrong: verdict.wrong.length }))
  expect(verdict).toMatchObject({ lost: 0, doubled: 0, wrong: [], disordered: [], missing: 0, cuts: 20 })
  expect(verdict.unsure).toBeLessThanOrEqual(20 + 5 * 2)
  expect(verdict.printed + verdict.unsure).toBe(1000)
})
