import type { SearchAnswer } from '@restow/contracts'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { plate, product, receive, register, world } from '../../../../packages/testkit/src/builders.ts'
import { wire } from '../../../../packages/testkit/src/commands.ts'
import {
  BINS,
  housed,
  openWarehouse,
  type Person,
  type Warehouse,
} from '../../../../packages/testkit/src/server.ts'

let warehouse: Warehouse
let otto: Person
let sven: Person
let lotus: Person
let northstar: Person
beforeAll(async () => {
  const named = product('LOTUS', 'CUP-350', { title: '陶瓷马克杯 350 ml' })
  warehouse = await openWarehouse({ world: housed({ products: [...world().products, named] }) })
  const { node } = warehouse
  otto = await node.as('OP1001')
  sven = await node.as('SV2001')
  lotus = await node.as('lotus@test.restow')
  northstar = await node.as('northstar@test.restow')
  await otto.did(
    ...[
      receive('T6000'),
      register('T6000', plate(1), 'MUG', { serial: 'Ser-77x' }),
      receive('T2000'),
      register('T2000', plate(2), 'KETTLE'),
      register('T2000', plate(3), 'KETTLE'),
      receive('T9000'),
      { type: 'ReplacePlate', lpn: plate(3), newLpn: plate(4) } as const,
      receive('T1000'),
      register('T1000', plate(5), 'CUP-350'),
    ].map(wire),
  )
})
afterAll(() => warehouse?.close())

const find = (who: Person, q: string) => who.read<SearchAnswer>(`/api/search?q=${encodeURIComponent(q)}`)
const keys = ({ groups }: SearchAnswer) =>
  Object.fromEntries(groups.map((group) => [group.kind, group.items.map((item) => item.key).sort()]))
const only = async (who: Person, q: string) => {
  const found = (await find(who, q)).only
  return found && `${found.kind} ${found.key}`
}

describe('the search box', () => {
  it.each([
    [plate(1), `unit ${plate(1)}`],
    [plate(1).toLowerCase(), `unit ${plate(1)}`],
    [plate(3), `unit ${plate(4)}`],
    ['Ser-77x', `unit ${plate(1)}`],
    ['S/N Ser-77x', `unit ${plate(1)}`],
    ['t6000', 'parcel T6000'],
    [' T 6000 ', 'parcel T6000'],
    ['RMA-6', 'expected RMA-6'],
    ['MUG', 'product MUG'],
    [BINS.resell, `bin ${BINS.resell}`],
    [BINS.resell.slice('LAX1-'.length), `bin ${BINS.resell}`],
    ['SV2001', 'person SV2001'],
    ['northstar', 'seller NORTHSTAR'],
  ])('goes straight to what %s is', async (q, wanted) => {
    expect(await only(sven, q)).toBe(wanted)
  })

  it('finds a parcel, its units and what was announced by one number, the parcel first of what it may be', async () => {
    const answer = await find(otto, 'T2000')
    expect(keys(answer)).toEqual({
      unit: [plate(4), plate(2)].sort(),
      parcel: ['T2000'],
      expected: ['RMA-2'],
    })
    expect(answer.groups.flatMap((group) => group.items).every((item) => item.exact)).toBe(true)
    expect(answer.groups[0]?.items[0]).toMatchObject({ by: 'tracking', number: 'T2000' })
  })

  it('finds what begins so, and parts of a title', async () => {
    expect(keys(await find(otto, 'T60')).parcel).toEqual(['T6000'])
    expect(keys(await find(otto, 'rma-')).expected?.length).toBeGreaterThan(3)
    expect(keys(await find(otto, 'ettl')).product).toEqual(['KETTLE'])
    expect(keys(await find(otto, 'er-77')).unit).toEqual([plate(1)])
  })

  it('finds a word of two signs as it finds one of three letters', async () => {
    const mugs = { product: ['CUP-350'], unit: [plate(5)] }
    for (const q of ['马克', '马克杯', '陶瓷 350']) expect(keys(await find(otto, q)), q).toEqual(mugs)
    // One sign, or two letters, is too little to look through every unit for.
    expect(keys(await find(otto, '杯'))).toEqual({ product: ['CUP-350'] })
    expect(keys(await find(otto, 'er')).unit).toBeUndefined()
  })

  it('says that there is nothing, of wildcards and quotes too', async () => {
    for (const q of ['zzz', '%%%', "'; drop table staff; --", '___', '\\\\\\'])
      expect(await find(sven, q)).toMatchObject({ only: null, groups: [] })
    expect((await sven.get('/api/search?q=')).statusCode).toBe(400)
  })

  it('shows an operator no people and no sellers', async () => {
    expect(await find(otto, 'SV2001')).toMatchObject({ only: null, groups: [] })
    expect(keys(await find(otto, 'LOTUS')).seller).toBeUndefined()
  })
})

describe('a seller’s search', () => {
  it('finds its own by every number', async () => {
    for (const q of [plate(1), 'T6000', 'Ser-77x'])
      expect(keys(await find(lotus, q)).unit).toEqual([plate(1)])
    expect(keys(await find(lotus, 'RMA-6')).expected).toEqual(['RMA-6'])
  })

  it('finds nothing of another one’s, and nothing that nobody has claimed', async () => {
    for (const q of [
      plate(2),
      'T2000',
      'RMA-2',
      'KETTLE',
      'T9000',
      'T90',
      BINS.resell,
      'SV2001',
      'NORTHSTAR',
    ])
      expect(await find(lotus, q)).toMatchObject({ only: null, groups: [] })
    expect(keys(await find(northstar, 'T2000')).unit).toHaveLength(2)
  })
})
