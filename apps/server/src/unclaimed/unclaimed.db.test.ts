import type {
  FoundUnclaimedList,
  Outcome,
  OwnerGuesses,
  PipelineBoard,
  UnclaimedList,
} from '@restow/contracts'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { plate, receive, register } from '../../../../packages/testkit/src/builders.ts'
import { command, uuidv7, wire } from '../../../../packages/testkit/src/commands.ts'
import { openWarehouse, type Person, type Warehouse } from '../../../../packages/testkit/src/server.ts'

let warehouse: Warehouse
let otto: Person
let sven: Person
let ada: Person
let lotus: Person
let northstar: Person
beforeAll(async () => {
  warehouse = await openWarehouse()
  otto = await warehouse.node.as('OP1001')
  sven = await warehouse.node.as('SV2001')
  ada = await warehouse.node.as('AD3001')
  lotus = await warehouse.node.as('lotus@test.restow')
  northstar = await warehouse.node.as('northstar@test.restow')
  await otto.did(
    wire(receive('T9000')),
    wire(register('T9000', plate(1), 'TEE')),
    command('DescribeParcel', { parcel: 'T9000', printed: { order: 'order rma 1', name: 'J. Smith' } }),
    wire(receive('T9100')),
    wire(register('T9100', plate(2), 'KETTLE')),
    wire(receive('T9200')),
  )
})
afterAll(() => warehouse?.close())

const pool = async (who: Person, query = '') =>
  (await who.read<UnclaimedList>(`/api/unclaimed${query}`)).items.map((item) => item.trackingNumber)
const found = (who: Person, number: string) =>
  who.read<FoundUnclaimedList>(`/api/unclaimed/found?number=${encodeURIComponent(number)}`)
const guesses = async (tracking: string) =>
  (await sven.read<OwnerGuesses>(`/api/unclaimed/${tracking}/guesses`)).items
const rule = (payload: object, who = ada) => who.ask({ method: 'PUT', url: '/api/unclaimed/policy', payload })
const stateOf = async (rma: string): Promise<string> => {
  const { items } = await sven.read<{ items: { rmaNumber: string; state: string }[] }>(
    `/api/expected-returns?search=${rma}`,
  )
  return items.find((item) => item.rmaNumber === rma)?.state ?? ''
}

describe('the pool of what nobody claims', () => {
  it('has the oldest first, with what is printed on it, what is in it and its time', async () => {
    const { items } = await otto.read<UnclaimedList>('/api/unclaimed')
    expect(items.map((item) => item.trackingNumber)).toEqual(['T9000', 'T9100', 'T9200'])
    expect(items[0]).toMatchObject({
      printed: { order: 'order rma 1', name: 'J. Smith' },
      units: [{ lpn: plate(1), sku: 'TEE', seller: 'LOTUS', quantity: 1 }],
      past: false,
    })
    const { receivedAt = '', claimableUntil = '' } = items[0] ?? {}
    expect(Date.parse(claimableUntil) - Date.parse(receivedAt)).toBe(30 * 24 * 3600 * 1000)
  })

  it('is found by number, plate, product, name, and day of arrival', async () => {
    const today = new Intl.DateTimeFormat('en-CA', { timeZone: 'America/Los_Angeles' }).format(new Date())
    expect(await pool(otto, '?search=t91')).toEqual(['T9100'])
    expect(await pool(otto, `?search=${plate(2)}`)).toEqual(['T9100'])
    expect(await pool(otto, '?search=kettle')).toEqual(['T9100'])
    expect(await pool(otto, '?search=smith')).toEqual(['T9000'])
    expect(await pool(otto, `?search=${today}%20smith`)).toEqual(['T9000'])
    expect(await pool(otto, '?search=50%25')).toEqual([])
    expect(await pool(otto, '?opened=false')).toEqual(['T9200'])
    expect(await pool(otto, '?opened=true&limit=1')).toEqual(['T9000'])
  })

  it('goes on where a page ended', async () => {
    const first = await otto.read<UnclaimedList>('/api/unclaimed?limit=2')
    expect(await pool(otto, `?limit=2&cursor=${first.nextCursor}`)).toEqual(['T9200'])
  })

  it('is no seller’s to look through', async () => {
    for (const url of ['/api/unclaimed', '/api/unclaimed/T9000/guesses', '/api/unclaimed/policy'])
      expect((await lotus.get(url)).statusCode, url).toBe(403)
    expect((await lotus.get('/api/parcels/T9000')).statusCode).toBe(404)
  })
})

