import { randomUUID } from 'node:crypto'
import type { DeviceList, DroppedList } from '@restow/contracts'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { openWarehouse, type Person, PIN, type Warehouse } from '../../../../packages/testkit/src/server.ts'

let warehouse: Warehouse
let otto: Person
let sven: Person
beforeAll(async () => {
  warehouse = await openWarehouse()
  otto = await warehouse.node.as('OP1001')
  sven = await warehouse.node.as('SV2001')
})
afterAll(() => warehouse?.close())

const dropped = (more: object = {}) => ({
  ...{ commandId: randomUUID(), type: 'PutAwayUnit', about: 'RU0000000017', doneBy: 'OP1002' },
  ...{ code: 'bin_full', message: 'The bin is full.', reason: 'settled' },
  ...{ droppedAt: '2026-11-21T17:12:40.125Z' },
  ...more,
})
const tellAs = (who: Person, deviceId: string, items: object[], token?: string) =>
  who.ask({
    method: 'POST',
    url: '/api/devices/dropped',
    payload: { deviceId, dropped: items },
    ...(token ? { headers: { authorization: `Bearer ${token}` } } : {}),
  })
const listOf = (deviceId: string, query = '') =>
  sven.read<DroppedList>(`/api/devices/${deviceId}/dropped${query}`)

describe('what was refused and then dropped at a handheld', () => {
  it('is seen by a supervisor: who, when, which command and why, the latest first, each once', async () => {
    const [first, second] = [dropped(), dropped({ reason: 'mistake', about: '' })]
    expect((await tellAs(otto, 'reader-1', [first])).json()).toEqual({ kept: 1 })
    expect((await tellAs(otto, 'reader-1', [first, second])).json()).toEqual({ kept: 1 })
    const { items } = await listOf('reader-1')
    expect(items).toMatchObject([
      { ...second, droppedBy: 'OP1001' },
      { ...first, droppedBy: 'OP1001', doneBy: 'OP1002' },
    ])
    const page = await listOf('reader-1', '?limit=1')
    const rest = await listOf('reader-1', `?limit=1&cursor=${page.nextCursor}`)
    expect([...page.items, ...rest.items]).toEqual(items)
  })

  it('is counted beside the device for a week', async () => {
    await tellAs(otto, 'reader-2', [dropped(), dropped()])
    const beat = { deviceId: 'reader-2', appVersion: '1', unsent: 0, refused: 0 }
    await otto.ask({ method: 'POST', url: '/api/devices/heartbeat', payload: beat })
    const count = async () => {
      const { items } = await sven.read<DeviceList>('/api/devices?limit=200')
      return items.find(({ deviceId }) => deviceId === 'reader-2')?.dropped
    }
    expect(await count()).toBe(2)
    const elsewhere =
      "update dropped_command set warehouse = $1 where command_id = (select min(command_id::text)::uuid from dropped_command where on_device = 'reader-2')"
    await warehouse.sql(
      "insert into warehouse values ('BER1', 'Berlin', 'Europe/Berlin', 'EUR') on conflict do nothing",
    )
    await warehouse.sql(elsewhere, ['BER1'])
    expect(await count()).toBe(1)
    expect((await listOf('reader-2')).items).toHaveLength(1)
    await warehouse.sql(elsewhere, ['LAX1'])
    const ago =
      "update dropped_command set recorded_at = now() - interval '8 days' where on_device = 'reader-2'"
    await warehouse.sql(ago)
    expect(await count()).toBe(0)
  })

  it('is told by the device’s own send token, after sign-out too, and for no other device', async () => {
    const signedIn = await warehouse.node.signIn({ badge: 'OP1002', pin: PIN, deviceId: 'reader-3' })
    const { sendToken } = signedIn.json<{ sendToken: string }>()
    const nobody = warehouse.node.with('')
    expect((await tellAs(nobody, 'reader-3', [dropped()], sendToken)).statusCode).toBe(200)
    expect((await listOf('reader-3')).items).toMatchObject([{ droppedBy: 'OP1002' }])
    const other = await tellAs(nobody, 'reader-4', [dropped()], sendToken)
    expect([other.statusCode, other.json()]).toMatchObject([403, { code: 'wrong_device' }])
  })

  it('is not for operators, sellers or nobody to read, and nonsense is not kept', async () => {
    const lotus = await warehouse.node.as('lotus@test.restow')
    const url = '/api/devices/reader-1/dropped'
    for (const [who, status] of [
      [otto, 403],
      [lotus, 403],
      [warehouse.node.with(''), 401],
    ] as const)
      expect((await who.ask({ method: 'GET', url })).statusCode).toBe(status)
    expect((await tellAs(lotus, 'reader-5', [dropped()])).statusCode).toBe(403)
    const wrong = [
      { reason: 'bored' },
      { type: 'Fly' },
      { commandId: 'x' },
      { droppedAt: 'today' },
      { more: 1 },
    ]
    for (const facts of wrong)
      expect((await tellAs(otto, 'reader-5', [dropped(facts)])).statusCode, JSON.stringify(facts)).toBe(400)
    expect((await listOf('reader-5')).items).toEqual([])
  })
})
