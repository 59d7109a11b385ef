import type { ExpectedReturnList, ImportList, ParcelList, UnitList } from '@restow/contracts'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import {
  classify,
  hold,
  inspect,
  plate,
  putAway,
  receive,
  register,
} from '../../../../packages/testkit/src/builders.ts'
import { wire } from '../../../../packages/testkit/src/commands.ts'
import { BINS, openWarehouse, type Person, type Warehouse } from '../../../../packages/testkit/src/server.ts'

let warehouse: Warehouse
let otto: Person
let lotus: Person
let northstar: Person
beforeAll(async () => {
  warehouse = await openWarehouse()
  otto = await warehouse.node.as('OP1001')
  lotus = await warehouse.node.as('lotus@test.restow')
  northstar = await warehouse.node.as('northstar@test.restow')
  const deeds = [
    receive('T6000'),
    register('T6000', plate(1), 'MUG', { serial: 'SER-77' }),
    inspect(plate(1)),
    classify(plate(1), 'restock'),
    putAway(plate(1), BINS.resell),
    receive('T2000'),
    register('T2000', plate(2), 'KETTLE'),
    hold(plate(2)),
    receive('T9000'),
  ]
  await otto.did(...deeds.map(wire))
})
afterAll(() => warehouse?.close())

const units = async (who: Person, query = '') =>
  (await who.read<UnitList>(`/api/units${query}`)).items.map((unit) => unit.lpn)
const parcels = async (who: Person, query = '') =>
  (await who.read<ParcelList>(`/api/parcels${query}`)).items.map((parcel) => parcel.trackingNumber)
const expected = async (who: Person, query = '') =>
  (await who.read<ExpectedReturnList>(`/api/expected-returns${query}`)).items.map((e) => e.rmaNumber)

describe('the list of units', () => {
  it('shows the latest registered first', async () => {
    expect(await units(otto)).toEqual([plate(2), plate(1)])
    const { items } = await otto.read<UnitList>('/api/units')
    expect(items[0]).toMatchObject({ state: 'registered', held: { waitsFor: 'supervisor' }, bin: null })
    expect(items[1]).toMatchObject({
      state: 'shelved',
      rmaNumber: 'RMA-6',
      reason: 'defective',
      bin: BINS.resell,
      zone: 'resell',
    })
  })

  it.each([plate(1), plate(1).toLowerCase(), 'mug', 'T6000', 'order-rma-6', 'RMA-6', 'ser-77', 'mug T6000'])(
    'is searched by plate, SKU or title, tracking, order, RMA and serial: %s',
    async (search) => {
      expect(await units(otto, `?search=${encodeURIComponent(search)}`)).toEqual([plate(1)])
    },
  )

  it.each(['%', '_', '\\', "'", 'mug kettle'])(
    'finds nothing for %s, which stands for itself',
    async (search) => {
      expect(await units(otto, `?search=${encodeURIComponent(search)}`)).toEqual([])
    },
  )

  it.each([
    ['state=shelved', [plate(1)]],
    ['disposition=resell', [plate(1)]],
    ['zone=resell', [plate(1)]],
    ['zone=scrap', []],
    [`bin=${BINS.resell}`, [plate(1)]],
    ['seller=NORTHSTAR', [plate(2)]],
    ['held=supervisor', [plate(2)]],
    ['state=void', []],
  ])('is filtered by %s', async (query, found) => {
    expect(await units(otto, `?${query}`)).toEqual(found)
  })

  it('comes in pages, one after the other', async () => {
    const first = await otto.read<UnitList>('/api/units?limit=1')
    expect(first.items.map((u) => u.lpn)).toEqual([plate(2)])
    const next = await otto.read<UnitList>(`/api/units?limit=1&cursor=${first.nextCursor}`)
    expect(next.items.map((u) => u.lpn)).toEqual([plate(1)])
    expect(next.nextCursor).toBeNull()
  })

  it.each(['limit=0', 'limit=201', 'limit=x', 'cursor=nonsense', 'state=lost', 'colour=red'])(
    'is refused for %s',
    async (query) => {
      expect((await otto.get(`/api/units?${query}`)).statusCode).toBe(400)
    },
  )

  it('shows a seller its own, whatever it asks for', async () => {
    expect(await units(lotus)).toEqual([plate(1)])
    expect(await units(lotus, '?seller=NORTHSTAR')).toEqual([])
    expect(await units(northstar, `?search=${plate(1)}`)).toEqual([])
  })
})