describe('best guesses', () => {
  it('say why, from what is printed on the box and what came out of it', async () => {
    const [first] = await guesses('T9000')
    expect(first).toMatchObject({ rmaNumber: 'RMA-1', seller: 'LOTUS', strength: 'strong' })
    expect(first?.reasons.map((reason) => reason.code)).toEqual(['order_printed', 'only_return_with_product'])
  })

  it('know a tracking number that was misread by a sign', async () => {
    await otto.did(wire(receive('1Z999AA10123456784')))
    await lotus.ask({
      method: 'POST',
      url: '/api/imports/returns?seller=LOTUS&format=csv',
      payload: 'rma,order,sku,quantity,tracking\nRMA-77,O-77,MUG,1,1Z999AA10123456785\n',
      headers: { 'content-type': 'text/csv' },
    })
    const [first] = await guesses('1Z999AA10123456784')
    expect(first).toMatchObject({ rmaNumber: 'RMA-77', reasons: [{ code: 'tracking_alike' }] })
  })

  it('are none where nothing points to anybody', async () => {
    expect(await guesses('T9200')).toEqual([])
    expect((await sven.get('/api/unclaimed/T0000/guesses')).statusCode).toBe(404)
  })
})

describe('a seller', () => {
  it('finds a parcel by its whole number or a number printed on it, and by nothing less', async () => {
    expect((await found(lotus, 'T9000')).items).toMatchObject([
      { trackingNumber: 'T9000', foundBy: 'tracking', own: [{ sku: 'TEE', quantity: 1 }], others: 0 },
    ])
    expect((await found(lotus, 'ORDER-RMA-1')).items).toMatchObject([{ foundBy: 'order' }])
    for (const number of ['T90', 'T900', 'ORDER', 'Smith', '%', 'TEE', '_____'])
      expect((await found(lotus, number)).items, number).toEqual([])
  })

  it('is told nothing of other people’s goods and names', async () => {
    const { items } = await found(northstar, 'T9000')
    expect(items).toMatchObject([{ own: [], others: 1 }])
    expect(JSON.stringify(items)).not.toMatch(/Smith|TEE|LOTUS|RMA-1/)
  })

  it('gets it on an order of its own with its goods in the parcel, and on nothing else', async () => {
    const claim = (who: Person, parcel: string, evidence: object, commandId = uuidv7()) =>
      who.ask({ method: 'POST', url: '/api/unclaimed/claims', payload: { commandId, parcel, evidence } })
    const outcome = async (...given: Parameters<typeof claim>) => (await claim(...given)).json<Outcome>()
    expect(await outcome(northstar, 'T9000', { order: 'ORDER-RMA-2' })).toMatchObject({
      outcome: 'rejected',
      code: 'goods_do_not_fit',
    })
    expect(await outcome(lotus, 'T9000', { order: 'ORDER-RMA-2' })).toMatchObject({
      code: 'evidence_does_not_fit',
    })
    expect((await claim(lotus, 'T8888', { order: 'ORDER-RMA-1' })).statusCode).toBe(404)
    expect((await claim(sven, 'T9000', { order: 'ORDER-RMA-1' })).statusCode).toBe(403)
    const id = uuidv7()
    const first = await outcome(lotus, 'T9000', { order: 'ORDER-RMA-1', sku: 'TEE' }, id)
    expect(first).toMatchObject({ outcome: 'accepted' })
    expect((await lotus.get(`/api/units/${plate(1)}`)).statusCode).toBe(200)
    expect((await northstar.get('/api/parcels/T9000')).statusCode).toBe(404)
    expect(await pool(otto)).not.toContain('T9000')
    expect(await stateOf('RMA-1')).toBe('arriving')
  })

  it('waits after many numbers that no parcel has', async () => {
    for (let i = 0; i < 60; i++) await northstar.get(`/api/unclaimed/found?number=GUESS-${i}`)
    const locked = await northstar.get('/api/unclaimed/found?number=T9100')
    expect(locked.statusCode).toBe(429)
    expect(locked.json<{ code: string }>().code).toBe('too_many_guesses')
    expect((await lotus.get('/api/unclaimed/found?number=T9100')).statusCode).toBe(200)
  })
})

