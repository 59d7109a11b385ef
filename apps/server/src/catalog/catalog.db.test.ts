import type { BinList, ProductList, SellerList, StaffList } from '@restow/contracts'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { move, plate, receive, register } from '../../../../packages/testkit/src/builders.ts'
import { wire } from '../../../../packages/testkit/src/commands.ts'
import { BINS, openWarehouse, type Person, type Warehouse } from '../../../../packages/testkit/src/server.ts'

let warehouse: Warehouse
let otto: Person
let sven: Person
let ada: Person
let lotus: Person
beforeAll(async () => {
  warehouse = await openWarehouse()
  const { node } = warehouse
  otto = await node.as('OP1001')
  sven = await node.as('SV2001')
  ada = await node.as('AD3001')
  lotus = await node.as('lotus@test.restow')
  await otto.did(
    ...[receive('T6000'), register('T6000', plate(1), 'MUG'), move(plate(1), BINS.inspection)].map(wire),
  )
})
afterAll(() => warehouse?.close())

const put = (who: Person, url: string, payload: object) => who.ask({ method: 'PUT', url, payload })
const problem = (answer: { statusCode: number; json<T>(): T }) => [
  answer.statusCode,
  answer.json<{ code: string }>().code,
]

describe('a bin', () => {
  it('is made and changed by a supervisor, and is found in the list', async () => {
    const made = await put(sven, '/api/bins/LAX1-S-09-01', { zone: 'resell', capacity: 12 })
    expect(made.json()).toEqual({ code: 'LAX1-S-09-01', zone: 'resell', capacity: 12, plates: 0 })
    await put(sven, '/api/bins/LAX1-S-09-01', { zone: 'scrap', capacity: 3 })
    const { items } = await otto.read<BinList>('/api/bins?search=s-09')
    expect(items).toEqual([{ code: 'LAX1-S-09-01', zone: 'scrap', capacity: 3, plates: 0 }])
    expect((await otto.read<BinList>('/api/bins?zone=hold')).items.map((b) => b.code)).toEqual([BINS.hold])
  })

  it('stays in its zone while it holds plates; its capacity may change', async () => {
    const url = `/api/bins/${BINS.inspection}`
    expect(problem(await put(sven, url, { zone: 'resell', capacity: 50 }))).toEqual([422, 'bin_in_use'])
    expect((await put(sven, url, { zone: 'inspection', capacity: 1 })).json()).toMatchObject({
      capacity: 1,
      plates: 1,
    })
  })

  it('has room for at least one plate, and a code that a scanner reads as one of this warehouse', async () => {
    expect((await put(sven, '/api/bins/LAX1-S-09-02', { zone: 'resell', capacity: 0 })).statusCode).toBe(400)
    for (const code of ['BER1-S-01-01', 'S-09-02', 'SHELF'])
      expect(problem(await put(sven, `/api/bins/${code}`, { zone: 'resell', capacity: 1 }))).toEqual([
        422,
        'bin_code_wrong',
      ])
  })

  it('is no operator’s to change, and no seller’s to see', async () => {
    expect(problem(await put(otto, '/api/bins/LAX1-S-09-03', { zone: 'resell', capacity: 1 }))).toEqual([
      403,
      'supervisor_only',
    ])
    expect((await lotus.get('/api/bins')).statusCode).toBe(403)
  })

  it('is decided on again by a command that was under way when it changed', async () => {
    const [before] = await warehouse.sql<{ version: number }>('select version from bin where code = $1', [
      BINS.hold,
    ])
    await put(sven, `/api/bins/${BINS.hold}`, { zone: 'hold', capacity: 49 })
    const [after] = await warehouse.sql<{ version: number }>('select version from bin where code = $1', [
      BINS.hold,
    ])
    expect(after?.version).toBe(Number(before?.version) + 1)
  })
})