describe('the list of parcels', () => {
  it('shows the latest received first, and finds them by number, RMA and order', async () => {
    expect(await parcels(otto)).toEqual(['T9000', 'T2000', 'T6000'])
    expect(await parcels(otto, '?search=rma-2')).toEqual(['T2000'])
    expect(await parcels(otto, '?search=ORDER-RMA-6')).toEqual(['T6000'])
    expect(await parcels(otto, '?state=received')).toEqual(['T9000'])
  })

  it('shows what nobody has claimed to staff, and to no seller', async () => {
    expect(await parcels(otto, '?unclaimed=true')).toEqual(['T9000'])
    expect(await parcels(otto, '?unclaimed=false')).toEqual(['T2000', 'T6000'])
    expect(await parcels(lotus, '?unclaimed=true')).toEqual([])
    expect(await parcels(lotus)).toEqual(['T6000'])
  })
})

describe('the list of announced returns', () => {
  it('is searched by RMA, tracking number and SKU, and tells how much of each line is here', async () => {
    expect(await expected(otto, '?search=T6000')).toEqual(['RMA-6'])
    expect(await expected(otto, '?search=lamp')).toEqual(['RMA-1'])
    expect(await expected(otto, '?state=arriving&seller=NORTHSTAR')).toEqual(['RMA-2'])
    const { items } = await otto.read<ExpectedReturnList>('/api/expected-returns?search=rma-6')
    expect(items[0]).toMatchObject({
      state: 'arriving',
      trackingNumbers: ['T6000'],
      lines: [{ sku: 'MUG', quantity: 1, registered: 1, value: { decimal: '40.00', currency: 'USD' } }],
    })
  })

  it('comes in pages without telling anything twice', async () => {
    const seen: string[] = []
    let query = '?limit=2'
    for (;;) {
      const page = await otto.read<ExpectedReturnList>(`/api/expected-returns${query}`)
      seen.push(...page.items.map((e) => e.rmaNumber))
      if (page.nextCursor === null) break
      query = `?limit=2&cursor=${page.nextCursor}`
    }
    expect(seen.sort()).toEqual(['RMA-1', 'RMA-2', 'RMA-3', 'RMA-4', 'RMA-5', 'RMA-6'])
  })

  it('shows a seller its own', async () => {
    expect((await expected(northstar)).sort()).toEqual(['RMA-2', 'RMA-4'])
  })
})

describe('the list of imports', () => {
  it('leads to the rejected lines of each as a file, for its seller alone', async () => {
    const rejected = JSON.stringify([{ line: 2, code: 'gtin_wrong', message: '=1+1, "x"' }])
    const [job] = await warehouse.sql<{ id: string }>(
      `insert into import_job (id, seller, format, state, total, done, rejected, started_by)
       values (gen_random_uuid(), 'LOTUS', 'csv', 'done', 1, 1, $1::jsonb, 'OP1001') returning id`,
      [rejected],
    )
    const list = await lotus.read<ImportList>('/api/imports')
    expect(list.items).toMatchObject([{ id: job?.id, seller: 'LOTUS', rejected: 1, startedBy: 'OP1001' }])
    const file = await lotus.get(`/api/imports/${job?.id}/rejected.csv`)
    expect(file.headers['content-disposition']).toMatch(/^attachment; filename="rejected-.*\.csv"$/)
    expect(file.body).toBe('\uFEFFline,code,message\r\n2,gtin_wrong,"\'=1+1, ""x"""\r\n')
    expect((await northstar.get(`/api/imports/${job?.id}/rejected.csv`)).statusCode).toBe(404)
    expect((await northstar.read<ImportList>('/api/imports')).items).toEqual([])
  })
})
