import type { BinCountList } from '@restow/contracts'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { move, plate, receive, register } from '../../../../packages/testkit/src/builders.ts'
import { command, wire } from '../../../../packages/testkit/src/commands.ts'
import { BINS, openWarehouse, type Person, type Warehouse } from '../../../../packages/testkit/src/server.ts'

let warehouse: Warehouse
let otto: Person
let lotus: Person
beforeAll(async () => {
  warehouse = await openWarehouse()
  otto = await warehouse.node.as('OP1001')
  lotus = await warehouse.node.as('lotus@test.restow')
  const units = [1, 2, 3].flatMap((n) => [
    register('T9000', plate(n), 'MUG'),
    move(plate(n), BINS.inspection),
  ])
  await otto.did(...[receive('T9000'), ...units].map(wire))
})
afterAll(() => warehouse?.close())

type Facts = { lpns: string[]; missing?: string[] }
const count = (facts: Facts, performed: 'now' | 'earlier' = 'now') =>
  command('CountBin', { bin: BINS.inspection, ...facts }, { performed })
const counts = (query = '') => otto.read<BinCountList>(`/api/bins/${BINS.inspection}/counts${query}`)
const binOf = async (lpn: string) =>
  (await warehouse.sql<{ bin: string | null }>('select bin from return_unit where lpn = $1', [lpn]))[0]?.bin

describe('a count of a bin', () => {
  it('is on record also where nothing differed', async () => {
    await otto.did(count({ lpns: [plate(1), plate(2), plate(3)], missing: [] }))
    expect((await counts()).items).toMatchObject([
      { by: 'OP1001', expected: 3, counted: 3, missing: [], found: [], moved: [], strangers: [] },
    ])
  })

  it('misses what was looked for in vain, and nothing that came in meanwhile', async () => {
    await otto.did(count({ lpns: [plate(1)], missing: [plate(2)] }))
    expect([await binOf(plate(2)), await binOf(plate(3))]).toEqual([null, BINS.inspection])
    expect((await counts()).items[0]).toMatchObject({ expected: 3, counted: 1, missing: [plate(2)] })
  })

  it('finds what was missing, moves here what was elsewhere, and says so with where it was', async () => {
    await otto.did(wire(move(plate(3), BINS.dock)), count({ lpns: [1, 2, 3].map(plate), missing: [] }))
    expect((await counts()).items[0]).toMatchObject({
      expected: 1,
      counted: 3,
      found: [plate(2)],
      moved: [{ lpn: plate(3), from: BINS.dock }],
    })
    expect(await binOf(plate(3))).toBe(BINS.inspection)
  })

  it('refuses plates that are on nothing, unless it was made while offline: then they are on record', async () => {
    const [now, earlier] = await otto.give(
      count({ lpns: [plate(1), plate(90)], missing: [] }),
      count({ lpns: [1, 2, 3, 90].map(plate), missing: [] }, 'earlier'),
    )
    expect(now).toMatchObject({ outcome: 'rejected', code: 'unit_unknown' })
    expect(earlier).toMatchObject({ outcome: 'accepted', events: [] })
    expect((await counts()).items[0]).toMatchObject({ strangers: [plate(90)], missing: [] })
  })

  it('is counted once however often it is sent', async () => {
    const before = (await counts()).items.length
    const once = count({ lpns: [1, 2, 3].map(plate), missing: [] })
    await otto.did(once)
    await otto.did(once)
    expect((await counts()).items).toHaveLength(before + 1)
  })

  it('is told page by page, the latest first, and is no seller’s to see nor anybody’s to change', async () => {
    const first = await counts('?limit=1')
    const second = await counts(`?limit=1&cursor=${first.nextCursor}`)
    expect(first.items).toHaveLength(1)
    expect(second.items[0]?.at).not.toBe(first.items[0]?.at)
    expect((await lotus.get(`/api/bins/${BINS.inspection}/counts`)).statusCode).toBe(403)
    await expect(warehouse.sql('update bin_count set counted = 0')).rejects.toThrow(/append-only/)
  })
})