describe('a claim taken back', () => {
  it('leaves parcel, units, return and numbers as if it had not been, and both steps on record', async () => {
    const parcel = await sven.read<{ lastEventId: string }>('/api/parcels/T9000')
    const claimed = await sven.read<{ expected: { trackingNumber: string }[] }>('/api/scan?code=T9000')
    expect(claimed.expected.map((e) => e.trackingNumber)).toEqual(['T9000'])
    await sven.did(command('TakeBack', { parcel: 'T9000', eventId: parcel.lastEventId }))
    expect(await pool(otto, '?search=T9000')).toEqual(['T9000'])
    expect(await stateOf('RMA-1')).toBe('announced')
    const scan = await sven.read<{ expected?: unknown }>('/api/scan?code=T9000')
    expect(scan.expected).toBeUndefined()
    expect((await lotus.get(`/api/units/${plate(1)}`)).statusCode).toBe(404)
    const { story } = await sven.read<{ story: { type: string }[] }>('/api/parcels/T9000')
    expect(story.map((item) => item.type).slice(-3)).toEqual(['ParcelClaimed', 'UnitAdded', 'StepTakenBack'])
  })

  it('does not take away a number that the seller itself announced', async () => {
    await otto.did(wire(receive('T3000')), wire(register('T3000', plate(5), 'CUP')))
    await sven.did(command('ClaimParcel', { parcel: 'T3000', seller: 'NORTHSTAR', rma: 'RMA-4' }))
    const { lastEventId } = await sven.read<{ lastEventId: string }>('/api/parcels/T3000')
    await sven.did(command('TakeBack', { parcel: 'T3000', eventId: lastEventId }))
    const { expected } = await sven.read<{ expected: { rmaNumber: string }[] }>('/api/scan?code=T3000')
    expect(expected.map((e) => e.rmaNumber).sort()).toEqual(['RMA-3', 'RMA-4'])
  })
})

describe('the time limit', () => {
  it('is an admin’s to set, within reason', async () => {
    expect((await rule({ afterDays: 10, becomes: 'donate' }, sven)).statusCode).toBe(403)
    expect((await rule({ afterDays: 0, becomes: 'donate' })).statusCode).toBe(400)
    expect((await rule({ afterDays: 10, becomes: 'eat' })).statusCode).toBe(400)
    expect((await rule({ afterDays: 10, becomes: 'donate' })).statusCode).toBe(200)
    expect(await otto.read('/api/unclaimed/policy')).toEqual({ afterDays: 10, becomes: 'donate' })
  })

  it('stands against giving up before; past it a supervisor may, and the board counts what waits', async () => {
    const tooEarly = await sven.give(command('ForfeitParcel', { parcel: 'T9200' }))
    expect(tooEarly).toMatchObject([{ code: 'not_over_limit' }])
    await warehouse.sql(
      `update parcel set body = jsonb_set(body, '{receivedAt}', to_jsonb('2026-01-05T10:00:00.000Z'::text))
       where tracking_number in ('T9100', 'T9200')`,
    )
    const { waiting } = await sven.read<PipelineBoard>('/api/boards/pipeline')
    expect(waiting.unclaimedPast.parcels).toBe(2)
    expect(await pool(otto, '?past=true')).toEqual(['T9100', 'T9200'])
    expect((await pool(otto)).slice(0, 2)).toEqual(['T9100', 'T9200'])
    await sven.did(command('ForfeitParcel', { parcel: 'T9100', note: 'nobody wrote' }))
    expect(await pool(otto, '?past=true')).toEqual(['T9200'])
    expect(await sven.read(`/api/units/${plate(2)}`)).toMatchObject({ house: true, seller: null })
    const after = await sven.read<PipelineBoard>('/api/boards/pipeline')
    expect(after.waiting.unclaimedPast.parcels).toBe(1)
    expect(await sven.give(command('ClaimParcel', { parcel: 'T9100', seller: 'NORTHSTAR' }))).toMatchObject([
      { code: 'parcel_forfeited' },
    ])
  })
})
