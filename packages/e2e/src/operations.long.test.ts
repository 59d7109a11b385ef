import { expect, it } from 'vitest'
import { journal, restartUnderLoad, startAtOnce } from './operations.scenes.ts'

it('keeps every command that it acknowledged, twenty restarts under load long', async () => {
  const { acknowledged, refusals, unanswered } = await restartUnderLoad(20)
  expect(acknowledged.size).toBeGreaterThan(20 * 40)
  expect(unanswered).toBe(0)
  expect([...refusals].filter((status) => status !== 0 && status !== 503)).toEqual([])
})

it('applies each migration once when ten servers start at one moment on an empty database', async () => {
  expect(await startAtOnce(10)).toEqual(journal())
})
