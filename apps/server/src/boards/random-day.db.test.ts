import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { openWarehouse, STAFF, type Warehouse } from '../../../../packages/testkit/src/server.ts'
import { expectBoards, FALL, openHall } from './boards-agree.fixture.ts'
import { type Retold, retell } from './ledger-told.fixture.ts'
import { houseOf, workThrough } from './random-day.fixture.ts'

/** A random day in autumn, on which the clocks are put back: boards hold what its ledger tells, counted one by one. */

const DAY = { ...FALL, seed: 20_261_107, floors: 7, commands: 130 }
let warehouse: Warehouse
let told: Retold
let met: Map<string, number>
let kept: Awaited<ReturnType<typeof openHall>>
beforeAll(async () => {
  warehouse = await openWarehouse({ world: houseOf(DAY) })
  kept = await openHall(warehouse, DAY.begins)
  met = await workThrough(warehouse, DAY, (at) => kept.catchUp(new Date(at).toISOString()))
  await kept.catchUp(FALL.now)
  told = await retell(warehouse)
})
afterAll(() => warehouse?.close())

describe('after a random day of 25 hours', () => {
  it('much has happened, much was refused, and steps were taken back', () => {
    expect(met.size).toBeGreaterThan(18)
    expect(met.get('TakeBack')).toBeGreaterThan(3)
    expect(told.stood.map(({ type }) => type)).toContain('ScrapObjected')
    const moved = new Set(told.stood.map(({ from, to }) => `${from} ${to}`))
    for (const move of [
      'classified shelved',
      'registered inspected',
      'refurbishing registered',
      'null registered',
    ])
      expect(moved).toContain(move)
  })

  it.each([undefined, 'LOTUS'])('the boards hold what the ledger tells, for %s', async (seller) => {
    await expectBoards(warehouse, told, { ...FALL, seller })
  })

  it.each([undefined, 'LOTUS'])(
    'so they do where all of it was followed since the day before, for %s',
    async (seller) => {
      await expectBoards(warehouse, told, { ...FALL, seller }, kept.hall)
    },
  )

  it('knows by whom it was worked', () => {
    const badges = new Set(told.stood.map((event) => event.meta.actor.user))
    expect(STAFF.filter(({ badge }) => badges.has(badge)).length).toBeGreaterThan(2)
  })
})
