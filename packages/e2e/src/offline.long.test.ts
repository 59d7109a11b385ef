import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { Hall } from './offline.hall.ts'
import { killBetweenSavedAndSent, photographWithoutNetwork } from './offline.kills.ts'
import { workOverOutages } from './offline.scenes.ts'

let hall: Hall
beforeAll(async () => {
  hall = await Hall.open()
})
afterAll(() => hall?.close())

describe('a handheld without a network', () => {
  it('keeps what it said was saved over 2,000 scans and 40 outages, and has sent it within 30 s of each', async () => {
    const { scans, drained } = await workOverOutages(hall, 2000, 40)
    expect(scans).toBeGreaterThanOrEqual(2000)
    expect(drained).toHaveLength(40)
    expect(Math.max(...drained)).toBeLessThan(30_000)
  })

  it('sends what it had saved when its battery was pulled, 50 times', () => killBetweenSavedAndSent(hall, 50))

  it('keeps 100 photos over a pulled battery, and they arrive with their hashes and times', () =>
    photographWithoutNetwork(hall, 100))
})
