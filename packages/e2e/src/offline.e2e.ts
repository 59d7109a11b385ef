import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { Hall } from './offline.hall.ts'
import { killBetweenSavedAndSent, photographWithoutNetwork } from './offline.kills.ts'
import { decideBoth, handOverWithoutNetwork } from './offline.people.ts'
import { workOverOutages } from './offline.scenes.ts'

/** Handhelds in a hall whose Wi-Fi fails in every way it can; the same at full length: offline.long.test.ts. */

let hall: Hall
beforeAll(async () => {
  hall = await Hall.open()
})
afterAll(() => hall?.close())

describe('a handheld without a network', () => {
  it('keeps what it said was saved, over six outages of all kinds: nothing lost, nothing twice, all in order', async () => {
    const { scans, drained } = await workOverOutages(hall, 120, 6)
    expect(scans).toBeGreaterThanOrEqual(120)
    expect(drained).toHaveLength(6)
  })

  it('sends what it had saved when its battery was pulled, four times', () =>
    killBetweenSavedAndSent(hall, 4))

  it('keeps photos over a pulled battery, and they arrive with their hashes and times', () =>
    photographWithoutNetwork(hall, 6))

  it('sends each person’s work under that person’s name, after a change of hands without a network', () =>
    handOverWithoutNetwork(hall))
})

describe('two handhelds without a network, at one unit', () => {
  it.each(['who resells', 'who scraps'] as const)('let the first to be back decide: %s', (first) =>
    decideBoth(hall, first),
  )
})
