import { afterAll, beforeAll, expect, it } from 'vitest'
import { MOST_MB, Year } from './year.scenes.ts'

let year: Year
beforeAll(async () => {
  year = await Year.open(50)
})
afterAll(() => year?.close())

it.each([
  ...([
    ['csv', 400],
    ['json', 400],
    ['amazon', 100],
    // Rows that are copies of each other are packed to little.
    ['xlsx', 10],
  ] as const),
  // Paper lists the first 500 of them.
  ['pdf', 0],
] as const)(
  '500,000 units go out as %s of a server that never holds more than some of them',
  async (format, least) => {
    const { bytes, rows, grown } = await year.ask(format)
    expect([rows, bytes > least * rows]).toEqual([500_000, true])
    expect(grown).toBeLessThan(MOST_MB)
  },
)
