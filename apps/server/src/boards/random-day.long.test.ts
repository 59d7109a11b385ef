import { afterEach, expect, it } from 'vitest'
import { openWarehouse, type Warehouse } from '../../../../packages/testkit/src/server.ts'
import { expectBoards, FALL, openHall, SPRING } from './boards-agree.fixture.ts'
import { retell } from './ledger-told.fixture.ts'
import { houseOf, workThrough } from './random-day.fixture.ts'

let warehouse: Warehouse
afterEach(() => warehouse?.close())

it.each([
  ['25 hours', FALL, 1],
  ['23 hours', SPRING, 2],
] as const)(
  'the boards hold what the ledger tells after twenty thousand commands on a day of %s',
  async (_, moment, seed) => {
    const day = { ...moment, seed, floors: 125, commands: 160 }
    warehouse = await openWarehouse({ world: houseOf(day) })
    const kept = await openHall(warehouse, day.begins)
    const met = await workThrough(warehouse, day, (at) => kept.catchUp(new Date(at).toISOString()))
    await kept.catchUp(moment.now)
    expect([...met.values()].reduce((sum, n) => sum + n, 0)).toBe(20_000)
    const told = await retell(warehouse)
    for (const seller of [undefined, 'LOTUS', 'NORTHSTAR'])
      for (const hall of [undefined, kept.hall])
        await expectBoards(warehouse, told, { ...moment, seller }, hall)
  },
)
