import { afterAll, beforeAll, expect, it } from 'vitest'
import { MOST_MB, Year } from './year.scenes.ts'

let year: Year
beforeAll(async () => {
  year = await Year.open(10)
})
afterAll(() => year?.close())

it('100,000 units go out of a server that never holds more than some of them', async () => {
  const { bytes, rows, grown } = await year.ask('json')
  expect([rows, bytes > 400 * rows]).toEqual([100_000, true])
  expect(grown).toBeLessThan(MOST_MB)
})