describe('a product', () => {
  it('is made and changed by a supervisor, its GTIN kept with 14 digits', async () => {
    const made = await put(sven, '/api/products/LOTUS/NEW%201', {
      title: '陶瓷马克杯',
      gtin: '4006381333931',
      weightGrams: 300,
    })
    expect(made.json()).toMatchObject({
      sku: 'NEW 1',
      gtin: '04006381333931',
      category: 'general',
      flags: [],
      weightGrams: 300,
    })
    await put(sven, '/api/products/LOTUS/NEW%201', { title: 'Mug', flags: ['battery'] })
    const { items } = await lotus.read<ProductList>('/api/products?search=new')
    expect(items).toMatchObject([{ title: 'Mug', gtin: null, flags: ['battery'] }])
  })

  it('belongs to a seller that is there, and is shown to no other', async () => {
    expect(problem(await put(sven, '/api/products/NOBODY/X', { title: 'X' }))).toEqual([
      404,
      'seller_unknown',
    ])
    expect((await lotus.read<ProductList>('/api/products?search=kettle')).items).toEqual([])
    expect((await lotus.read<ProductList>('/api/products?seller=NORTHSTAR')).items).toEqual([])
  })
})

describe('a member of staff', () => {
  it('is made by an admin with a PIN, and may sign in with it until it changes', async () => {
    const made = await put(ada, '/api/staff/OP1009', {
      name: 'Oda',
      role: 'operator',
      active: true,
      pin: '246801',
    })
    expect(made.json()).toEqual({
      badge: 'OP1009',
      name: 'Oda',
      role: 'operator',
      active: true,
      locked: false,
      lockedBy: null,
    })
    const signedIn = await warehouse.node.signIn({ badge: 'OP1009', pin: '246801' })
    const oda = warehouse.node.with(`restow_session=${signedIn.cookies[0]?.value}`)
    expect((await oda.get('/api/bins')).statusCode).toBe(200)
    await put(ada, '/api/staff/OP1009', { name: 'Oda', role: 'operator', active: true, pin: '135799' })
    expect((await oda.get('/api/bins')).statusCode).toBe(401)
    expect((await warehouse.node.signIn({ badge: 'OP1009', pin: '135799' })).statusCode).toBe(200)
    await put(ada, '/api/staff/OP1009', { name: 'Oda', role: 'operator', active: false })
    expect((await warehouse.node.signIn({ badge: 'OP1009', pin: '135799' })).statusCode).toBe(401)
    const { items } = await sven.read<StaffList>('/api/staff')
    expect(items.find((s) => s.badge === 'OP1009')).toMatchObject({ active: false })
    expect(JSON.stringify(items)).not.toContain('argon2')
  })

  it.each([
    ['OP1010', { name: 'X', role: 'operator', active: true }, [422, 'pin_missing']],
    ['LOGISTICS', { name: 'X', role: 'operator', active: true, pin: '1234' }, [422, 'badge_wrong']],
    ['AD3001', { name: 'Ada', role: 'operator', active: true }, [422, 'own_badge']],
    ['AD3001', { name: 'Ada', role: 'admin', active: false }, [422, 'own_badge']],
  ])('%s is refused as %j', async (badge, person, refused) => {
    expect(problem(await put(ada, `/api/staff/${badge}`, person))).toEqual(refused)
  })

  it('is an admin’s to change, and a supervisor’s to see', async () => {
    const person = { name: 'X', role: 'operator', active: true, pin: '1234' }
    expect(problem(await put(sven, '/api/staff/OP1011', person))).toEqual([403, 'admin_only'])
    expect((await otto.get('/api/staff')).statusCode).toBe(403)
  })
})

describe('a seller', () => {
  it('is made by an admin under the house’s policy, and keeps its policy when it is renamed', async () => {
    await put(ada, '/api/sellers/TIGER', { name: 'Tiger', active: true })
    await warehouse.sql(`update seller set policy = policy || '{"scrapLimitMinor": 7}' where code = 'TIGER'`)
    const renamed = await put(ada, '/api/sellers/TIGER', { name: 'Tiger Ltd', active: false })
    expect(renamed.json()).toEqual({ code: 'TIGER', name: 'Tiger Ltd', active: false })
    const [row] = await warehouse.sql(
      `select policy->>'scrapLimitMinor' as kept, policy->>'currency' as currency from seller where code = 'TIGER'`,
    )
    expect(row).toEqual({ kept: '7', currency: 'USD' })
  })

  it('sees itself alone', async () => {
    expect((await lotus.read<SellerList>('/api/sellers')).items.map((s) => s.code)).toEqual(['LOTUS'])
    expect((await otto.read<SellerList>('/api/sellers')).items.map((s) => s.code)).toContain('NORTHSTAR')
    expect((await put(sven, '/api/sellers/LOTUS', { name: 'x', active: true })).statusCode).toBe(403)
  })
})
